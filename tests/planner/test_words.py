from planner.check import check
from planner.plan import Placement, Plan
from planner.words import about, say
from tests.builders import case_of, person, plan_of, post


def test_findings_name_people_posts_units_and_blocks() -> None:
    case = case_of(person("X"), person("Y"), kin=(("X", "Y"),))
    plan = plan_of(case, X=post("UBND-PCT"), Y=post("VP-CVP"))
    said = {f.rule: f"{about(case, f)}: {say(case, f)}" for f in check(case, plan).findings}
    assert said["kinship"] == (
        "Nguyễn Văn X (X); Nguyễn Văn Y (Y); Phường Ba Đình; Ủy ban nhân dân: "
        "hai người thân cùng trong Ủy ban nhân dân"
    )
    assert "Phường Ngọc Hà" in said["it_cover"] and "thiếu 1 người" in said["it_cover"]
    assert "khuyết" in said["vacancy"]


def test_findings_about_the_plan_itself_speak_too() -> None:
    case = case_of(person("X"))
    breaches = check(case, Plan((Placement("Z", post("VP-TP")),), ("X",))).breaches
    assert [say(case, f) for f in breaches] == ["Người trong phương án phải có trong danh sách"]
