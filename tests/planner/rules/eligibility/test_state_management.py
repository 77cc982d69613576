from planner.roster.levels import StateManagement
from planner.rules.eligibility.state_management import RULE
from tests.builders import case_of, person
from tests.planner.rules.gates import refusals


def test_a_head_without_the_certificate_costs_a_price() -> None:
    none = person("X", state_management=StateManagement.OFFICER)
    assert refusals(RULE, none, ["KT-TP"]) == ["E-QLNN"]
    enough = person("X", state_management=StateManagement.SPECIALIST)
    assert refusals(RULE, enough, ["KT-TP"]) == []


def test_what_is_not_recorded_must_be_handed_in() -> None:
    cadre = person("X", state_management=None)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("KT-PTP",))
    (verdict,) = RULE.judge(case, cadre, bundle)
    assert verdict.condition == "nộp chứng chỉ quản lý nhà nước ngạch chuyên viên"


def test_specialists_are_not_asked() -> None:
    assert refusals(RULE, person("X", state_management=StateManagement.NONE), ["VP-TP"]) == []
