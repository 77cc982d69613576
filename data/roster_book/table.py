"""One sheet of cells read as the table that its row describes: rows, and faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic

from data.excel.cells import Unreadable, as_text
from data.excel.column import Column
from data.excel.faults import Fault
from data.roster_book.rows.row import R, columns_in
from planner.text.vietnamese import fold

HEADER_WITHIN = 12
"""Title rows that may stand above the headers."""


@dataclass
class Table(Generic[R]):
    kind: type[R]
    rows: list[R] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    present: bool = False
    """Whether the sheet is there and holds at least one filled row."""


def _word(text: str) -> str:
    return fold(text.strip(" *:").replace("\n", " "))


def read_table(kind: type[R], cells: list[list[Any]] | None) -> Table[R]:
    """The table in the cells of a sheet; an absent sheet is an empty table."""
    table = Table(kind)
    if cells is None:
        return table
    texts = [[as_text(cell) for cell in row] for row in cells]
    if not any(any(row) for row in texts):
        return table
    columns = columns_in(kind)
    head, places = headers_of(columns, texts)
    missing = [c for c in columns if c.required and c.header not in places]
    table.present = any(any(row) for row in texts[head + 1 :])
    if missing and (table.present or places):
        table.faults += [missing_column(kind.sheet.name, column) for column in missing]
        table.present = True
        return table
    for number, row in enumerate(texts[head + 1 :], head + 2):
        if any(row):
            table.rows.append(_row(table, columns, places, number, row))
    return table


def missing_column(sheet: str, column: Column) -> Fault:
    return Fault(
        sheet=sheet, row=0, column=column.header, value="", expected="thiếu cột này (cột bắt buộc)"
    )


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
    table: Table[R],
    columns: Sequence[Column],
    places: dict[str, int],
    number: int,
    row: list[str],
) -> R:
    values: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for column in columns:
        place = places.get(column.header)
        text = row[place] if place is not None and place < len(row) else ""
        texts[column.field] = text
        try:
            values[column.field] = value_of(column, text)
        except Unreadable as error:
            values[column.field] = column.type.empty
            fault = Fault(
                sheet=table.kind.sheet.name,
                row=number,
                column=column.header,
                value=text,
                expected=str(error),
            )
            table.faults.append(fault)
    return table.kind(number=number, texts=texts, **values)


def value_of(column: Column, text: str) -> Any:
    """The value of a cell; raises Unreadable when it is none, or empty against the rules."""
    if text:
        return column.type.read(text)
    if column.required:
        raise Unreadable(f"không được để trống ({column.meaning.lower()})")
    return column.type.empty
