"""Cells of a workbook read otherwise than they stand there, as somebody mended them on screen."""

from collections.abc import Iterable
from typing import Any

from data.excel.archive import Cells
from data.excel.cells import as_text
from data.roster_book.rows.columns import SHEETS, columns_of
from data.roster_book.table import headers_of
from planner.text.vietnamese import fold

Mend = tuple[str, int, str, str]
"""(sheet, Excel row, column, text to read there instead)."""


def mended(cells: Cells, mends: Iterable[Mend]) -> Cells:
    """The same cells with every mend laid over them. A column that is not there is added; rows
    below the last one, too."""
    found = {name: [list(row) for row in rows] for name, rows in cells.items()}
    names = {fold(name): name for name in found}
    known = {fold(sheet.name) for sheet in SHEETS}
    for sheet, row, column, text in mends:
        if fold(sheet) not in known:
            continue
        rows = found.setdefault(names.get(fold(sheet), sheet), [])
        place = _place(sheet, rows, column)
        while len(rows) < row:
            rows.append([])
        line = rows[row - 1]
        line.extend([""] * (place + 1 - len(line)))
        line[place] = text
    return found


def _place(sheet: str, rows: list[list[Any]], column: str) -> int:
    """Where the column stands, added behind the last when it is not there."""
    texts = [[as_text(cell) for cell in row] for row in rows]
    head, places = headers_of(columns_of(sheet), texts)
    if column in places:
        return places[column]
    if not rows:
        rows.append([])
    rows[head].append(column)
    return len(rows[head]) - 1
