from datetime import date

from planner.roster.levels import Feature, UnitRank
from planner.rules.quota.unit_total import RULE
from tests.builders import A, case_of, changed, person, plan_of, post, posts_without, unit

PEOPLE = tuple(person(f"P{n}") for n in range(3))
HELD = {"P0": post("VP-TP"), "P1": post("VP-HD"), "P2": post("BXD-TC")}


def found(feature: Feature, norms: str = "", day: date = date(2026, 11, 22)) -> list[object]:
    place = unit(features=frozenset({feature}))
    case = case_of(*PEOPLE, communes=(place,), norms=norms, day=day)
    plan = plan_of(case, **HELD)
    return [(f.norm.id, f.about[1], f.amount) for f in RULE.check(case, plan)]


def test_a_unit_without_offices_has_at_most_forty() -> None:
    tight = changed("Q-NOOFFICE-40", values='{ maximum = "2 người" }')
    assert found(Feature.NO_OFFICE, tight) == [("Q-NOOFFICE-40", "max", 1)]
    assert found(Feature.NO_OFFICE) == []


def test_a_unit_that_was_not_merged_needs_about_forty() -> None:
    assert found(Feature.NOT_MERGED) == [("Q-MIN-40", "min", 37)]
    assert found(Feature.MOUNTAIN) == []


def test_a_ward_of_the_pilot_has_cadres_and_servants_by_class() -> None:
    place = unit(rank=UnitRank.III)
    case = case_of(*PEOPLE, communes=(place,), day=date(2024, 1, 1))
    (norm,) = RULE.norms_at(case, place)
    assert (norm.id, RULE.most(norm)) == ("U-CLASS-CAP", 19)


def test_a_norm_without_a_minimum_asks_for_nobody() -> None:
    place = unit(features=frozenset({Feature.NO_OFFICE}))
    case = case_of(*PEOPLE, communes=(place,))
    assert not list(RULE.check(case, plan_of(case)))


def test_one_block_alone_is_not_asked_for_the_people_of_all() -> None:
    place = unit(features=frozenset({Feature.NOT_MERGED}))
    case = case_of(*PEOPLE, communes=(place,), posts=posts_without("FRONT", units=[A]))
    assert not list(RULE.check(case, plan_of(case, **HELD)))
