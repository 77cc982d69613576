import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference import communes
from planner.text.vietnamese import fold, name_key, plain, text_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("Thủy", "Thuỷ"),
        ("KHÓA", "khoá"),
        ("Đan  Phượng", "đan phượng"),
        ("Ðại", "Đại"),
    ],
)
def test_tone_placement_case_and_spaces_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ba", "Bá"), ("Mỹ Tho", "Mỹ Thọ"), ("Đông", "Dông")])
def test_different_tones_and_letters_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.sampled_from([unit.name for unit in communes("01")]))
def test_unicode_form_makes_no_difference(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


def test_plain_drops_every_mark() -> None:
    assert plain("Đặng Thuỷ Trâm") == "dang thuy tram"


def test_people_sort_by_given_name_then_middle_then_family() -> None:
    names = ["Trần Văn Bình", "Lê Thị An", "Đỗ Thị Ân", "Nguyễn Văn An", "Bùi Thị An"]
    assert sorted(names, key=name_key) == [
        "Bùi Thị An",
        "Lê Thị An",
        "Nguyễn Văn An",
        "Đỗ Thị Ân",
        "Trần Văn Bình",
    ]


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["Má Em", "Ma Anh", "Mà An", "Ma An"], key=text_key) == [
        "Ma An",
        "Mà An",
        "Ma Anh",
        "Má Em",
    ]


def test_d_with_stroke_comes_after_d() -> None:
    assert sorted(["Đào", "Dung", "Em"], key=name_key) == ["Dung", "Đào", "Em"]
