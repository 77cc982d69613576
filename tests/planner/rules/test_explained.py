"""What findings say, each side of each rule in its own words, with the amount that is missing."""

from typing import Any

import pytest

from planner.case import Case
from planner.plan import Finding
from planner.roster.levels import Discipline, PersonKind, Rating
from planner.rules import rule_of
from tests.builders import A, B, case_of, changed, person, post

PEOPLE = (
    person(
        "X",
        kind=PersonKind.PART_TIME,
        ratings=(Rating.FAILED,),
        discipline=Discipline.WARNING,
        tenure=3,
        head_years=9,
        months_left=10,
        preferences=(B, A),
    ),
    person("Y"),
)
ON = "\n".join(
    (
        changed("Q-SPLIT-OFFICE", force='"wish"'),
        changed("Q-CUT-2631", force='"wish"'),
        changed("P-MINORITY", force='"wish"'),
    )
)


@pytest.fixture(scope="module")
def case() -> Case:
    return case_of(*PEOPLE, norms=ON)


def said(case: Case, norm: str, about: tuple[str, ...], amount: int = 2) -> str:
    found = next(n for n in case.norms.entries if n.id == norm)
    return rule_of(found.used_by).explain(case, Finding(found.used_by, about, amount, found))


@pytest.mark.parametrize(
    ("norm", "about", "words"),
    [
        ("S-BTV-SIZE", (A, "BTV", "max"), "Ban Thường vụ Đảng ủy thừa 2 người"),
        ("S-BTV-SIZE", (A, "BTV", "min"), "Ban Thường vụ Đảng ủy thiếu 2 người"),
        ("Q-MIN-40", (A, "min"), "tổng số người của xã thiếu 2"),
        ("Q-NOOFFICE-40", (A, "max"), "tổng số người của xã thừa 2"),
        ("S-HDND-VC1", (A, "max"), "Một Phó Chủ tịch HĐND: thừa 2 chỗ"),
        ("S-HDND-VC1", (A, "min"), "Một Phó Chủ tịch HĐND: thiếu 2 chỗ"),
        ("Q-PARTY-15-17", (A, "PARTY", "max"), "biên chế giao Khối Đảng nhiều hơn khung 2 người"),
        ("Q-PARTY-15-17", (A, "PARTY", "min"), "biên chế giao Khối Đảng ít hơn khung 2 người"),
        ("S-STD-112", (A, "population"), "dân số thấp hơn tiêu chuẩn 2 người"),
        ("S-STD-112", (A, "area"), "diện tích nhỏ hơn tiêu chuẩn 2 km²"),
        ("S-POS-45", (A, "leaders"), "nhiều hơn danh mục 2 vị trí lãnh đạo, quản lý"),
        ("S-POS-45", (A, "professional"), "nhiều hơn danh mục 2 vị trí chuyên môn"),
        ("T-OWNER", (A, "T-NN"), "Nông nghiệp, phát triển nông thôn: không có vị trí chịu"),
        (
            "T-OWNER",
            (A, "T-NN", "deputy"),
            "Nông nghiệp, phát triển nông thôn: không có người thay",
        ),
        ("S-OFFICES-SET", (A, "VX"), "chưa có Phòng Văn hóa – Xã hội"),
        ("S-OFFICES-MAX4", (A,), "nhiều hơn 4 phòng: vượt 2"),
        ("S-HN-NO-TTPVHCC", (A,), "có tổ chức không được lập"),
        ("S-HDND-BAN", (A,), "lệch 2 so với 2 ban"),
        ("Q-GOV-AVG32", ("Q-GOV-AVG32",), "nhiều hơn 2 người so với mức chung 64 người"),
        ("S-UBND-VC25", ("S-UBND-VC25", "S-UBND-VC25"), "vượt 2 so với 5 người"),
        ("P-BLOC-BALANCE", (A, "PARTY"), "Khối Đảng thiếu 2 người so với mức cân đối"),
        ("Q-TRANSITION-5Y", (A, "PARTY"), "Khối Đảng thừa 2 người so với biên chế"),
        ("Q-PATH-2030", (A, "2028"), "cuối năm 2028 còn vượt 2 người so với lộ trình"),
        ("Q-MIN-FIRST", (A,), "thiếu 2 người so với mức tối thiểu của khung"),
        ("Q-SPLIT-OFFICE", (A, "KT"), "Phòng Kinh tế thừa 2 người"),
        ("S-DEP-HIER", (A, "KT"), "Phòng Kinh tế có nhiều hơn cơ quan cấp trên 2 cấp phó"),
        ("S-RANK-DEP", (A,), "cấp phó ở ngạch chuyên viên chính quá 1/2 số cấp phó"),
        ("S-ACCOUNTANT", (A, "KT"), "Phòng Kinh tế thiếu 2 người học kế toán – tài chính"),
        ("P-WOMEN15", (A, "BTV"), "Ban Thường vụ Đảng ủy thiếu 2 nữ"),
        ("P-YOUNG10", (A, "BCH"), "Ban Chấp hành Đảng bộ thiếu 2 người trẻ"),
        ("P-MINORITY", (A, "BCH"), "thiếu 2 người dân tộc thiểu số"),
        ("P-HDND-EXP", (A,), "HĐND thiếu 2 người có kinh nghiệm"),
        ("P-WORKLOAD", (A,), "thiếu 2 người so với khối lượng việc"),
        ("P-MEMORY", (A, "00013"), "thiếu 2 người từ Phường Quán Thánh ở lại"),
        ("P-OLD-MIX", (A, "00013"), "lãnh đạo từ Phường Quán Thánh quá 1/2"),
        ("P-IT1", (A,), "thiếu 2 người làm được công nghệ thông tin"),
        ("V-KEY", (post("DU-BT"),), "khuyết 2 chỗ (chức danh chủ chốt)"),
        ("V-POST", (post("VP-TP"),), "khuyết 2 chỗ"),
        ("S-SEATS", (post("VP-CVP"),), "vượt 2 người so với tối đa 1"),
        ("E-KIN-UNIT", ("X", "Y", A, "UBND"), "hai người thân cùng trong Ủy ban nhân dân"),
        ("E-KIN-UNIT", ("X", "Y", A, "KT"), "hai người thân cùng trong Phòng Kinh tế"),
        ("E-KIN-FIN", ("X", "Y", A, "KT"), "người thân của người đứng đầu"),
        ("E-RECEIVE-KCT", ("X",), "chưa đủ số năm công tác phù hợp để tiếp nhận"),
        ("E-CONTRACT-LEAD", ("X",), "người hoạt động không chuyên trách không giữ chức vụ"),
        ("E-RECEIVE-COST", ("X",), "phải qua thủ tục tiếp nhận"),
        ("E-EVAL", ("X",), "năm gần nhất xếp loại không hoàn thành nhiệm vụ"),
        ("E-DISC", ("X",), "chưa hết thời hạn sau cảnh cáo"),
        ("E-TENURE24", ("X",), "mới giữ chức vụ hiện tại 3 tháng, cần 24 tháng"),
        ("E-TERM2", ("X",), "đã đứng đầu nơi này 9 năm liên tục"),
        ("E-AGE-NEW", ("X",), "chỉ còn 26 tháng công tác tính đến 07/2025"),
        ("E-AGE-APPT", ("X",), "chỉ còn 10 tháng công tác, chưa đủ"),
        ("E-QLNN", ("X",), "chưa có chứng chỉ quản lý nhà nước ngạch chuyên viên"),
        ("S-RANK-HEAD", ("X",), "cần xếp ngạch chuyên viên chính"),
        ("E-HDND-DEPUTY", ("X",), "không phải đại biểu HĐND của xã"),
        ("C-HDND-VC-MAY", ("X",), "Phó Chủ tịch HĐND phải chuyên trách"),
        ("P-PREFERENCE", ("X",), "không đáp ứng nguyện vọng"),
        ("P-KEEP-UNIT", ("X",), "chuyển khỏi đơn vị"),
        ("P-KEEP-KM", ("X",), "cách nơi ở 2 km"),
        ("P-SAME-DOWN", ("X",), "thấp hơn chức vụ cũ 2 bậc"),
        ("P-SAME-UP", ("X",), "cao hơn chức vụ cũ 2 bậc"),
        ("P-CARE", ("X",), "xa hơn mức 2 km"),
        ("P-YOUNG", ("X",), "là cán bộ trẻ"),
        ("P-PLACE", ("X",), "chưa có chỗ bố trí"),
        ("C-STANDING-UBND", ("X",), "đồng thời thuộc Thường trực HĐND và Ủy ban nhân dân"),
        ("D-BAN", ("X",), "ở chỗ đã ghi không bố trí"),
        ("D-PIN", ("X",), "không đúng chỗ đã giữ cố định"),
    ],
)
def test_a_finding_says_what_is_wrong_and_by_how_much(
    case: Case, norm: str, about: tuple[str, ...], words: str
) -> None:
    assert words in said(case, norm, about)


def test_the_first_choice_missed_is_named(case: Case) -> None:
    assert said(case, "P-PREFERENCE", ("X",), 1) == "chỉ đáp ứng nguyện vọng 2"


@pytest.mark.parametrize(("day_known", "deputy_of"), [(True, A), (False, "")])
def test_a_deputy_elsewhere_is_told_where(day_known: bool, deputy_of: str) -> None:
    known: dict[str, Any] = {"deputy_of": deputy_of}
    words = said(case_of(person("X", **known)), "E-HDND-DEPUTY", ("X",))
    assert ("Phường Ba Đình" in words) is day_known
