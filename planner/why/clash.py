"""Demands that cannot be met together, each found and re-verified by looking at it alone."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, replace

from planner.case import Case
from planner.check.finding_words import named
from planner.check.gates import CLOSED, eligibility, verdicts
from planner.law.bundles import Bundle
from planner.plan import Finding, Plan
from planner.roster import Cadre, Demand
from planner.rules import rule_of, rules_of
from planner.rules.roles import FillsSeats
from planner.rules.shape import Frame, Gate, Spot, Subject, Verdict
from planner.why.reasons import why_vacant

Bound = tuple[str, tuple[str, ...], bool]
"""A must on one thing: norm, what it is about, at least (True) or at most."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Dropping any one of `demands`, `bounds` or `people` (or what `text` names) ends the clash."""

    demands: tuple[Demand, ...]
    text: str
    _: KW_ONLY
    bounds: tuple[Bound, ...] = ()
    people: tuple[str, ...] = ()
    """Cadres who must not be left without a post."""
    reduced: bool = True
    """False when time was up before every member had been tried to be left out."""
    norms: tuple[str, ...] = ()
    """Norms that refuse a pin."""


def without(case: Case, demands: tuple[Demand, ...]) -> Case:
    """The case less some demands."""
    gone = set(demands)
    return with_only(case, [demand for demand in case.requests.all_demands if demand not in gone])


def with_only(case: Case, demands: list[Demand]) -> Case:
    """The case with these demands and no others."""
    return replace(
        case,
        roster=replace(case.roster, demands=()),
        scenario=replace(case.scenario, demands=tuple(demands)),
    )


def clashes(case: Case) -> tuple[Clash, ...]:
    """What no plan can keep: an organisation that breaks a must, and pins refused by a gate, or
    against each other, or too many on a post."""
    return (*_frames(case), *demand_clashes(case))


def demand_clashes(case: Case) -> tuple[Clash, ...]:
    """The same of pins and bans alone."""
    return (*_leaving(case), *_refused(case), *_opposed(case), *_crowded(case))


def _frames(case: Case) -> Iterator[Clash]:
    """Musts that the organisation itself breaks, whoever is placed in it."""
    for rule in rules_of(Frame):
        for fault in rule.faults(case):
            if fault.breach:
                where = "; ".join(named(case, code) for code in fault.about[:1])
                text = f"{where}: {rule.explain(case, fault)} ({fault.norm.source})"
                yield Clash((), text)


def _pins(case: Case) -> list[Demand]:
    return [demand for demand in case.requests.demands if demand.pin]


def _unit(case: Case, demand: Demand) -> str:
    post = case.posts.get(demand.target)
    return post.commune if post else demand.target


def _leaving(case: Case) -> Iterator[Clash]:
    leaving = {cadre.code: cadre for cadre in case.roster.cadres if cadre.leaving}
    for demand in case.requests.all_demands:
        if demand.pin and demand.cadre in leaving:
            who = leaving[demand.cadre]
            status = who.status.label.lower()
            yield Clash((demand,), f"{who.name} được giữ cố định nhưng {status}")


def _refused(case: Case) -> Iterator[Clash]:
    gates = [rule for rule in rules_of(Gate) if rule.subject is not Subject.OWN]
    table = eligibility(case)
    for demand in _pins(case):
        place = case.cadre_at[demand.cadre]
        who, commune = case.cadres[place], case.commune_at[_unit(case, demand)]
        post = case.posts.get(demand.target)
        bundles = [b for b in case.organisation.bundles if post is None or post.title in b.codes]
        against: dict[str, str] = {}
        barring: dict[str, None] = {}
        open_bundle = False
        for bundle in bundles:
            refusals = {
                gate.code: f"{gate.explain(case, Finding(gate.code, (who.code,), 1, v.norm))}"
                f" ({v.norm.source})"
                for gate in gates
                for v in _against(case, gate, who, bundle, commune)
            }
            open_bundle |= not refusals
            barring |= {
                v.norm.id: None
                for gate in gates
                for v in _against(case, gate, who, bundle, commune)
            }
            against |= refusals
        if not open_bundle:
            reasons = "; ".join(against.values())
            text = f"{who.name} không đủ điều kiện ở chỗ giữ cố định: {reasons}"
            yield Clash((demand,), text, norms=tuple(barring))
        elif post and table.closed.get((place, post.code), 0) >= CLOSED:
            yield Clash((demand,), f"{who.name} vừa giữ cố định vừa không bố trí ở một chức danh")


def _against(case: Case, gate: Gate, who: Cadre, bundle: Bundle, commune: int) -> Iterator[Verdict]:
    """What a must of the gate refuses of the cadre holding the bundle there."""
    for verdict in verdicts(case, gate, who, Spot(bundle, commune), ()):
        if verdict.refused and verdict.norm.must:
            yield verdict


def _opposed(case: Case) -> Iterator[Clash]:
    by_cadre: dict[str, list[Demand]] = {}
    for demand in _pins(case):
        by_cadre.setdefault(demand.cadre, []).append(demand)
    for code, demands in by_cadre.items():
        name = case.cadre(code).name
        for place, first in enumerate(demands):
            for second in demands[place + 1 :]:
                if _unit(case, first) != _unit(case, second):
                    yield Clash((first, second), f"{name} giữ cố định ở hai đơn vị")
                elif not _held_together(case, first, second):
                    text = f"{name} giữ cố định ở hai chức danh không ai được cùng giữ"
                    yield Clash((first, second), text)
        for ban in case.requests.demands:
            same = ban.cadre == code and not ban.pin
            for pin in demands:
                if same and ban.target == _unit(case, pin):
                    yield Clash((pin, ban), f"{name} giữ cố định ở đơn vị đã ghi không bố trí")


def _held_together(case: Case, first: Demand, second: Demand) -> bool:
    """Whether one person may hold the posts that the two pins aim at."""
    titles = {
        case.posts[demand.target].title for demand in (first, second) if demand.target in case.posts
    }
    return any(titles <= set(bundle.codes) for bundle in case.organisation.bundles)


def _crowded(case: Case) -> Iterator[Clash]:
    by_post: dict[str, list[Demand]] = {}
    for demand in _pins(case):
        if demand.target in case.posts:
            by_post.setdefault(demand.target, []).append(demand)
    for code, demands in sorted(by_post.items()):
        most = case.posts[code].maximum
        if len({demand.cadre for demand in demands}) > most:
            few = tuple(demands[: most + 1])
            title = case.title_of(code).name
            yield Clash(few, f"{title}: giữ cố định {len(few)} người, tối đa {most} chỗ")


def clash_text(case: Case, bounds: list[Bound], demands: list[Demand], people: list[str]) -> str:
    """The clash in words, with articles."""
    parts = []
    for demand in demands:
        kind = "giữ cố định" if demand.pin else "không bố trí"
        parts.append(f"{kind} {named(case, demand.cadre)} ở {named(case, demand.target)}")
    for norm_id, about, _ in bounds:
        norm = case.norms.named(norm_id)
        assert norm is not None
        where = "; ".join(named(case, part) for part in about if part)
        parts.append(f"{where}: {norm.title} ({norm.source})")
        if isinstance(rule_of(norm.used_by), FillsSeats):
            parts += [str(reason) for reason in why_vacant(case, Plan((), ()), about[0])[:2]]
    parts += [f"{named(case, code)} phải có chỗ" for code in people]
    return "Không thể cùng đáp ứng: " + "; ".join(parts)
