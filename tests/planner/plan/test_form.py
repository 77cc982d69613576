from datetime import date

from planner.plan import Placement
from planner.plan.form import decision, dossiers
from planner.roster.levels import PersonKind
from tests.builders import B, case_of, person, plan_of, post


def decided(title: str, day: date = date(2026, 11, 22), unit: str = B, **known: object) -> str:
    case = case_of(person("X", **known), day=day)
    found = decision(case, Placement("X", post(title, unit)))
    return f"{found.form}: {found.body}"


def test_each_title_has_its_form_and_body() -> None:
    assert decided("DU-BT") == "Chỉ định: Ban Thường vụ Tỉnh ủy, Thành ủy"
    assert decided("UBKT-CN") == "Chỉ định: Ban Thường vụ Tỉnh ủy, Thành ủy"
    assert decided("UBKT-PCN") == "Bổ nhiệm: Ban Thường vụ Đảng ủy xã"
    assert decided("KT-TP").startswith("Bổ nhiệm: Chủ tịch UBND xã")
    assert decided("MTTQ-CT").startswith("Hiệp thương cử: Ủy ban MTTQ xã")
    assert decided("VP-TP").startswith("Điều động: Chủ tịch UBND cấp tỉnh")
    assert decided("BXD-TC") == "Điều động: Ban Tổ chức Tỉnh ủy, Thành ủy"


def test_the_first_holders_of_2025_were_designated_later_ones_are_elected() -> None:
    assert decided("HDND-PCT", date(2025, 7, 1)) == "Chỉ định: Thường trực HĐND cấp tỉnh"
    assert decided("HDND-PCT", date(2026, 3, 15)).startswith("Bầu – phê chuẩn: HĐND xã bầu")
    assert decided("UBND-PCT", date(2025, 7, 1)) == "Chỉ định: Chủ tịch UBND cấp tỉnh"
    assert "Chủ tịch UBND cấp tỉnh phê chuẩn" in decided("UBND-PCT", date(2025, 11, 17))


def test_staying_needs_no_decision_and_staying_in_the_unit_a_small_one() -> None:
    assert decided("VP-TP", unit="00004", post="00004/VP-TP") == "Giữ nguyên: "
    assert decided("VP-TP", unit="00004").startswith("Giữ nguyên đơn vị: Người đứng đầu")


def test_who_is_no_civil_servant_yet_is_received() -> None:
    assert decided("VP-TP", kind=PersonKind.PUBLIC_EMPLOYEE).startswith("Tiếp nhận: ")


def test_a_plan_lists_its_dossiers_by_deciding_body() -> None:
    case = case_of(person("X"), person("Y"), person("Z", post=post("VP-HD")))
    plan = plan_of(case, X=post("DU-BT"), Y=post("BXD-TB"), Z=post("VP-HD"))
    found = {body: [row.cadre for row, _ in rows] for body, rows in dossiers(case, plan).items()}
    assert found == {
        "Ban Thường vụ Tỉnh ủy, Thành ủy": ["X"],
        "Ban Thường vụ Đảng ủy xã": ["Y"],
    }
