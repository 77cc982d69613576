from datetime import date

from planner.roster.levels import PlaceKind
from planner.rules.wishes.surplus import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot


def test_a_young_local_costs_most_to_leave_out() -> None:
    case = case_of(person("X", born=date(1995, 1, 1)))
    assert charged(RULE, case, None) == {"P-PLACE": 1, "P-YOUNG": 1, "P-EXISTING": 1}


def test_an_older_person_from_the_district_costs_the_base_price() -> None:
    case = case_of(
        person("X", born=date(1975, 1, 1), place_kind=PlaceKind.OLD_DISTRICT, place="Quận Ba Đình")
    )
    assert charged(RULE, case, None) == {"P-PLACE": 1}


def test_forty_is_still_young() -> None:
    case = case_of(person("X", born=date(1986, 11, 22)))
    assert "P-YOUNG" in charged(RULE, case, None)
    older = case_of(person("X", born=date(1985, 11, 22)))
    assert "P-YOUNG" not in charged(RULE, older, None)


def test_a_placed_person_costs_nothing_here() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
