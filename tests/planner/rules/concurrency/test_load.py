from planner.rules.concurrency.load import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot


def test_titles_that_a_must_demands_are_free() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "UBND-CT", "DU-PBT")) == {}
    assert charged(RULE, case, spot(case, "DU-BT", "HDND-CT")) == {}


def test_a_title_taken_on_top_counts_one() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "MTTQ-CT", "HDND-TBVX")) == {"C-LOAD-LEADER": 1}
