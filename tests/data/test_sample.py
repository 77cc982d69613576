from datetime import date

import pytest

from data.reference import communes
from data.sample import Situation, Tightness, sample
from planner.roster.levels import Education, Grade, PlaceKind, Status, Theory

CITY = sample("Hà Nội", 7)
PEOPLE = CITY.cadres


def share(claim) -> float:  # type: ignore[no-untyped-def]
    return sum(map(claim, PEOPLE)) / len(PEOPLE)


def test_the_city_has_about_13000_people_in_126_units() -> None:
    assert len(CITY.communes) == 126
    assert 12_500 <= len(PEOPLE) <= 13_500


def test_the_same_seed_gives_the_same_people_another_seed_others() -> None:
    again = sample("Hà Nội", 7, communes_wanted=3)
    assert again == sample("Hà Nội", 7, communes_wanted=3)
    assert again != sample("Hà Nội", 8, communes_wanted=3)


def test_ages_follow_the_published_bands() -> None:
    day = date(2026, 11, 1)
    assert 0.54 <= share(lambda c: c.age(day) < 45) <= 0.64
    assert 0.07 <= share(lambda c: c.age(day) > 55) <= 0.14


def test_schooling_and_theory_follow_the_published_shares() -> None:
    assert share(lambda c: c.education >= Education.UNIVERSITY) > 0.92
    assert 0.74 <= share(lambda c: c.theory is Theory.INTERMEDIATE) <= 0.86
    assert 0.05 <= share(lambda c: c.theory >= Theory.ADVANCED) <= 0.13


def test_it_specialists_are_one_to_one_and_a_half_percent() -> None:
    assert 0.010 <= share(lambda c: "công nghệ thông tin" in c.fields) <= 0.015


def test_kin_are_six_to_eight_percent() -> None:
    assert 0.06 <= 2 * len(CITY.kin) / len(PEOPLE) <= 0.08


def test_names_are_northern_and_nguyen_is_three_in_ten() -> None:
    families = [cadre.name.split()[0] for cadre in PEOPLE]
    assert 0.28 <= families.count("Nguyễn") / len(families) <= 0.36
    assert not {"Huỳnh", "Võ"} & set(families)


def test_every_status_grade_and_unit_occurs() -> None:
    assert {c.status for c in PEOPLE} >= {Status.MATERNITY, Status.UNDER_REVIEW, Status.RETIRING}
    assert {c.grade for c in PEOPLE} == set(Grade)
    assert {c.place_kind for c in PEOPLE} == {PlaceKind.OLD_UNIT, PlaceKind.OLD_DISTRICT}


def test_months_left_never_fall_below_zero_and_follow_age() -> None:
    assert all(c.months_left >= 0 for c in PEOPLE)
    young = [c.months_left for c in PEOPLE if c.born.year > 1990]
    assert min(young) > 200


@pytest.mark.parametrize("wanted", [1, 3, 5, 10, 30])
def test_whole_old_districts_cover_the_wanted_units(wanted: int) -> None:
    roster = sample("Hà Nội", 1, communes_wanted=wanted)
    assert wanted <= len(roster.communes) <= wanted + 10
    assert {u.code for u in roster.communes} <= {u.code for u in communes("01")}


@pytest.mark.parametrize("wanted", [0, 127])
def test_an_impossible_number_of_units_is_refused(wanted: int) -> None:
    with pytest.raises(ValueError, match="từ 1 đến 126"):
        sample("Hà Nội", 1, communes_wanted=wanted)


def test_tightness_orders_people_and_it() -> None:
    sizes = [len(sample("Hà Nội", 1, tightness=t, communes_wanted=10).cadres) for t in Tightness]
    assert sizes == sorted(sizes, reverse=True)


def test_running_everybody_sits_in_a_new_unit_unevenly() -> None:
    roster = sample("Hà Nội", 7, Situation.RUNNING)
    assert roster.running
    assert all(c.place_kind is PlaceKind.COMMUNE for c in roster.cadres)
    per_unit = {u.code: 0 for u in roster.communes}
    for cadre in roster.cadres:
        per_unit[cadre.place] += 1
    over = [n - 59 for n in per_unit.values()]
    assert min(over) < -5 and max(over) > 5
