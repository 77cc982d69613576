from planner.text.numbers import decimal, number, percent, price_words, signed


def test_a_number_groups_digits_with_points_and_has_a_decimal_comma() -> None:
    assert [number(0), number(7_434), number(-1_234_567)] == ["0", "7.434", "-1.234.567"]
    assert [number(0.8), number(1_234.5)] == ["0,80", "1.234,50"]


def test_a_share_too_small_for_two_decimals_gets_four() -> None:
    assert percent(0.000_03) == "0,0030 %"
    assert [percent(0), percent(0.000_1), percent(0.1234)] == ["0,00 %", "0,01 %", "12,34 %"]


def test_a_price_of_nothing_promises_nothing() -> None:
    assert price_words(0) == "có thể không tốn thêm điểm"
    assert price_words(1_200) == "thêm ít nhất 1.200 điểm"


def test_a_difference_bears_its_sign() -> None:
    assert [signed(31), signed(-4), signed(0)] == ["+31", "−4", "+0"]


def test_one_decimal_follows_a_comma() -> None:
    assert [decimal(8.25), decimal(3)] == ["8,2", "3,0"]
