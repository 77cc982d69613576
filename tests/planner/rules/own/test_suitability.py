from planner.roster import Score
from planner.rules.own.suitability import RULE
from tests.builders import case_of, person, post
from tests.planner.rules.preferences import charged, spot

SCORES = (Score("X", post("VP-TP"), 30), Score("X", post("VP-HD"), 10))


def test_what_a_placement_gives_less_than_the_best_is_missed() -> None:
    case = case_of(person("X"), scores=SCORES)
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
    assert charged(RULE, case, spot(case, "VP-HD")) == {"P-SCORE": 20}
    assert charged(RULE, case, spot(case, "VX-NV")) == {"P-SCORE": 30}
    assert charged(RULE, case, None) == {"P-SCORE": 30}


def test_who_was_not_scored_misses_nothing() -> None:
    case = case_of(person("X"), person("Y"), scores=())
    assert charged(RULE, case, None) == {}
