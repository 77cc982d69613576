"""One sheet of cells read as the table that `columns` describes: rows of values, and faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from data.excel.cells import Unreadable, as_text
from data.excel.column import Column
from data.excel.faults import Fault
from data.roster_book.columns import columns_of
from planner.text.vietnamese import fold

HEADER_WITHIN = 12
"""Title rows that may stand above the headers."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is Excel's; `values` by field; `texts` what the cells said."""

    number: int
    values: dict[str, Any]
    texts: dict[str, str]


@dataclass
class Table:
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    present: bool = False
    """Whether the sheet is there and holds at least one filled row."""


def _word(text: str) -> str:
    return fold(text.strip(" *:").replace("\n", " "))


def read_table(sheet: str, cells: list[list[Any]] | None) -> Table:
    """The table on `sheet`; an absent sheet is an empty table."""
    if cells is None:
        return Table()
    columns = columns_of(sheet)
    texts = [[as_text(cell) for cell in row] for row in cells]
    if not any(any(row) for row in texts):
        return Table()
    head, places = headers_of(columns, texts)
    missing = [c for c in columns if c.required and c.header not in places]
    table = Table(present=any(any(row) for row in texts[head + 1 :]))
    if missing and (table.present or places):
        expected = "thiếu cột này (cột bắt buộc)"
        table.faults += [Fault(sheet, 0, column.header, "", expected) for column in missing]
        table.present = True
        return table
    for number, row in enumerate(texts[head + 1 :], head + 2):
        if any(row):
            table.rows.append(_row(table, sheet, columns, places, number, row))
    return table


def headers_of(columns: Sequence[Column], texts: list[list[str]]) -> tuple[int, dict[str, int]]:
    """The row that bears the most known headers, and where each header stands in it."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in enumerate(texts[:HEADER_WITHIN]):
        words = [_word(text) for text in row]
        places = {}
        for column in columns:
            for name in (column.header, *column.aliases):
                if _word(name) in words:
                    places[column.header] = words.index(_word(name))
                    break
        if len(places) > len(best[1]):
            best = number, places
    return best


def _row(
    table: Table,
    sheet: str,
    columns: Sequence[Column],
    places: dict[str, int],
    number: int,
    row: list[str],
) -> Row:
    values: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for column in columns:
        place = places.get(column.header)
        text = row[place] if place is not None and place < len(row) else ""
        texts[column.field] = text
        values[column.field] = column.type.empty
        if not text:
            if column.required:
                expected = f"không được để trống ({column.meaning.lower()})"
                table.faults.append(Fault(sheet, number, column.header, "", expected))
            continue
        try:
            values[column.field] = column.type.read(text)
        except Unreadable as error:
            table.faults.append(Fault(sheet, number, column.header, text, str(error)))
    return Row(number, values, texts)
