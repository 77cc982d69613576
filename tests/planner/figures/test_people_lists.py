from planner.figures.people_lists import placed_people, unplaced_people
from tests.builders import A, B, case_of, person, plan_of, post


def test_people_are_listed_unit_by_unit_with_who_leaves_their_own() -> None:
    case = case_of(person("X", place=A), person("Y", place=A), person("Z", place=A))
    plan = plan_of(case, X=post("VX-NV", B), Y=(post("VP-TP", A), post("VX-TP", A)))
    found = placed_people(case, plan)
    assert [(one.cadre, one.moves, len(one.concurrent)) for one in found] == [
        ("Y", False, 1),
        ("X", True, 0),
    ]
    assert found[0].unit != found[1].unit and found[1].whence


def test_a_line_is_found_by_any_of_its_words_without_marks() -> None:
    case = case_of(person("X", name="Trần Thị Ánh"), person("Y"))
    (line, other) = placed_people(case, plan_of(case, X=post("VP-TP"), Y=post("VX-NV")))
    assert line.says("anh TRAN") and line.says("") and not other.says("ánh")
    assert line.says(line.title.split()[0]) and not line.says("khong co")


def test_those_who_wait_come_by_given_name() -> None:
    case = case_of(person("X", name="Lê Văn Bình"), person("Y", name="Vũ Thị An"), person("Z"))
    found = unplaced_people(case, plan_of(case, Z=post("VP-TP")))
    assert [cadre.code for cadre in found] == ["Y", "X"]
