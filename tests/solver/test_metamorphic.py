"""What must not change the answer does not; what changes it, changes it by as much as it must."""

import random
from dataclasses import replace

import pytest

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Case, Scenario
from planner.law.norm import Force
from planner.roster.levels import Education
from planner.rules import all_rules
from planner.rules.shape import Preference
from solver.progress import Draft, Limits, Outcome
from solver.search.search import draft
from tests.builders import DAY, person

SEEDS = range(4)


def solved(case: Case) -> Draft:
    return draft(case, Limits(60), lambda progress: None)


def cased(seed: int) -> Case:
    situation = Situation.RUNNING if seed % 2 else Situation.MERGER
    return make_case(sample("Hà Nội", seed + 30, situation, 2), Scenario("PA1", DAY))


@pytest.mark.parametrize("seed", SEEDS)
def test_people_and_posts_in_another_order_cost_the_same(seed: int) -> None:
    case = cased(seed)
    rng = random.Random(seed)
    people, kin = list(case.roster.cadres), list(case.roster.kin)
    rng.shuffle(people)
    rng.shuffle(kin)
    units = list(case.roster.communes)
    rng.shuffle(units)
    mixed = replace(
        case.roster,
        cadres=tuple(people),
        kin=tuple((b, a) for a, b in kin),
        communes=tuple(units),
    )
    one, two = solved(case), solved(make_case(mixed, case.scenario))
    assert (one.plan, one.cost, one.bound) == (two.plan, two.cost, two.bound)


@pytest.mark.parametrize("seed", SEEDS)
def test_other_codes_for_people_cost_the_same(seed: int) -> None:
    case = cased(seed)
    names = [cadre.code for cadre in case.roster.cadres]
    fresh = [f"N{n:05}" for n in range(len(names))]
    random.Random(seed).shuffle(fresh)
    new = dict(zip(names, fresh, strict=True))
    renamed = replace(
        case.roster,
        cadres=tuple(replace(c, code=new[c.code]) for c in case.roster.cadres),
        kin=tuple((new[a], new[b]) for a, b in case.roster.kin),
    )
    assert solved(case).cost == solved(make_case(renamed, case.scenario)).cost


@pytest.mark.parametrize("seed", SEEDS)
def test_all_prices_threefold_cost_threefold(seed: int) -> None:
    case = cased(seed)
    prices = {n.id: 3 * n.price for n in case.norms.entries if n.force is Force.WISH}
    dearer = make_case(case.roster, replace(case.scenario, prices=prices))
    one, three = solved(case), solved(dearer)
    assert one.cost is not None and three.cost == 3 * one.cost


@pytest.mark.parametrize("seed", SEEDS)
def test_a_person_whom_no_post_fits_costs_only_the_place_not_found(seed: int) -> None:
    case = cased(seed)
    useless = person("ZZZ", education=Education.COLLEGE, place=case.communes[0].code, party=False)
    more = replace(case.roster, cadres=(*case.roster.cadres, useless))
    wider = make_case(more, case.scenario)
    one, two = solved(case), solved(wider)
    place = wider.cadre_at["ZZZ"]
    alone = sum(
        finding.cost
        for rule in all_rules()
        if isinstance(rule, Preference)
        for finding in rule.charge(wider, place, None)
    )
    assert one.cost is not None and two.cost is not None
    assert two.plan is not None and "ZZZ" in two.plan.surplus
    assert two.cost == one.cost + alone


@pytest.mark.parametrize("seed", SEEDS)
def test_a_must_without_a_dual_can_be_dropped(seed: int) -> None:
    """The certificate does not use it and the best plan keeps it, so nothing changes."""
    case = cased(seed)
    one = solved(case)
    assert one.certificate is not None and one.outcome is Outcome.BEST
    used = {dual.norm for dual in one.certificate.duals}
    idle = [n.id for n in case.norms.of("kinship") if n.must and n.id not in used]
    if one.certificate.bound == one.cost:
        dropped = make_case(case.roster, replace(case.scenario, forces=dict.fromkeys(idle, "off")))
        assert solved(dropped).cost == one.cost
