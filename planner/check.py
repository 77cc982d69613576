"""The check: re-verifies a plan against its case, without any solver, and recomputes its cost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.bundles import Bundle
from planner.case import Case
from planner.certificate import BadCertificate, Certificate, proven
from planner.eligibility import as_waived
from planner.finding import Finding
from planner.norms import Force, Norm
from planner.plan import Placement, Plan
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Spot, Verdict

PLAN_ITSELF = "plan"
"""Rule code of the findings about the plan's own consistency."""


def _of_plan(what: str, title: str) -> Norm:
    return Norm(what, PLAN_ITSELF, title, Force.MUST, "Tính nhất quán của phương án", "C")


UNKNOWN_PERSON = _of_plan("plan.unknown_person", "Người trong phương án phải có trong danh sách")
UNKNOWN_POST = _of_plan("plan.unknown_post", "Chức danh trong phương án phải có thật")
MISSING_PERSON = _of_plan("plan.missing_person", "Không ai bị bỏ sót khỏi phương án")
TWICE = _of_plan("plan.twice", "Mỗi người chỉ có một dòng trong phương án")
TWO_UNITS = _of_plan("plan.two_units", "Các chức danh của một người ở cùng một đơn vị")
NOT_A_BUNDLE = _of_plan("plan.not_a_bundle", "Chỉ kiêm nhiệm theo quy định cho phép")
WRONG_MAIN = _of_plan("plan.wrong_main", "Chức danh chính phải là chức danh tính biên chế")
WRONG_COST = _of_plan("plan.wrong_cost", "Số điểm ghi trong phương án phải đúng")
WRONG_BOUND = _of_plan("plan.wrong_bound", "Mức không thể thấp hơn phải không cao hơn số điểm")
WRONG_PROOF = _of_plan("plan.wrong_proof", "Chứng thư phải chứng minh được mức đã ghi")
WRONG_RULE = _of_plan("plan.wrong_rule", "Mức và điểm của từng quy tắc phải đúng")
WRONG_SCENARIO = _of_plan("plan.wrong_scenario", "Giả định không được sửa sau khi lập")
LEAVING = _of_plan("plan.leaving", "Không bố trí người chờ nghỉ hưu, đã có đơn nghỉ")


@dataclass(frozen=True)
class Report:
    """What the check found; `conditions` are lawful placements that hold only until a day."""

    findings: tuple[Finding, ...]
    conditions: tuple[tuple[str, Verdict], ...] = ()
    proven: int | None = None
    """What the certificate proves: no lawful plan costs less. None without a sound one."""

    @property
    def breaches(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.breach)

    @property
    def lawful(self) -> bool:
        return not self.breaches

    @cached_property
    def cost(self) -> int:
        """Points over all wishes missed."""
        return sum(finding.cost for finding in self.findings)

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[int, int]]:
        """Rule code → (amount, cost) over its findings, breaches left out."""
        sums: dict[str, tuple[int, int]] = {}
        for finding in self.findings:
            if not finding.breach:
                amount, cost = sums.get(finding.rule, (0, 0))
                sums[finding.rule] = amount + finding.amount, cost + finding.cost
        return dict(sorted(sums.items()))


@dataclass(frozen=True)
class Claim:
    """What a plan says of itself; None where it says nothing. What is not true is a breach."""

    cost: int | None = None
    bound: int | None = None
    by_rule: Mapping[str, tuple[int, int]] | None = None
    scenario: str | None = None
    """Fingerprint of the scenario it says it was made under, and the one it carries."""
    carried: str | None = None
    certificate: Certificate | None = None


def check(case: Case, plan: Plan, claim: Claim | None = None) -> Report:
    """Every breach and every missed wish of `plan`, rule by rule, and whether `claim` is true."""
    findings = [*_consistency(case, plan)]
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
    report = Report(tuple(findings), tuple(conditions))
    wrong = tuple(_untrue(report, claim)) if claim else ()
    bound, unproven = _reproven(case, claim.certificate if claim else None)
    return Report((*report.findings, *wrong, *unproven), report.conditions, bound)


def breaches_beside_gates(case: Case, plan: Plan) -> tuple[Finding, ...]:
    """The breaches that `check` finds, but for those of gates: what hangs on several people, on
    the organisation, or on the plan itself."""
    rules = (rule for rule in all_rules() if isinstance(rule, Frame | Count))
    found = (finding for rule in rules for finding in _counted(case, rule, plan))
    return tuple(finding for finding in (*_consistency(case, plan), *found) if finding.breach)


def _counted(case: Case, rule: Frame | Count, plan: Plan) -> Iterable[Finding]:
    if isinstance(rule, Frame):
        return rule.faults(case)
    return sorted(rule.check(case, plan), key=lambda finding: finding.about)


