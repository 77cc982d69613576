from planner.why.clash import Clash
from tests.builders import A, case_of, person, pin, post
from ui.desk.screens.clash_lines import clash_lines, members


def test_bounds_and_people_of_a_clash_are_told_with_their_source() -> None:
    case = case_of(person("X"))
    norm = case.norms.entries[0]
    clash = Clash(
        (pin("X", post("VP-TP")),),
        "Không thể cùng đáp ứng",
        bounds=((norm.id, (A,), True), ("KHONG-CO", (A,), False)),
        people=("X",),
    )
    found = clash_lines(case, clash)
    assert members(clash) == 4
    assert [source for _, source in found] == [norm.source, "", ""]
    assert found[0][0].startswith(f"⚖ {norm.title} (") and found[0][0].endswith("; ít nhất)")
    assert found[1][0].startswith("⚖ KHONG-CO (") and found[1][0].endswith("; nhiều nhất)")
    assert "phải có chỗ bố trí" in found[2][0]
