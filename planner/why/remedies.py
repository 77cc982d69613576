"""Which ways out of a clash are worth trying, cheapest first."""

from collections.abc import Iterator
from dataclasses import replace

from planner.case import Case
from planner.check.gates import eligibility, verdicts
from planner.law.bundles import Bundle
from planner.law.norm import Norm
from planner.roster import Cadre, Demand
from planner.roster.levels import Block
from planner.rules import all_rules, rule_of, rules_of
from planner.rules.roles import CapsBlocks, CapsHolders, CapsSeats, FillsSeats, Trainable
from planner.rules.shape import Gate, Spot
from planner.why.clash import Clash, clashes, with_only
from planner.why.way_out import Effort, WayOut

MOST_AMOUNT = 12
CANDIDATES = 3
"""People named in a way out that waives or trains."""


def rank_of_way(way: WayOut) -> tuple[int, str, str]:
    return way.price, way.subject, way.norm


def release(demand: Demand) -> WayOut:
    return WayOut(Effort.RELEASE, demand.cadre, 1, demand=demand)


def waivable(case: Case, norm_id: str) -> bool:
    norm = case.norms.named(norm_id)
    rule = rule_of(norm.used_by) if norm is not None else None
    return isinstance(rule, Gate) and rule.waivable


def may_grow(case: Case, post: str) -> bool:
    """Whether a seat may be added to a post: never where the law knows one holder."""
    return not any(rule.full(case, post) for rule in rules_of(CapsHolders))


def plain_ways(case: Case, clash: Clash) -> tuple[WayOut, ...]:
    """Ways out of a clash that was seen without a program; each, taken alone, ends it."""
    ways = [release(demand) for demand in clash.demands]
    if len(clash.norms) == 1 and waivable(case, clash.norms[0]):
        who = clash.demands[0].cadre
        ways.append(WayOut(Effort.WAIVE, who, 1, norm=clash.norms[0], people=(who,)))
    targets = {demand.target for demand in clash.demands}
    if len(clash.demands) > 1 and len(targets) == 1 and targets <= set(case.posts):
        target = targets.pop()
        if may_grow(case, target):
            ways.append(WayOut(Effort.SEATS, target, 1))
    return tuple(sorted((way for way in ways if _ends(case, way, clash)), key=rank_of_way))


def _ends(case: Case, way: WayOut, clash: Clash) -> bool:
    after = way.applied(with_only(case, list(clash.demands)))
    return not any(set(left.demands) & set(clash.demands) for left in clashes(after))


def _eased(case: Case, norm: Norm) -> bool:
    """Whether it was the department that made a must of the norm."""
    return case.scenario.forces.get(norm.id) == "must" or bool(norm.origin)


def candidate_ways(case: Case, clash: Clash) -> Iterator[WayOut]:
    for demand in clash.demands:
        yield release(demand)
    seen: set[str] = set()
    for norm_id, about, _ in clash.bounds:
        norm = case.norms.named(norm_id)
        if norm is None:
            continue
        if norm_id not in seen and _eased(case, norm):
            yield WayOut(Effort.EASE, norm_id, 1, norm=norm_id)
        seen.add(norm_id)
        rule = rule_of(norm.used_by)
        if isinstance(rule, Trainable):
            yield WayOut(Effort.TRAIN, about[0], 1, norm=norm_id)
        if isinstance(rule, CapsSeats) and may_grow(case, about[0]):
            yield WayOut(Effort.SEATS, about[0], 1)
        if isinstance(rule, CapsBlocks):
            yield WayOut(Effort.QUOTA, about[0], 1, block=Block[about[1]])
        if isinstance(rule, FillsSeats):
            yield from _waivers(case, about[0])


def of_amount(case: Case, way: WayOut, amount: int) -> WayOut | None:
    """The same way out for that many; None when it has no amount, or there are not so many."""
    if way.effort in (Effort.RELEASE, Effort.EASE, Effort.WAIVE):
        return way if amount == 1 else None
    if way.effort is Effort.TRAIN:
        people = _trainees(case, way)[:amount]
        return replace(way, amount=amount, people=people) if len(people) == amount else None
    return replace(way, amount=amount)


def _trainees(case: Case, way: WayOut) -> tuple[str, ...]:
    """People who do not have the skill, those of the unit first, those nearest to it before."""
    norm = case.norms.named(way.norm)
    assert norm is not None
    rule, commune = rule_of(norm.used_by), case.commune_at.get(way.subject, 0)
    assert isinstance(rule, Trainable)
    allowed = eligibility(case).allowed
    lacking = [
        place
        for place, cadre in enumerate(case.cadres)
        if not rule.capable(cadre, norm) and allowed[:, place].any()
    ]

    def nearest(place: int) -> tuple[bool, int, int]:
        there = commune in case.whereabouts.own[place]
        return not there, -rule.progress(case.cadres[place]), place

    lacking.sort(key=nearest)
    return tuple(case.cadres[p].code for p in lacking)


def _waivers(case: Case, post: str) -> Iterator[WayOut]:
    """People whom a single norm that can be waived keeps from the post."""
    commune = case.commune_of(post)
    title = case.posts[post].title
    bundles = [b for b in case.organisation.bundles if title in b.codes]
    given = 0
    for cadre in case.cadres:
        for bundle in bundles:
            norms = _refusing(case, cadre, bundle, commune)
            if len(norms) == 1 and waivable(case, next(iter(norms))):
                yield WayOut(
                    Effort.WAIVE, cadre.code, 1, norm=next(iter(norms)), people=(cadre.code,)
                )
                given += 1
                break
        if given >= CANDIDATES:
            return


def _refusing(case: Case, cadre: Cadre, bundle: Bundle, commune: int) -> set[str]:
    gates = (rule for rule in all_rules() if isinstance(rule, Gate))
    return {
        verdict.norm.id
        for gate in gates
        for verdict in verdicts(case, gate, cadre, Spot(bundle, commune), ())
        if verdict.refused and verdict.norm.must
    }
