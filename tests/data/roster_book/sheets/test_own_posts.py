from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data.profiles import profile_of
from data.roster_book.rows.role_cell import NO_ROLE, role_cell
from data.roster_book.rows.unit_rows import PostRow
from data.roster_book.sheets.own_posts import Recognised, recognised
from planner.roster.levels import Block, Grade
from tests.builders import case_of, person

PROFILE = profile_of("01", date(2026, 11, 22))


def typed(title: str, office: str, block: Block = Block.GOVERNMENT, **more: Any) -> PostRow:
    usual = {"code": "P", "commune": "00004", "grade": Grade.CHIEF, "minimum": 1, "maximum": 1}
    return PostRow(**{**usual, "title": title, "office": office, "block": block, **more})


@pytest.mark.parametrize(
    ("title", "office", "block", "role"),
    [
        ("Chủ tịch UBND", "Ủy ban nhân dân", Block.GOVERNMENT, "UBND-CT"),
        ("Chủ tịch UBND phường", "Ủy ban nhân dân", Block.GOVERNMENT, "UBND-CT"),
        ("PHÓ CHỦ TỊCH UỶ BAN NHÂN DÂN", "UBND phường", Block.GOVERNMENT, "UBND-PCT"),
        ("Bí thư", "Đảng ủy phường", Block.PARTY, "DU-BT"),
        ("Trưởng phòng", "Phòng Kinh tế, Hạ tầng và Đô thị phường", Block.GOVERNMENT, "KT-TP"),
        ("Trưởng phòng", "Phòng Văn hóa - Xã hội", Block.GOVERNMENT, "VX-TP"),
        ("Chủ tịch Hội Liên hiệp Phụ nữ", "Ủy ban MTTQ phường", Block.FRONT, "MTTQ-PN"),
    ],
)
def test_a_title_is_known_however_a_department_spells_it(
    title: str, office: str, block: Block, role: str
) -> None:
    assert recognised(typed(title, office, block), PROFILE) == Recognised(role)


def test_two_readings_are_asked_about_and_the_answer_decides() -> None:
    row = typed("Trưởng phòng", "Khối chính quyền")
    found = recognised(row, PROFILE)
    assert not found.role and found.question.endswith("chọn một ở cột Vai trò")
    assert recognised(typed("Trưởng phòng", "Khối", role="KT-TP"), PROFILE).role == "KT-TP"
    assert recognised(typed("Trưởng phòng", "Khối", role=NO_ROLE), PROFILE) == Recognised()


def test_a_title_of_two_seats_is_a_question_not_a_seat() -> None:
    row = typed("Bí thư, Chủ tịch HĐND", "Đảng ủy", Block.PARTY)
    assert recognised(row, PROFILE).question.startswith("có thể là: DU-BT")


def test_words_that_nobody_knows_have_no_role() -> None:
    assert recognised(typed("Xyzt qwrt", "Tổ abcxyz"), PROFILE) == Recognised()


def test_the_cell_of_roles_takes_codes_and_words_and_gives_back_what_it_shows() -> None:
    cell = role_cell()
    for words in cell.choices:
        assert cell.show(cell.read(words)) == words
    assert cell.read("ubnd-ct") == "UBND-CT"


def test_titles_that_no_rule_knows_are_named_in_the_case() -> None:
    strange = replace(PROFILE.titles[0], code="to_abc-xyzt", name="Xyzt qwrt")
    case = case_of(person("X"), titles=(*PROFILE.titles, strange))
    assert case.organisation.unbound == ("Xyzt qwrt",)
    assert case_of(person("X")).organisation.unbound == ()
