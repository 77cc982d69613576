from planner.roster.levels import Grade
from planner.rules.eligibility.tenure import RULE
from tests.builders import case_of, person
from tests.planner.rules.gates import refusals


def test_a_deputy_rises_after_twenty_four_months() -> None:
    deputy = {"grade": Grade.DEPUTY}
    assert refusals(RULE, person("X", tenure=23, **deputy), ["KT-TP"]) == ["E-TENURE24"]
    assert refusals(RULE, person("X", tenure=24, **deputy), ["KT-TP"]) == []


def test_a_first_appointment_is_exempt_and_so_is_an_equal_one() -> None:
    assert refusals(RULE, person("X", tenure=1), ["KT-PTP"]) == []
    assert refusals(RULE, person("X", tenure=1, grade=Grade.HEAD), ["KT-TP"]) == []


def test_what_is_not_recorded_must_be_confirmed() -> None:
    cadre = person("X", tenure=None, grade=Grade.DEPUTY)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("KT-TP",))
    (verdict,) = RULE.judge(case, cadre, bundle)
    assert verdict.condition == "xác nhận đã đủ 24 tháng ở chức vụ hiện tại"
