"""Remarks: cells that the planner has no place for, carried from workbook to workbook."""

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from data.excel.column import Column
from data.roster_book.rows.row import Row, columns_in, names_in
from planner.roster import Remark

Key = tuple[str, ...]


def remark_columns(kind: type[Row]) -> tuple[Column, ...]:
    """The columns of a sheet that the planner has no place for."""
    return _columns(cast(Any, kind))


@cache
def _columns(kind: type[Row]) -> tuple[Column, ...]:
    here = kind.counterpart
    known = {*here.key, *here.turned}.union(*map(names_in, here.fills))
    return tuple(column for column in columns_in(kind) if column.field not in known)


def remarks_on(row: Row, key: Key) -> Iterator[Remark]:
    for column in remark_columns(type(row)):
        value = getattr(row, column.field)
        if value != column.type.empty:
            yield remark_of(column, value, key)


def remark_of(column: Column, value: Any, key: Key) -> Remark:
    return Remark(key, column.field, str(column.type.show(value)))
