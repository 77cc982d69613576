from datetime import date

from planner.roster.levels import Feature, UnitRank
from planner.rules.deputies.unit_limit import RULE
from tests.builders import A, case_of, person, plan_of, post, unit

PEOPLE = tuple(person(f"P{n}") for n in range(4))


def over(day: date, title: str, number: int, **more: object) -> list[tuple[str, str, int]]:
    case = case_of(*PEOPLE, day=day, **more)
    plan = plan_of(case, **{f"P{n}": post(title) for n in range(number)})
    return [(f.norm.id, f.about[1], f.amount) for f in RULE.check(case, plan)]


def test_until_decree_300_a_unit_had_two_vice_chairs() -> None:
    assert over(date(2025, 11, 16), "UBND-PCT", 3) == [("S-UBND-VC2-OLD", "", 1)]
    assert over(date(2025, 11, 16), "UBND-PCT", 2) == []
    assert over(date(2025, 11, 17), "UBND-PCT", 3) == []


def test_until_resolution_332_an_office_had_one_deputy() -> None:
    assert over(date(2025, 10, 14), "KT-PTP", 2) == [("S-DEP-1-OLD", "KT-PTP", 1)]
    assert over(date(2025, 10, 15), "KT-PTP", 2) == []


def test_a_committee_of_the_council_had_one_full_time_deputy() -> None:
    assert over(date(2025, 10, 27), "HDND-PBKT", 2) == [("S-BAN-DEP-OLD", "HDND-PBKT", 1)]
    assert over(date(2025, 10, 28), "HDND-PBKT", 2) == []


def test_a_third_vice_chair_in_the_south_needs_people_area_and_a_key_security_area() -> None:
    case = case_of(*PEOPLE, province="79", units=["26734", "26737"], day=date(2026, 1, 1))
    key = frozenset({Feature.KEY_SECURITY})

    def most(**known: object) -> int:
        place = unit(**known)
        norm = next(n for n in RULE.norms_at(case, place) if n.id == "S-HCM-VC3")
        return RULE.limit(place, norm)

    assert most(population=50_000, area_km2=5.5, features=key) == 3
    assert most(population=49_999, area_km2=5.5, features=key) == 2
    assert most(population=50_000, area_km2=5.4, features=key) == 2
    assert most(population=50_000, area_km2=5.5) == 2


def test_a_pilot_ward_of_class_three_has_one_vice_chair() -> None:
    for rank, most in ((UnitRank.I, 2), (UnitRank.II, 2), (UnitRank.III, 1)):
        ward = unit(features=frozenset({Feature.PILOT}), rank=rank)
        case = case_of(*PEOPLE, day=date(2021, 7, 1), communes=(ward,), old_units=())
        (norm,) = RULE.norms_at(case, ward)
        assert (norm.id, RULE.limit(ward, norm), A) == ("U-VC-CLASS", most, ward.code)
