"""Plans side by side as a workbook: figures, costs rule by rule, units and people that differ."""

from collections.abc import Sequence
from pathlib import Path

from data.sheets import Book

Sheet = tuple[str, Sequence[str], Sequence[Sequence[str | int]], Sequence[int]]
"""(name, headers, rows, widths)."""


def write_comparison(title: str, sheets: Sequence[Sheet], path: Path) -> None:
    """Writes one table a sheet, A4 landscape; the first bears `title`."""
    with Book(path) as book:
        for place, (name, headers, rows, widths) in enumerate(sheets):
            book.table(name, headers, rows, widths, title if place == 0 else f"{name} – {title}")
