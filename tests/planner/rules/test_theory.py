from planner.levels import Theory
from planner.rules.theory import RULE
from tests.builders import person
from tests.planner.rules.gates import refusals


def test_a_deputy_of_an_office_needs_intermediate_theory() -> None:
    assert refusals(RULE, person("X", theory=Theory.PRIMARY), ["KT-PTP"]) == ["E-LLCT-TC"]
    assert refusals(RULE, person("X", theory=Theory.INTERMEDIATE), ["KT-PTP"]) == []


def test_a_specialist_needs_none() -> None:
    assert refusals(RULE, person("X", theory=Theory.NONE), ["VP-TP"]) == []


def test_a_chief_with_intermediate_theory_is_allowed_at_a_price() -> None:
    cadre = person("X", theory=Theory.INTERMEDIATE)
    assert refusals(RULE, cadre, ["DU-BT"]) == ["E-LLCT-CC"]
    assert refusals(RULE, person("X", theory=Theory.ADVANCED), ["DU-BT"]) == []
