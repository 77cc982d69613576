import pytest

from planner.text.numbers import decimal, number, percent, signed


@pytest.mark.parametrize(("value", "words"), [(31, "+31"), (-4, "−4"), (0, "+0")])
def test_a_difference_bears_its_sign(value: int, words: str) -> None:
    assert signed(value) == words


def test_digits_are_grouped_by_dots_and_parts_follow_a_comma() -> None:
    assert (number(7434), number(0.8), decimal(8.25), percent(0.0002)) == (
        "7.434",
        "0,80",
        "8,2",
        "0,02 %",
    )
