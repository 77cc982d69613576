from datetime import date

from planner.roster.levels import Block
from planner.rules.quota.transition import RULE
from tests.builders import A, case_of, person, plan_of, post, posts_without, unit

PLACES = (unit(quota={Block.PARTY: 0, Block.GOVERNMENT: 10, Block.FRONT: 0}),)


def test_each_year_end_until_2030_tolerates_less_and_the_last_nothing() -> None:
    case = case_of(person("X"), communes=PLACES, day=date(2026, 11, 22))
    (norm,) = RULE.norms(case)
    days = RULE.year_ends(case, norm)
    assert [day.year for day in days] == [2026, 2027, 2028, 2029, 2030]
    assert [RULE.tolerated(case, 0, norm, day) for day in days] == [12, 11, 11, 10, 10]


def test_only_people_still_in_service_then_count() -> None:
    places = (unit(quota={Block.PARTY: 0, Block.GOVERNMENT: 1, Block.FRONT: 0}),)
    people = [person("X", months_left=20), person("Y"), person("Z")]
    case = case_of(*people, communes=places, day=date(2026, 11, 22))
    plan = plan_of(case, X=post("VP-TP"), Y=post("VP-HD"), Z=post("KT-TC"))
    found = {f.about: f.amount for f in RULE.check(case, plan)}
    assert found == {
        (A, "2026"): 2,
        (A, "2027"): 2,
        (A, "2028"): 1,
        (A, "2029"): 1,
        (A, "2030"): 1,
    }


def test_after_2030_there_is_no_path_left() -> None:
    assert not RULE.norms(case_of(person("X"), day=date(2031, 1, 1)))


def test_on_the_last_day_of_a_year_the_next_year_end_is_the_first() -> None:
    case = case_of(person("X"), communes=PLACES, day=date(2026, 12, 31))
    (norm,) = RULE.norms(case)
    assert [day.year for day in RULE.year_ends(case, norm)] == [2027, 2028, 2029, 2030]


def test_the_quota_of_a_block_that_is_not_planned_makes_no_room_for_others() -> None:
    places = (unit(quota={Block.PARTY: 20, Block.GOVERNMENT: 10, Block.FRONT: 30}),)
    case = case_of(person("X"), communes=places, posts=posts_without("PARTY", "FRONT", units=[A]))
    (norm,) = RULE.norms(case)
    assert [RULE.tolerated(case, 0, norm, d) for d in RULE.year_ends(case, norm)][-1] == 10
