"""Planted impossibilities: each found as an irreducible clash, each way out makes a plan."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from data.legal_basis import make_case
from data.sample import sample
from planner.case import Case, Scenario
from planner.check import check
from planner.check.certificate import proves_impossible
from planner.roster import Demand
from planner.roster.levels import Block, Education, Grade, ItLevel, Theory
from planner.why.clash import Bound, Clash, clashes, with_only
from solver.progress import Limits, Outcome
from solver.proof.diagnosis import diagnose
from solver.proof.feasible import Possibility, feasibility
from solver.search.search import draft
from tests.builders import DAY, A, B, ban, case_of, person, pin, post
from tests.clashing import crew, relatives_pinned_together


def under(case: Case, *musts: str, demands: tuple[Demand, ...] = ()) -> Case:
    forces = dict.fromkeys(musts, "must")
    return make_case(case.roster, replace(case.scenario, forces=forces, demands=demands))


def two_units() -> Case:
    return case_of(*crew(), demands=(pin("P00", A), pin("P00", B)))


def crowded() -> Case:
    chair = post("VP-CVP", A)
    heads = crew(grade=Grade.HEAD)
    return case_of(*heads, demands=(pin("P00", chair), pin("P01", chair)))


def refused() -> Case:
    people = [person("X", education=Education.COLLEGE), *crew()]
    return case_of(*people, demands=(pin("X", post("VP-TP", A)),))


def pinned_and_banned() -> Case:
    return case_of(*crew(), demands=(pin("P00", A), ban("P00", A)))


def nobody_for_a_key_post() -> Case:
    """Every chair but one can be filled: the only people who may lead are banned from it."""
    chiefs = [
        person(f"C{n}", grade=Grade.CHIEF, theory=Theory.ADVANCED, committee=True)
        for n in range(12)
    ]
    demands = tuple(ban(cadre.code, post("DU-BT", A)) for cadre in chiefs)
    case = case_of(*chiefs, units=[A])
    norms = {"V-KEY": "must"}
    return make_case(case.roster, replace(case.scenario, forces=norms, demands=demands))


def no_it() -> Case:
    return under(case_of(*crew(it=ItLevel.NONE)), "P-IT1")


def one_it_for_two() -> Case:
    people = [person("IT", it=ItLevel.ADVANCED), *crew(it=ItLevel.NONE)]
    return under(case_of(*people), "P-IT1")


def more_pins_than_quota() -> Case:
    case = case_of(*crew())
    unit = replace(case.communes[0], quota={Block.PARTY: 5, Block.GOVERNMENT: 2, Block.FRONT: 5})
    roster = replace(case.roster, communes=(unit, *case.roster.communes[1:]))
    titles = ("VP-HD", "VP-TP", "VP-TP")
    posts = (post("KT-TP"), *(post(title) for title in titles[:2]))
    demands = tuple(pin(f"P{n:02}", code) for n, code in enumerate(posts))
    forces = {"Q-TRANSITION-5Y": "must"}
    return make_case(roster, Scenario("PA1", DAY, forces=forces, demands=demands))


def two_clashes_at_once() -> Case:
    demands = (pin("P00", A), pin("P00", B))
    people = [person("IT", it=ItLevel.ADVANCED), *crew(it=ItLevel.NONE)]
    return under(case_of(*people), "P-IT1", demands=demands)


def three_clashes_at_once() -> Case:
    chair = post("VP-CVP", B)
    demands = (pin("P02", chair), pin("P03", chair), pin("P04", A), ban("P04", A))
    return under(case_of(*crew(it=ItLevel.NONE), units=[A, B]), "P-IT1", demands=demands)


def sampled_without_it() -> Case:
    roster = sample("Hà Nội", 11, communes_wanted=3)
    people = tuple(replace(cadre, it=ItLevel.NONE) for cadre in roster.cadres)
    return make_case(replace(roster, cadres=people), Scenario("PA1", DAY, forces={"P-IT1": "must"}))


PLANTS: tuple[Callable[[], Case], ...] = (
    two_units,
    crowded,
    refused,
    pinned_and_banned,
    nobody_for_a_key_post,
    no_it,
    one_it_for_two,
    relatives_pinned_together,
    more_pins_than_quota,
    two_clashes_at_once,
    three_clashes_at_once,
    sampled_without_it,
)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_impossibility_is_found_and_the_way_out_drafts(
    plant: Callable[[], Case],
) -> None:
    case = plant()
    assert draft(case, Limits(30), lambda progress: None).plan is None
    found = diagnose(case)
    assert found.verdict is Possibility.IMPOSSIBLE and not found.more
    assert found.confirmed and found.together
    for one in found.found:
        assert one.ways and one.ways == tuple(sorted(one.ways, key=lambda way: way.price))
        alone = with_only(case, list(one.clash.demands))
        placed = frozenset(one.clash.people) | {d.cadre for d in one.clash.demands if d.pin}
        assert not one.duals or proves_impossible(alone, one.duals, placed)
        for smaller in less_one(case, one.clash):
            assert smaller, one.clash
    for way in found.together:
        assert way.words(case)
        case = way.applied(case)
    result = draft(case, Limits(60), lambda progress: None)
    assert result.plan is not None and result.outcome in (Outcome.BEST, Outcome.GOOD)
    assert check(case, result.plan).lawful


def less_one(case: Case, clash: Clash) -> list[bool]:
    """For each member of the clash, whether the others can be met."""
    can = []
    for demand in clash.demands:
        rest = [other for other in clash.demands if other != demand]
        can.append(possible(case, rest, frozenset(clash.bounds), clash.people))
    for bound in clash.bounds:
        kept = frozenset(clash.bounds) - {bound}
        can.append(possible(case, list(clash.demands), kept, clash.people))
    for code in clash.people:
        people = tuple(other for other in clash.people if other != code)
        can.append(possible(case, list(clash.demands), frozenset(clash.bounds), people))
    return can


def possible(
    case: Case, demands: list[Demand], bounds: frozenset[Bound], people: tuple[str, ...]
) -> bool:
    alone = with_only(case, demands)
    placed = frozenset(people) | {d.cadre for d in demands if d.pin}
    found = feasibility(alone, bounds, placed)
    return not clashes(alone) and found.verdict is Possibility.POSSIBLE


def test_what_can_be_drafted_is_said_to_be_possible(merger_case: Case) -> None:
    assert diagnose(merger_case).verdict is Possibility.POSSIBLE


def test_without_time_nothing_is_claimed() -> None:
    assert diagnose(no_it(), seconds=0).verdict is Possibility.UNKNOWN


def test_the_proof_of_an_impossibility_is_checked_by_plain_sums() -> None:
    case = no_it()
    found = feasibility(case)
    assert found.verdict is Possibility.IMPOSSIBLE and found.duals
    assert proves_impossible(case, found.duals)
    assert not proves_impossible(case, ())
    assert not proves_impossible(case_of(*crew()), ())
