from planner.rules.eligibility.party_member import RULE
from tests.builders import person
from tests.planner.rules.gates import refusals


def test_a_chair_must_be_a_party_member() -> None:
    assert refusals(RULE, person("X", party=False), ["UBND-CT", "DU-PBT"]) == ["E-PARTY"]


def test_a_government_specialist_need_not() -> None:
    assert refusals(RULE, person("X", party=False), ["VP-TP"]) == []


def test_a_concurrent_party_title_asks_it_too() -> None:
    assert refusals(RULE, person("X", party=True), ["UBKT-CN", "HDND-TBKT"]) == []
    assert refusals(RULE, person("X", party=False), ["UBKT-CN", "HDND-TBKT"]) == ["E-PARTY"]
