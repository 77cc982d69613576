from dataclasses import replace

from planner.case import Scenario, Transfer
from planner.roster.levels import Block
from planner.rules.quota.block_transfer import RULE
from tests.builders import DAY, A, case_of, person, unit

PLACES = (unit(quota={Block.PARTY: 5, Block.GOVERNMENT: 5, Block.FRONT: 5}),)


def faults(number: int, body: str, target: Block = Block.GOVERNMENT) -> list[int]:
    row = Transfer(commune=A, source=Block.PARTY, target=target, number=number, body=body)
    scenario = Scenario("PA1", DAY, transfers=(row,))
    case = case_of(person("X"), communes=PLACES, scenario=scenario)
    return [f.amount for f in RULE.faults(case)]


def test_a_decision_with_its_body_moves_quota() -> None:
    row = Transfer(
        commune=A, source=Block.PARTY, target=Block.GOVERNMENT, number=2, body="Thành ủy"
    )
    case = case_of(person("X"), communes=PLACES, scenario=Scenario("PA1", DAY, transfers=(row,)))
    assert [case.allotment.quota(0, block) for block in (Block.PARTY, Block.GOVERNMENT)] == [3, 7]
    assert not list(RULE.faults(case))


def test_nobody_named_the_same_block_or_nothing_at_all_is_a_fault() -> None:
    assert faults(2, "") == faults(2, "Thành ủy", Block.PARTY) == faults(0, "Thành ủy") == [1]


def test_more_than_there_is_is_a_fault() -> None:
    assert faults(5, "Thành ủy") == []
    assert faults(7, "Thành ủy") == [2]


def test_one_may_be_moved_but_nothing_out_of_a_block_without_quota() -> None:
    assert faults(1, "Thành ủy") == []
    row = Transfer(
        commune=A, source=Block.PARTY, target=Block.GOVERNMENT, number=2, body="Thành ủy"
    )
    scenario = Scenario("PA1", DAY, transfers=(row,))
    case = replace(case_of(person("X"), scenario=scenario), scheme_quota={})
    assert [f.amount for f in RULE.faults(case)] == [2]
