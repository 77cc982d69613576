"""The check: re-verifies a plan against its case, without any solver, and recomputes its cost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from planner.case import Case
from planner.check.claim import Claim, reproven, untrue
from planner.check.consistency import consistency
from planner.check.gates import as_waived
from planner.check.report import Report
from planner.law.bundles import Bundle
from planner.plan import Finding, Placement, Plan
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Spot, Verdict


def check(case: Case, plan: Plan, claim: Claim | None = None) -> Report:
    """Every breach and every missed wish of `plan`, rule by rule, and whether `claim` is true."""
    findings = [*consistency(case, plan)]
    conditions: list[tuple[str, Verdict]] = []
    seated = {code: _seat(case, rows) for code, rows in plan.by_cadre.items()}
    for rule in all_rules():
        if isinstance(rule, Frame | Count):
            findings += _counted(case, rule, plan)
        elif isinstance(rule, Preference):
            findings += _charges(case, rule, seated)
        elif isinstance(rule, Gate):
            for code, verdict in _verdicts(case, rule, plan, seated):
                if verdict.refused:
                    findings.append(Finding(rule.code, (code,), 1, verdict.norm))
                else:
                    conditions.append((code, verdict))
    report = Report(tuple(findings), tuple(conditions), unbound=case.organisation.unbound)
    wrong = tuple(untrue(report, claim)) if claim else ()
    bound, unproven = reproven(case, claim.certificate if claim else None)
    found = (*report.findings, *wrong, *unproven)
    return replace(report, findings=found, proven=bound)


def breaches_beside_gates(case: Case, plan: Plan) -> tuple[Finding, ...]:
    """The breaches that `check` finds, but for those of gates: what hangs on several people, on
    the organisation, or on the plan itself."""
    rules = (rule for rule in all_rules() if isinstance(rule, Frame | Count))
    found = (finding for rule in rules for finding in _counted(case, rule, plan))
    return tuple(finding for finding in (*consistency(case, plan), *found) if finding.breach)


def _counted(case: Case, rule: Frame | Count, plan: Plan) -> Iterable[Finding]:
    if isinstance(rule, Frame):
        return rule.faults(case)
    return sorted(rule.check(case, plan), key=lambda finding: finding.about)


@dataclass(frozen=True, slots=True)
class Seated:
    """What a person holds in the plan: a spot, and the communes it spreads over."""

    spot: Spot
    communes: tuple[int, ...]


def _seat(case: Case, rows: tuple[Placement, ...]) -> Seated | None:
    """All known posts of one person as one (perhaps unlawful) bundle; None when none is known."""
    posts = [case.posts[code] for row in rows for code in row.posts if code in case.posts]
    if not posts:
        return None
    codes = tuple(dict.fromkeys(post.title for post in posts))
    lawful = case.organisation.concurrency.bundle(codes)
    bundle = lawful or Bundle(
        tuple(case.titles[case.organisation.title_at[code]] for code in codes)
    )
    communes = tuple(dict.fromkeys(case.commune_at[post.commune] for post in posts))
    return Seated(Spot(bundle, communes[0]), communes)


def _charges(
    case: Case, rule: Preference, seated: Mapping[str, Seated | None]
) -> Iterator[Finding]:
    for place, cadre in enumerate(case.cadres):
        seat = seated.get(cadre.code)
        yield from rule.charge(case, place, seat.spot if seat else None)


def _verdicts(
    case: Case, rule: Gate, plan: Plan, seated: Mapping[str, Seated | None]
) -> Iterator[tuple[str, Verdict]]:
    concerned = rule.concerns(case)
    located = frozenset(concerned) if concerned is not None else frozenset[int]()
    for place, cadre in enumerate(case.cadres):
        seat = seated.get(cadre.code)
        if seat is not None and (concerned is None or place in located):
            waived = case.requests.waived.get(cadre.code, frozenset())
            for verdict in rule.judge(case, cadre, seat.spot.bundle):
                yield cadre.code, as_waived(verdict, waived)
            for only, verdict in rule.confined(case, cadre, seat.spot.bundle):
                if any(commune != only for commune in seat.communes):
                    yield cadre.code, verdict
        if place in located and seat is not None:
            for commune in seat.communes:
                for verdict in rule.locate(case, cadre, commune):
                    yield cadre.code, verdict
        if place in located and seat is None:
            for verdict in rule.spare(case, cadre):
                yield cadre.code, verdict
    for place, post, verdict in rule.closed(case):
        code = case.cadres[place].code
        if code in plan.by_post.get(post, ()):
            yield code, verdict
