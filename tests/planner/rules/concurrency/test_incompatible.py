from planner.check import check
from tests.builders import case_of, person, plan_of, post


def breaches(*posts: str) -> set[str]:
    case = case_of(person("X"))
    return {f.norm.id for f in check(case, plan_of(case, X=posts)).breaches}


def test_the_committee_chair_may_not_sit_in_the_standing_council() -> None:
    assert "C-STANDING-UBND" in breaches(post("UBND-CT"), post("DU-PBT"), post("HDND-PCT"))


def test_a_head_of_office_may_not_head_a_council_committee() -> None:
    found = breaches(post("KT-TP"), post("HDND-TBKT"))
    assert {"C-STANDING-UBND", "C-BAN-OFFICEHEAD"} <= found


def test_a_deputy_head_of_a_committee_may_not_head_an_office_either() -> None:
    assert "C-BAN-OFFICEHEAD" in breaches(post("KT-TP"), post("HDND-PBKT"))


def test_the_head_of_inspection_may_head_a_council_committee() -> None:
    assert breaches(post("UBKT-CN"), post("HDND-TBKT")) == set()
