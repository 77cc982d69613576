"""No praise of a plan without the titles on which no rule has a say."""

import pytest

from ui.desk.in_words import beside_unbound, gap_words, lawful_mark, unbound_lines


@pytest.mark.parametrize(
    ("breaches", "unbound", "kind", "words"),
    [
        (0, 0, "ok", "✓ Đúng quy định"),
        (0, 2, "warn", "✓ Đúng quy định; 2 chức danh không gắn với quy định nào"),
        (3, 2, "bad", "⚠ 3 vi phạm quy định"),
    ],
)
def test_the_mark_of_a_plan_counts_what_no_rule_knows(
    breaches: int, unbound: int, kind: str, words: str
) -> None:
    assert lawful_mark(breaches, unbound) == (kind, words)


def test_the_titles_are_listed_where_there_are_any() -> None:
    assert beside_unbound("Tốt nhất", 0) == "Tốt nhất"
    assert unbound_lines(()) == []
    assert unbound_lines(["A", "B"]) == [("Chức danh không gắn với quy định nào", "A; B")]


def test_a_gap_is_told_relative_and_absolute_and_not_without_a_bound() -> None:
    assert gap_words(1000, 990) == "1,00 % (10 điểm)"
    assert gap_words(1000, None) == gap_words(None, 5) == "–"
