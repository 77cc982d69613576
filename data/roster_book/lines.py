"""Rows as the lines of a sheet show them, cell by cell, with what was remarked on them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from data.excel.cells import Unreadable
from data.excel.column import Column
from data.roster_book.remarks import Key
from data.roster_book.rows.row import Row, columns_in
from planner.roster import Remark


def keyed(rows: Sequence[Row]) -> Iterator[tuple[Key, list[Any]]]:
    """The key and the values of each row, column by column."""
    for row in rows:
        codes = (getattr(row, field) for field in row.counterpart.key)
        key = tuple(part for c in codes for part in ((c,) if isinstance(c, str) else c))
        yield key, [getattr(row, column.field) for column in columns_in(type(row))]


def lines_of(
    kind: type[Row],
    entries: Iterable[tuple[Key, Sequence[Any]]],
    remarks: Iterable[Remark],
    masked: bool = False,
) -> Iterator[list[Any]]:
    """Cells of a sheet; `masked` leaves its sensitive columns empty unless they are required."""
    columns = columns_in(kind)
    hidden = {c.field for c in columns if masked and c.sensitive and not c.required}
    shows = [None if column.field in hidden else column.type.show for column in columns]
    places = {c.field: place for place, c in enumerate(columns) if c.field not in hidden}
    said: dict[Key, list[tuple[int, str]]] = {}
    for remark in remarks:
        if remark.field in places:
            said.setdefault(remark.key, []).append((places[remark.field], remark.text))
    for key, values in entries:
        line = [
            None if value is None or show is None else show(value)
            for value, show in zip(values, shows, strict=True)
        ]
        for place, text in said.get(key, ()):
            line[place] = _remarked(columns[place], text)
        yield line


def _remarked(column: Column, text: str) -> Any:
    """As the column shows it; word for word when an earlier version read the column otherwise."""
    try:
        return column.type.show(column.type.read(text))
    except Unreadable:
        return text
