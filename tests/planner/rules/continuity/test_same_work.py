from planner.roster.levels import Grade
from planner.rules.continuity.same_work import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot


def test_the_same_work_at_the_same_level_is_free() -> None:
    case = case_of(person("X", work="luật"))
    assert charged(RULE, case, spot(case, "VP-TP")) == {}


def test_other_work_costs_once() -> None:
    case = case_of(person("X", work="y tế"))
    assert charged(RULE, case, spot(case, "VP-TP")) == {"P-SAME-WORK": 1}


def test_each_step_down_and_up_counts() -> None:
    head = case_of(person("X", grade=Grade.HEAD))
    assert charged(RULE, head, spot(head, "VP-TP")) == {"P-SAME-DOWN": 2}
    low = case_of(person("X", grade=Grade.DEPUTY))
    assert charged(RULE, low, spot(low, "DU-BT", "HDND-CT")) == {"P-SAME-UP": 2}
