from planner.roster.levels import ItLevel
from planner.rules.skills.it_literate import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot


def cost(level: ItLevel | None, title: str) -> dict[str, int]:
    case = case_of(person("X", it=level))
    return charged(RULE, case, spot(case, title))


def test_a_specialist_without_basic_skills_costs_one() -> None:
    assert cost(ItLevel.NONE, "VP-TP") == {"P-IT-BASIC": 1}
    assert cost(ItLevel.BASIC, "VP-TP") == {}


def test_unknown_skills_and_leaders_are_free() -> None:
    assert cost(None, "VP-TP") == cost(ItLevel.NONE, "KT-TP") == {}
