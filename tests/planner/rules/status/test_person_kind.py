from planner.roster.levels import PersonKind
from planner.rules.shape import Verdict
from planner.rules.status.person_kind import RULE
from tests.builders import case_of, person


def said(title: str, **known: object) -> dict[str, Verdict]:
    cadre = person("X", **known)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == (title,))
    return {verdict.norm.id: verdict for verdict in RULE.judge(case, cadre, bundle)}


def test_a_public_employee_comes_in_by_reception_at_a_price() -> None:
    found = said("VP-TP", kind=PersonKind.PUBLIC_EMPLOYEE)
    assert "hội đồng" in found["E-RECEIVE-VC"].condition
    cost = found["E-RECEIVE-COST"]
    assert cost.refused and not cost.norm.must and cost.norm.price == 100


def test_a_part_time_worker_needs_five_years_of_matching_work() -> None:
    assert said("VP-TP", kind=PersonKind.PART_TIME, matching_years=4)["E-RECEIVE-KCT"].refused
    assert not said("VP-TP", kind=PersonKind.PART_TIME, matching_years=5)["E-RECEIVE-KCT"].refused
    unknown = said("VP-TP", kind=PersonKind.PART_TIME)["E-RECEIVE-KCT"]
    assert "xác nhận đủ 5 năm" in unknown.condition


def test_contract_workers_never_lead() -> None:
    assert said("KT-PTP", kind=PersonKind.CONTRACT)["E-CONTRACT-LEAD"].norm.must
    assert "E-CONTRACT-LEAD" not in said("VP-TP", kind=PersonKind.CONTRACT)


def test_officers_take_no_civil_seat_and_civil_servants_are_no_concern() -> None:
    assert said("VP-TP", kind=PersonKind.OFFICER)["E-OFFICER"].refused
    assert said("KT-TP", kind=PersonKind.CIVIL_SERVANT) == {}
