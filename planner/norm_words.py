"""Norms in words: force, price and values as a reader writes them."""

from datetime import date

from planner.figure import Figure
from planner.norms import Force, Norm, Value


def words_of(norm: Norm) -> str:
    """Force, price and values of a norm in a few words."""
    price = f", {norm.price} điểm" if norm.price and norm.force is Force.WISH else ""
    values = "; ".join(f"{name} = {value_words(value)}" for name, value in norm.values.items())
    return f"{norm.force.label}{price}" + (f"; {values}" if values else "")


def value_words(value: Value) -> str:
    """A value as it is written."""
    if isinstance(value, Figure):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value
