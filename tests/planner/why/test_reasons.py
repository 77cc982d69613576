from planner.plan import Placement
from planner.plan.form import decision
from planner.roster.levels import Education, Grade, Status
from planner.why.reasons import grounds, sentence, why_surplus, why_vacant
from tests.builders import A, B, case_of, person, plan_of, post


def words(reasons) -> str:  # type: ignore[no-untyped-def]
    return " · ".join(str(reason) for reason in reasons)


def test_a_reason_names_gates_wishes_met_and_missed() -> None:
    case = case_of(person("X", preferences=(B,), work="y tế"))
    why = grounds(case, Placement("X", post("VP-TP")))
    assert "trình độ đại học" in words(why.passed) and "CV 11" in words(why.passed)
    assert "ở lại đơn vị" in words(why.met)
    assert "không đáp ứng nguyện vọng" in words(why.missed)
    assert "chuyển sang lĩnh vực khác" in words(why.missed)


def test_a_waiver_is_a_condition_with_its_day() -> None:
    case = case_of(person("X", education=Education.COLLEGE, waiver=True))
    why = grounds(case, Placement("X", post("VP-TP")))
    assert (
        words(why.conditions) == "phải có bằng đại học trước 30/06/2030 (CV 11/CV-BCĐ (4/6/2025))"
    )


def test_the_form_of_placement_follows_title_and_place() -> None:
    case = case_of(person("X"), person("Y", post=post("VP-HD")))
    forms = {
        "Chỉ định": Placement("X", post("DU-BT")),
        "Bầu – phê chuẩn": Placement("X", post("UBND-PCT")),
        "Bổ nhiệm": Placement("X", post("KT-PTP")),
        "Điều động": Placement("X", post("VP-TP", B)),
        "Giữ nguyên đơn vị": Placement("X", post("VP-TP")),
        "Giữ nguyên": Placement("Y", post("VP-HD")),
    }
    assert {name: decision(case, row).form for name, row in forms.items()} == {n: n for n in forms}


def test_a_vacancy_nobody_can_fill_says_so() -> None:
    case = case_of(person("X", party=False))
    text = sentence(why_vacant(case, plan_of(case), post("DU-BT")))
    assert text.startswith("Không ai") and "1 người vướng: chức danh đòi hỏi là đảng viên" in text
    assert "Cách khắc phục theo thứ tự: điều động → hợp đồng chuyên môn" in text


def test_a_vacancy_says_where_the_able_are() -> None:
    case = case_of(person("X"), person("Y"))
    text = sentence(why_vacant(case, plan_of(case, X=post("DU-BT", B)), post("DU-BT")))
    assert text.startswith("Có 2 người đủ điều kiện: 1 người đã giữ chức danh này")


def test_surplus_without_any_fitting_post_names_what_refuses() -> None:
    case = case_of(person("X", education=Education.COLLEGE, grade=Grade.SPECIALIST))
    assert "trình độ cao đẳng thấp hơn yêu cầu" in sentence(why_surplus(case, "X"))


def test_surplus_of_a_protected_person_says_that_it_is_waiting() -> None:
    case = case_of(person("X", status=Status.MATERNITY))
    assert "chờ bố trí" in sentence(why_surplus(case, "X"))


def test_nobody_is_given_one_total_score() -> None:
    case = case_of(person("X"))
    why = grounds(case, Placement("X", post("VP-TP", A)))
    assert "điểm" not in words((*why.passed, *why.met, *why.missed))


def test_each_reason_cites_the_norm_it_meets() -> None:
    case = case_of(person("X"), person("Y"))
    secretary = grounds(case, Placement("X", post("DU-BT"), (post("HDND-CT"),)))
    cited = {reason.text: reason.norm.id for reason in secretary.passed if reason.norm}
    assert cited["Chủ tịch HĐND đồng thời là Bí thư Đảng ủy theo quy định"] == "C-HDNDCHAIR-SEC"
    assert cited["lý luận chính trị trung cấp"] == "E-LLCT-TC"
    chair = grounds(case, Placement("Y", post("UBND-CT"), (post("DU-PBT"),)))
    cited = {reason.text: reason.norm.id for reason in chair.passed if reason.norm}
    assert cited["Chủ tịch UBND đồng thời là Phó Bí thư Đảng ủy theo quy định"] == "C-CHAIR-PBT"
