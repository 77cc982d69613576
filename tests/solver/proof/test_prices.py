"""Prices from the certificate hold in every plan; swaps are lawful, better, and hurt nobody."""

from dataclasses import replace

import pytest

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Case, Scenario
from planner.check import check
from planner.compare.moves import own_costs
from planner.plan import Placement, Plan
from planner.roster import Demand
from planner.roster.levels import ItLevel
from planner.why.prices import Prices
from planner.why.swaps import swapped, swaps
from solver.progress import Draft, Limits
from solver.proof.confirmed_price import Confirmer
from solver.search.search import draft
from tests.builders import DAY, A, B, case_of, person, post


def silent(_: object) -> None:
    """Nobody listens."""


@pytest.fixture(scope="module")
def drafted() -> tuple[Case, Draft]:
    case = make_case(sample("Hà Nội", 11, Situation.RUNNING, 3), Scenario("PA1", DAY))
    return case, draft(case, Limits(60), silent)


@pytest.fixture(scope="module")
def prices(drafted: tuple[Case, Draft]) -> Prices:
    case, result = drafted
    assert result.plan and result.cost and result.certificate
    return Prices(case, result.plan, result.cost, result.certificate)


@pytest.mark.parametrize("place", range(0, 120, 10))
def test_no_plan_with_the_place_costs_less_than_said(
    drafted: tuple[Case, Draft], prices: Prices, place: int
) -> None:
    case, result = drafted
    assert result.cost is not None
    for option in prices.of_cadre(case.cadres[place].code, 2):
        demands = (Demand(option.cadre, option.post, True),)
        pinned = make_case(case.roster, replace(case.scenario, demands=demands))
        best = draft(pinned, Limits(60), silent)
        assert best.cost is None or best.cost - result.cost >= option.at_least
        again = prices.of_pair(option.cadre, option.post)
        assert again is not None and again.at_least <= option.at_least


def test_the_confirmed_price_is_that_of_a_fresh_draft(
    drafted: tuple[Case, Draft], prices: Prices
) -> None:
    case, result = drafted
    assert result.plan and result.cost and result.certificate
    confirm = Confirmer(case, result.plan, result.cost, result.certificate)
    code = next(p.code for p in case.posts.values() if p.title == "KT-TC")
    options = prices.of_post(code, 3)
    assert options and options == tuple(sorted(options, key=lambda option: option.at_least))
    for option in options:
        found = confirm.pinned(option.cadre, code)
        demands = (Demand(option.cadre, code, True),)
        pinned = make_case(case.roster, replace(case.scenario, demands=demands))
        best = draft(pinned, Limits(60), silent)
        assert best.cost is not None and found.at_most == best.cost - result.cost
        assert found.exact and found.at_most >= option.at_least


def test_a_best_plan_has_no_swap(drafted: tuple[Case, Draft]) -> None:
    case, result = drafted
    assert result.plan is not None and result.cost == result.bound
    assert swaps(case, result.plan) == ()


def test_two_people_in_each_others_home_are_told_to_swap() -> None:
    case = case_of(
        person("X", home=A, place=A, it=ItLevel.ADVANCED),
        person("Y", home=B, place=B, it=ItLevel.ADVANCED),
    )
    rows = (Placement("X", post("VP-TP", B)), Placement("Y", post("VP-TP", A)))
    plan = Plan.of(rows, ())
    (found,) = swaps(case, plan)
    assert set(found.cadres) == {"X", "Y"} and min(found.gains) >= 0
    after = swapped(plan, found.cadres)
    assert check(case, plan).cost - check(case, after).cost == found.total > 0
    for code, gain in zip(found.cadres, found.gains, strict=True):
        before, then = (
            own_costs(case, plan, [code]).get(code),
            own_costs(case, after, [code]).get(code),
        )
        assert before is not None and then is not None and before - then == gain


def test_a_circle_of_three_is_found() -> None:
    units = [A, B, "00025"]
    names = ("X", "Y", "Z")
    people = [person(name, home=u, place=u) for name, u in zip(names, units, strict=True)]
    case = case_of(*people, units=units)
    seats = (units[1], units[2], units[0])
    rows = [Placement(n, post("VP-TP", u)) for n, u in zip(names, seats, strict=True)]
    found = swaps(case, Plan.of(rows, ()))
    assert len(found) == 1 and len(found[0].cadres) in (2, 3) and found[0].total > 0
