from planner.roster.levels import PlaceKind
from planner.rules.continuity.keep_near import RULE
from tests.builders import A, B, case_of, person
from tests.planner.rules.preferences import charged, spot


def test_staying_in_the_unit_is_free() -> None:
    case = case_of(person("X", place=A, home=B))
    assert charged(RULE, case, spot(case, "VP-TP", unit=0)) == {}


def test_moving_costs_the_move_and_the_kilometres_from_home() -> None:
    case = case_of(person("X", place=A, home=A))
    assert charged(RULE, case, spot(case, "VP-TP", unit=1)) == {"P-KEEP-KM": 2, "P-KEEP-UNIT": 1}


def test_kilometres_are_capped() -> None:
    case = case_of(person("X", place=A, home=A), units=[A, "09661"])
    far = charged(RULE, case, spot(case, "VP-TP", unit=1))["P-KEEP-KM"]
    assert far == min(40, int(case.whereabouts.distances[1, 0]))


def test_who_has_no_unit_here_pays_no_move() -> None:
    case = case_of(person("X", place_kind=PlaceKind.PROVINCE, place="Sở Nội vụ", home=A))
    assert "P-KEEP-UNIT" not in charged(RULE, case, spot(case, "VP-TP", unit=1))
