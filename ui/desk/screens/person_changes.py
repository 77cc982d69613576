"""What differs between two states of one person, column by column."""

from dataclasses import dataclass, fields

from data.roster_book.rows import columns as sheet
from data.roster_book.rows.columns import columns_of
from planner.roster import Cadre

HIDDEN = "(đã đổi)"
OTHER = "Nguyện vọng, xếp loại"
"""What fields are called that no column of the sheet of cadres fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
        hidden = column is not None and column.sensitive
        found.append(
            PersonChange(
                code=new.code,
                name=new.name,
                column=column.header if column else OTHER,
                before=HIDDEN if hidden else _word(show, before),
                after=HIDDEN if hidden else _word(show, after),
            )
        )
    return found


def _word(show: object, value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, tuple | frozenset):
        return ", ".join(str(getattr(v, "label", v)) for v in sorted(value, key=str))
    return str(show(value)) if callable(show) else str(value)
