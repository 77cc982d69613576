from fractions import Fraction

import pytest

from planner.law.figure import DAY, FLAG, Figure, Names, Unit, names, number, word


@pytest.mark.parametrize(
    ("text", "exact", "unit"),
    [
        ("60 tháng", Fraction(60), Unit.MONTHS),
        ("5/2 người/xã", Fraction(5, 2), Unit.PER_UNIT),
        ("2,5 km²", Fraction(5, 2), Unit.KM2),
        ("0.1 phần", Fraction(1, 10), Unit.SHARE),
        ("15 %", Fraction(3, 20), Unit.SHARE),
        (" 3  mức ", Fraction(3), Unit.LEVEL),
    ],
)
def test_a_figure_is_exact_and_has_a_unit(text: str, exact: Fraction, unit: Unit) -> None:
    assert Figure.read(text) == Figure(exact, unit, text)


@pytest.mark.parametrize("text", ["60", "tháng", "60 thang", "−3 người", "1/2/3 phần", "%", ""])
def test_what_is_no_number_with_a_known_unit_is_no_figure(text: str) -> None:
    assert Figure.read(text) is None


def test_every_unit_can_be_read_as_it_is_written() -> None:
    for unit in Unit:
        assert Figure.read(f"7 {unit.value}") == Figure(Fraction(7), unit, f"7 {unit.value}")


def test_what_a_rule_asks_of_a_value_is_said_in_words() -> None:
    asked = (
        number(Unit.PEOPLE, Unit.SHARE),
        names(Names.ROLES),
        word("km", "unit"),
        FLAG,
        DAY,
    )
    assert list(map(str, asked)) == [
        "số có đơn vị người hoặc phần",
        "danh sách mã chức danh",
        "một trong: km, unit",
        "true hoặc false",
        "một ngày",
    ]
