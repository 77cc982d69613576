from planner.rules.wishes.expressed import RULE
from tests.builders import A, B, case_of, person
from tests.planner.rules.preferences import charged, spot


def test_first_choice_is_free_second_costs_one_none_costs_their_number() -> None:
    case = case_of(person("X", preferences=(B, A)))
    assert charged(RULE, case, spot(case, "VP-TP", unit=1)) == {}
    assert charged(RULE, case, spot(case, "VP-TP", unit=0)) == {"P-PREFERENCE": 1}
    only = case_of(person("X", preferences=(B,)))
    assert charged(RULE, only, spot(only, "VP-TP", unit=0)) == {"P-PREFERENCE": 1}


def test_who_asked_for_nothing_misses_nothing() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "VP-TP", unit=1)) == {}
