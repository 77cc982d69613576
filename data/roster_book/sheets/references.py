"""What rows refer to: units, posts, people, found by code or by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from data.excel.cells import unit_code
from data.roster_book.rows.row import Row
from data.roster_book.sheets.reading import Reading
from planner.roster import Commune, OldUnit
from planner.text.vietnamese import fold

T = TypeVar("T")
NO_UNIT = "không có đơn vị này trong trang Đơn vị"


@dataclass(frozen=True, kw_only=True)
class References:
    """What the sheets of people, and those after it, may name."""

    unit: Callable[[str], Commune | None]
    old_unit: Callable[[str], OldUnit | None]
    district: Callable[[str], str | None]
    posts: frozenset[str]
    """Codes, those of rows with faults among them; as of `people`."""
    people: frozenset[str]


def finder(
    things: Iterable[T], code: Callable[[T], str], names: Callable[[T], Iterable[str]]
) -> Callable[[str], T | None]:
    """Looks a thing up by its code, by "code name", or by a name that only it bears."""
    by_code, by_name = dict[str, T](), dict[str, list[T]]()
    for thing in things:
        by_code[code(thing)] = thing
        for name in {fold(name) for name in names(thing)}:
            by_name.setdefault(name, []).append(thing)

    def find(text: str) -> T | None:
        if text in by_code:
            return by_code[text]
        first = unit_code(text.split(" ", maxsplit=1)[0]) if text else ""
        if first in by_code and first.isdigit():
            return by_code[first]
        found = by_name.get(fold(text), [])
        return found[0] if len(found) == 1 else None

    return find


def unit_named(reading: Reading, known: References, row: Row, field: str) -> str:
    """Code of the unit that a field names; empty when it names none."""
    unit = reading.found(row, field, known.unit, NO_UNIT)
    return unit.code if unit else ""


def person_named(reading: Reading, known: References, row: Row, field: str) -> str:
    """The code in a field, a fault when nobody on the sheet of people has it."""
    code = str(getattr(row, field))
    if code and code not in known.people:
        reading.fault(row, field, "không có mã này trong trang Cán bộ")
    return code
