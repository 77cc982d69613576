from planner.rules.concurrency.may_ride import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot


def test_a_vice_chair_who_heads_an_office_is_allowed_at_a_price() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "UBND-PCT", "VP-CVP")) == {"C-VC-OFFICE": 1}


def test_a_standing_committee_member_heads_a_council_committee_for_nothing() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "UBKT-CN", "HDND-TBKT")) == {}
