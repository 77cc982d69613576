"""Plans side by side as a workbook: figures, costs rule by rule, units and people that differ."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from data.excel.book import Book
from planner.case import Case
from planner.check.finding_words import named
from planner.compare.gains import gain_row, gains_between
from planner.compare.moves import Move, cause_words
from planner.compare.side_by_side import ComparedRow, Side, cost_rows
from planner.plan import Plan

Sheet = tuple[str, Sequence[str], Sequence[Sequence[str | int]], Sequence[int]]
"""(name, headers, rows, widths)."""


def write_comparison(title: str, sheets: Sequence[Sheet], path: Path) -> None:
    """Writes one table a sheet, A4 landscape; the first bears `title`."""
    with Book(path) as book:
        for place, (name, headers, rows, widths) in enumerate(sheets):
            book.table(name, headers, rows, widths, title if place == 0 else f"{name} – {title}")


def comparison_title(sides: Sequence[Side]) -> str:
    return "So sánh " + ", ".join(side.name for side in sides)


def comparison_book(
    sides: Sequence[Side],
    found: Sequence[ComparedRow],
    pair: tuple[tuple[Case, Plan], tuple[Case, Plan]],
    moves: Sequence[Move],
    heading: str,
) -> bytes:
    """`pair`: the case and plan before, the case and plan after."""
    names = [side.name for side in sides]
    (_, before), (case, plan) = pair
    told = [(row.section, row.label, *row.values) for row in found]
    costs = [(row.label, *row.values) for row in cost_rows(sides)]
    moved = [
        (
            named(case, move.cadre),
            move.cadre,
            "; ".join(named(case, code) for code in move.before) or "dôi dư",
            "; ".join(named(case, code) for code in move.after) or "dôi dư",
            cause_words(case, move),
        )
        for move in moves
    ]
    gains = [
        (person.gain.value, *gain_row(case, plan, person).values())
        for person in gains_between(case, before, plan)
    ]
    sheets: list[Sheet] = [
        ("Chỉ tiêu", ("Nhóm", "Chỉ tiêu", *names), told, (24, 40, *[18] * len(names))),
        ("Điểm từng quy tắc", ("Quy tắc", *names), costs, (56, *[16] * len(names))),
        ("Theo người", ("Họ và tên", "Mã", "Trước", "Sau", "Vì sao"), moved, (26, 12, 40, 40, 34)),
        (
            "Được lợi, thiệt",
            ("Thay đổi", "Họ và tên", "Mã", "Từ", "Đến", "Mức"),
            gains,
            (30, 26, 12, 34, 40, 18),
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so_sanh.xlsx"
        write_comparison(f"{comparison_title(sides)} ({heading})", sheets, path)
        return path.read_bytes()
