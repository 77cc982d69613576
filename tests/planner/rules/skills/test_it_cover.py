from planner.roster.levels import ItLevel
from planner.rules.skills.it_cover import RULE
from tests.builders import A, B, case_of, person, plan_of, post


def missing(level: ItLevel | None) -> list[str]:
    case = case_of(person("X", it=level))
    return [f.about[0] for f in RULE.check(case, plan_of(case, X=post("VP-TP")))]


def test_a_unit_with_a_trained_person_is_covered_whatever_the_post() -> None:
    assert missing(ItLevel.TRAINED) == [B]


def test_advanced_use_of_a_computer_is_not_enough() -> None:
    assert missing(ItLevel.ADVANCED) == [A, B]


def test_an_unrecorded_level_counts_as_none() -> None:
    assert missing(None) == [A, B]
