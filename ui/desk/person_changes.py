"""What differs between two states of one person, column by column."""

from dataclasses import dataclass, fields

from data.roster_book import columns as sheet
from data.roster_book.columns import columns_of
from planner.roster import Cadre

HIDDEN = "(đã đổi)"
OTHER = "Nguyện vọng, xếp loại"
"""What fields are called that no column of the sheet of cadres fills."""


@dataclass(frozen=True, slots=True)
class PersonChange:
    code: str
    name: str
    column: str
    before: str
    after: str


def person_changes(old: Cadre, new: Cadre) -> list[PersonChange]:
    """One for each field that differs; sensitive ones say only that they do."""
    columns = {column.field: column for column in columns_of(sheet.CADRES)}
    found = []
    for entry in fields(Cadre):
        before, after = getattr(old, entry.name), getattr(new, entry.name)
        if before == after:
            continue
        column = columns.get(entry.name)
        show = column.type.show if column else str
        told = HIDDEN, HIDDEN
        if column is None or not column.sensitive:
            told = _word(show, before), _word(show, after)
        label = column.header if column else OTHER
        found.append(PersonChange(new.code, new.name, label, *told))
    return found


def _word(show: object, value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, tuple | frozenset):
        return ", ".join(str(getattr(v, "label", v)) for v in sorted(value, key=str))
    return str(show(value)) if callable(show) else str(value)