def _reproven(
    case: Case, certificate: Certificate | None
) -> tuple[int | None, tuple[Finding, ...]]:
    """What the certificate proves, and a finding when that is less than it says, or nothing."""
    if certificate is None:
        return None, ()
    said = str(certificate.bound)
    try:
        bound = proven(case, certificate.duals)
    except BadCertificate as error:
        return None, (Finding(PLAN_ITSELF, (said, str(error)), 1, WRONG_PROOF),)
    if bound >= certificate.bound:
        return bound, ()
    about, short = (said, str(bound)), certificate.bound - bound
    return bound, (Finding(PLAN_ITSELF, about, short, WRONG_PROOF),)


def _untrue(report: Report, claim: Claim) -> Iterator[Finding]:
    if claim.cost is not None and claim.cost != report.cost:
        about = (str(claim.cost), str(report.cost))
        yield Finding(PLAN_ITSELF, about, abs(claim.cost - report.cost), WRONG_COST)
    if claim.bound is not None and report.lawful and claim.bound > report.cost:
        about = (str(claim.bound), str(report.cost))
        yield Finding(PLAN_ITSELF, about, claim.bound - report.cost, WRONG_BOUND)
    if claim.by_rule is not None:
        for code in sorted({*claim.by_rule, *report.by_rule}):
            said, found = claim.by_rule.get(code, (0, 0)), report.by_rule.get(code, (0, 0))
            if said != found:
                amount = abs(said[0] - found[0]) or abs(said[1] - found[1])
                yield Finding(PLAN_ITSELF, (code,), amount, WRONG_RULE)
    if claim.scenario != claim.carried:
        yield Finding(PLAN_ITSELF, (), 1, WRONG_SCENARIO)


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
    lawful = case.concurrency.bundle(codes)
    bundle = lawful or Bundle(tuple(case.titles[case.title_at[code]] for code in codes))
    communes = tuple(dict.fromkeys(case.commune_at[post.commune] for post in posts))
    return Seated(Spot(bundle, communes[0]), communes)


def _consistency(case: Case, plan: Plan) -> Iterator[Finding]:
    leaving = {cadre.code for cadre in case.roster.cadres if cadre.leaving}
    for code, rows in plan.by_cadre.items():
        if code in leaving:
            yield Finding(PLAN_ITSELF, (code,), 1, LEAVING)
        elif code not in case.cadre_at:
            yield Finding(PLAN_ITSELF, (code,), 1, UNKNOWN_PERSON)
        for row in rows:
            for post in row.posts:
                if post not in case.posts:
                    yield Finding(PLAN_ITSELF, (code, post), 1, UNKNOWN_POST)
        known = [post for row in rows for post in row.posts if post in case.posts]
        units = {case.posts[post].commune for post in known}
        if len(units) > 1:
            yield Finding(PLAN_ITSELF, (code, *sorted(units)), len(units) - 1, TWO_UNITS)
        yield from _bundles(case, code, rows, known)
    seen: set[str] = set()
    for code in plan.surplus:
        if code not in case.cadre_at and code not in leaving:
            yield Finding(PLAN_ITSELF, (code,), 1, UNKNOWN_PERSON)
        if code in plan.by_cadre or code in seen:
            yield Finding(PLAN_ITSELF, (code,), 1, TWICE)
        seen.add(code)
    for cadre in case.cadres:
        if cadre.code not in plan.by_cadre and cadre.code not in seen:
            yield Finding(PLAN_ITSELF, (cadre.code,), 1, MISSING_PERSON)


def _bundles(
    case: Case, code: str, rows: tuple[Placement, ...], known: list[str]
) -> Iterator[Finding]:
    """Whether what one person holds is a bundle the norms allow, with the right main post."""
    if len(known) != len(set(known)):
        yield Finding(PLAN_ITSELF, (code, *sorted(set(known))), 1, TWICE)
    titles = tuple(dict.fromkeys(case.posts[post].title for post in known))
    if not titles:
        return
    bundle = case.concurrency.bundle(titles)
    rules = case.concurrency
    named = any((*rules.unmet(titles), *rules.conflicts(titles), *rules.barred(titles)))
    if bundle is None and not named:
        yield Finding(PLAN_ITSELF, (code, *titles), 1, NOT_A_BUNDLE)
    main = case.posts.get(rows[0].main)
    if bundle and len(rows) == 1 and main and main.title != bundle.main.code:
        yield Finding(PLAN_ITSELF, (code, main.code), 1, WRONG_MAIN)


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
            waived = case.waived.get(cadre.code, frozenset())
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


def vacant(case: Case, plan: Plan) -> tuple[tuple[str, int], ...]:
    """Posts below their minimum and by how many seats, in post order."""
    return tuple(
        (post.code, post.minimum - held)
        for post in case.roster.posts
        if (held := len(plan.by_post.get(post.code, ()))) < post.minimum
    )


def moved(case: Case, plan: Plan) -> int:
    """People placed outside every commune that holds their present place."""
    return sum(
        case.away(case.cadre_at[row.cadre], case.commune_at[case.posts[row.main].commune])
        for row in plan.placements
        if row.main in case.posts and row.cadre in case.cadre_at
    )


def key_vacancies(case: Case, plan: Plan) -> int:
    """Empty seats of key posts."""
    return sum(short for code, short in vacant(case, plan) if case.title_of(code).key)
