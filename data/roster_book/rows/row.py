"""A row of a sheet as a dataclass: each field that is a column says there what the column is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

from data.excel.cells import CellType
from data.excel.column import Column, Sheet

_COLUMN = "column"


@dataclass(frozen=True)
class Counterpart:
    """What of the planner the rows of a sheet stand for."""

    key: tuple[str, ...]
    """Fields that tell one row from another, as they are written."""
    fills: tuple[type, ...] = ()
    """Dataclasses that take the columns that bear their fields' names."""
    turned: tuple[str, ...] = ()
    """Fields that the planner has in another form; those it has in none are kept as remarks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The base of all rows; where it was read, `number` is Excel's and `texts` what its cells said.

    A field whose cell cannot be read, or is empty against the rules, holds its type's empty value
    whatever its annotation says: ask `Reading.sound` first.
    """

    sheet: ClassVar[Sheet]
    counterpart: ClassVar[Counterpart]

    number: int = 0
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


R = TypeVar("R", bound=Row)


def required(
    header: str, cell: CellType, meaning: str, *aliases: str, sensitive: bool = False
) -> Any:
    """A field that is a column whose cells must be filled."""
    return _column(header, cell, True, meaning=meaning, aliases=aliases, sensitive=sensitive)


def optional(
    header: str, cell: CellType, meaning: str, *aliases: str, sensitive: bool = False
) -> Any:
    """A field that is a column whose cells may be empty, or that may be missing altogether."""
    return _column(header, cell, False, meaning=meaning, aliases=aliases, sensitive=sensitive)


def _column(header: str, cell: CellType, must: bool, **rest: Any) -> Any:
    said = {"header": header, "type": cell, "required": must, **rest}
    return field(default=cell.empty, metadata={_COLUMN: said})


def columns_in(kind: type[Row]) -> tuple[Column, ...]:
    """The columns of a sheet, in the order of its row's fields."""
    return _columns(cast(Any, kind))


@cache
def _columns(kind: type[Row]) -> tuple[Column, ...]:
    return tuple(
        Column(sheet=kind.sheet.name, field=entry.name, **entry.metadata[_COLUMN])
        for entry in fields(kind)
        if _COLUMN in entry.metadata
    )


@cache
def names_in(kind: type) -> frozenset[str]:
    return frozenset(entry.name for entry in fields(kind))


def named(row: Row, kind: type) -> dict[str, Any]:
    """What `row` says of a `kind` of the planner: the columns that bear its fields' names."""
    names = names_in(kind)
    return {c.field: getattr(row, c.field) for c in columns_in(type(row)) if c.field in names}


def row_of(kind: type[R], *things: Any, **said: Any) -> R:
    """A row to be written: each column as `said`, else as the last of the `things` that has a field
    of its name, else empty."""
    values: dict[str, Any] = {}
    for thing in things:
        names = names_in(cast(type, type(thing)))
        values |= {c.field: getattr(thing, c.field) for c in columns_in(kind) if c.field in names}
    return kind(**{**values, **said})
