"""Columns fit the page, and what does not fit in a line gets more of them."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.table_layout import (
    EDGE,
    HALF,
    HEAD,
    LETTER,
    MOST_LINES,
    NARROWEST,
    ONE_LINE,
    PAGE,
    SMALL_PAGE,
    WIDE,
    layout,
    room_in,
)

WORDS = st.text("aăâbcdđeê ơưxy", max_size=200)


def test_short_texts_keep_one_line_and_what_they_need() -> None:
    frame = pd.DataFrame({"Mã": ["CB-00001", "CB-00002"], "Tuổi": [40, 50]})
    found = layout(frame)
    assert found.row == ONE_LINE and found.height(2, 500) == HEAD + 2 * ONE_LINE + 2
    assert found.widths["Mã"] >= 8 * LETTER + EDGE
    assert layout(frame).height(100, 500) == 500


def test_the_longest_text_shares_what_is_left_and_is_broken() -> None:
    frame = pd.DataFrame({"Họ và tên": ["Nguyễn Văn An"], "Số": [1], "Vì sao": ["lời " * 60]})
    found = layout(frame)
    assert found.row > ONE_LINE and sum(found.widths.values()) <= PAGE
    assert found.widths["Họ và tên"] >= 13 * LETTER + EDGE


def test_columns_that_need_room_although_they_are_empty_get_it() -> None:
    frame = pd.DataFrame({"Cần": ["lời " * 60], "Sửa thành": [""]})
    assert layout(frame, least={"Sửa thành": 170}).widths["Sửa thành"] == 170


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_text_is_longer_than_its_lines(rows: list[list[str]]) -> None:
    frame = pd.DataFrame(rows, columns=["Một", "Hai", "Ba"])
    found = layout(frame)
    assert sum(found.widths.values()) <= max(PAGE, 3 * NARROWEST)
    lines = 1 if found.row == ONE_LINE else min(MOST_LINES, (found.row - 8) // 20)
    for place, name in enumerate(frame.columns):
        letters = max(len(row[place]) for row in rows)
        fits = lines * (found.widths[name] - EDGE)
        assert letters * LETTER <= fits + 1 or lines == MOST_LINES


def test_columns_have_what_the_window_leaves_them() -> None:
    assert room_in(PAGE, WIDE) == room_in(PAGE, WIDE + 400) == PAGE
    assert room_in(PAGE, 1366) == room_in(PAGE, None) == PAGE - 74
    assert room_in(HALF, 1366) < HALF
    assert room_in(PAGE, 1024) == SMALL_PAGE and room_in(HALF, 1024) == HALF


def test_a_column_that_is_mostly_empty_is_wide_enough_for_what_it_says() -> None:
    riders = ["Chính trị viên Ban Chỉ huy quân sự, Chủ tịch HĐND", *[""] * 400]
    found = layout(pd.DataFrame({"Họ và tên": ["Lê Thị Phương"] * 401, "Kiêm nhiệm": riders}))
    assert found.widths["Kiêm nhiệm"] >= 300
