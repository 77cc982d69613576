"""Numbers as written in Vietnamese: digit groups, per cent, prices."""


def number(value: float) -> str:
    """A number as Vietnamese writes it: 7.434 and 0,80."""
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def price_words(at_least: int) -> str:
    """What another placement costs at least: 0 says only that nothing is proven against it."""
    if at_least == 0:
        return "có thể không tốn thêm điểm"
    return f"thêm ít nhất {number(at_least)} điểm"


def percent(part: float) -> str:
    """A share as "0,02 %"; three decimals when it would else read 0,00 %."""
    digits = 2 if part == 0 or part >= 0.0001 else 4
    return f"{part * 100:.{digits}f}".replace(".", ",") + " %"


def signed(value: int) -> str:
    """A difference with its sign: +31, −4, +0."""
    return f"{value:+d}".replace("-", "−")


def decimal(value: float) -> str:
    """With one decimal: 8,2."""
    return f"{value:.1f}".replace(".", ",")
