from datetime import date

from planner.check import check
from planner.check.finding_words import about, finding_text
from planner.plan import Finding, Placement, Plan
from tests.builders import case_of, person, plan_of, post


def test_findings_name_people_posts_units_and_blocks() -> None:
    case = case_of(person("X"), person("Y"), kin=(("X", "Y"),))
    plan = plan_of(case, X=post("UBND-PCT"), Y=post("VP-CVP"))
    said = {
        f.rule: f"{about(case, f)}: {finding_text(case, f)}" for f in check(case, plan).findings
    }
    assert said["kinship"] == (
        "Nguyễn Văn X (X); Nguyễn Văn Y (Y); Phường Ba Đình; Ủy ban nhân dân: "
        "hai người thân cùng trong Ủy ban nhân dân"
    )
    assert "Phường Ngọc Hà" in said["it_cover"] and "thiếu 1 người" in said["it_cover"]
    assert "khuyết" in said["vacancy"]
    assert "; Ban Thường vụ Đảng ủy: " in said["body_size"]


def test_titles_offices_and_norms_are_named_and_sides_left_out() -> None:
    case = case_of(person("X"), day=date(2025, 7, 1))
    norm = case.norms.named("S-DEP-1-OLD")
    assert norm is not None
    for code, name in (
        ("KT-PTP", "Phó Trưởng phòng"),
        ("KT", "Phòng Kinh tế"),
        ("T-NN", "Nông nghiệp, phát triển nông thôn"),
        ("S-DEP-1-OLD", norm.title),
        ("max", ""),
        ("", ""),
    ):
        assert about(case, Finding("unit_limit", (code,), 1, norm)) == name


def test_findings_about_the_plan_itself_speak_too() -> None:
    case = case_of(person("X"))
    breaches = check(case, Plan((Placement("Z", post("VP-TP")),), ("X",))).breaches
    assert [finding_text(case, f) for f in breaches] == [
        "Người trong phương án phải có trong danh sách"
    ]
