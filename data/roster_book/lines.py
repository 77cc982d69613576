"""Rows as the lines of a sheet show them, cell by cell, with what was remarked on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from data.excel.cells import Unreadable
from data.excel.column import Column
from data.roster_book.remarks import Key
from data.roster_book.row import Row, columns_in
from planner.roster import Remark

_NOTHING: Mapping[str, str] = {}


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
    shown = [not (masked and column.sensitive and not column.required) for column in columns]
    said: dict[Key, dict[str, str]] = {}
    for remark in remarks:
        said.setdefault(remark.key, {})[remark.field] = remark.text
    for key, values in entries:
        texts = said.get(key, _NOTHING)
        yield [
            _cell(column, value, texts) if show else None
            for column, value, show in zip(columns, values, shown, strict=True)
        ]


def _cell(column: Column, value: Any, texts: Mapping[str, str]) -> Any:
    if column.field in texts:
        return _remarked(column, texts[column.field])
    return None if value is None else column.type.show(value)


def _remarked(column: Column, text: str) -> Any:
    """As the column shows it; word for word when an earlier version read the column otherwise."""
    try:
        return column.type.show(column.type.read(text))
    except Unreadable:
        return text
