from datetime import date

import pytest

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Scenario
from planner.rules.deputies.province_pool import RULE
from tests.builders import A, B, case_of, person, plan_of, post

SIX = tuple(person(f"P{n}") for n in range(6))


def breaches(day: date, title: str, at_a: int, at_b: int) -> list[tuple[str, int]]:
    case = case_of(*SIX, day=day)
    holders = {f"P{n}": post(title, A if n < at_a else B) for n in range(at_a + at_b)}
    return [(f.norm.id, f.amount) for f in RULE.check(case, plan_of(case, **holders))]


def test_two_units_share_five_vice_chairs() -> None:
    assert breaches(date(2026, 11, 22), "UBND-PCT", 3, 2) == []
    assert breaches(date(2026, 11, 22), "UBND-PCT", 3, 3) == [("S-UBND-VC25", 1)]


@pytest.mark.parametrize(("day", "limit"), [(date(2025, 10, 15), 2), (date(2026, 11, 22), 2)])
def test_deputies_of_offices_average_two_an_office(day: date, limit: int) -> None:
    case = case_of(*SIX, day=day)
    norm = next(n for n in RULE.norms(case) if "VP-PCVP" in n.names("titles"))
    assert RULE.limit(case, norm, (0, 1)) == limit * 2 * 3


def test_an_average_is_rounded_down_to_whole_people() -> None:
    case = case_of(*SIX, units=[A])
    norm = next(n for n in RULE.norms(case) if n.id == "S-UBND-VC25")
    assert RULE.limit(case, norm, (0,)) == 2


def test_in_the_pilot_each_district_is_a_pool_of_fifteen_a_ward() -> None:
    roster = sample("Hà Nội", 3, Situation.PILOT)
    case = make_case(roster, Scenario("PA1", date(2021, 7, 1)))
    (norm,) = RULE.norms(case)
    pools = RULE.pools(case, norm)
    assert {name: len(units) for name, units in pools.items()} == {
        "Quận Hoàn Kiếm": 18,
        "Quận Long Biên": 14,
    }
    assert {RULE.limit(case, norm, units) for units in pools.values()} == {270, 210}
