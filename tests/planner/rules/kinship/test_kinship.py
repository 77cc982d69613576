from planner.rules.kinship.kinship import RULE
from tests.builders import A, B, case_of, person, plan_of, post

PAIR = {"kin": (("X", "Y"),)}


def found(x: str, y: str, **more: object) -> list[str]:
    case = case_of(person("X"), person("Y"), **{**PAIR, **more})
    return [f.about[3] for f in RULE.check(case, plan_of(case, X=x, Y=y))]


def test_relatives_may_not_both_sit_in_the_peoples_committee() -> None:
    assert found(post("UBND-PCT"), post("VP-CVP")) == ["UBND"]


def test_relatives_may_not_be_head_and_deputy_of_one_office() -> None:
    assert found(post("KT-TP"), post("KT-PTP")) == ["KT"]


def test_relatives_may_lead_in_two_units() -> None:
    assert found(post("UBND-PCT", A), post("UBND-PCT", B)) == []


def test_relatives_may_be_leader_and_specialist() -> None:
    assert found(post("UBND-PCT"), post("VP-TP")) == []


def test_people_who_are_no_relatives_may() -> None:
    assert found(post("UBND-PCT"), post("VP-CVP"), kin=()) == []
