"""The tables of a workbook on their way to a roster, with the faults and remarks found so far."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from data.excel.faults import Fault
from data.roster_book.remarks import remarks_on
from data.roster_book.rows.columns import SHEETS, columns_of
from data.roster_book.rows.row import R, Row, columns_in
from data.roster_book.table import Table
from planner.roster import Remark

T = TypeVar("T")


class Reading:
    """What the readers of the sheets share: rows to read, faults and remarks to add to."""

    def __init__(self, tables: Mapping[str, Table[Any]]) -> None:
        """`tables`: by name of the sheet."""
        self._tables = tables
        self.faults: list[Fault] = [f for table in tables.values() for f in table.faults]
        self._spoiled = {(f.sheet, f.row, f.column) for f in self.faults}
        self._remarks = defaultdict[str, set[Remark]](set)

    def rows(self, kind: type[R]) -> list[R]:
        return self._tables[kind.sheet.name].rows

    def present(self, kind: type[Row]) -> bool:
        return self._tables[kind.sheet.name].present

    def unique(self, kind: type[R], field: str, what: str) -> list[R]:
        """The rows, a fault for each whose `field` was there before."""
        seen: dict[str, int] = {}
        for row in self.rows(kind):
            code = getattr(row, field)
            if code in seen:
                self.fault(row, field, f"{what} đã có ở dòng {seen[code]}; mỗi mã một dòng")
            elif code:
                seen[code] = row.number
        return self.rows(kind)

    def sound(self, row: Row, *fields: str) -> bool:
        """Whether the cells of these fields, of all when none is named, hold what they must."""
        headers = {c.header for c in columns_in(type(row)) if not fields or c.field in fields}
        return not any((row.sheet.name, row.number, header) in self._spoiled for header in headers)

    def fault(self, row: Row, field: str, expected: str) -> None:
        """A fault of a cell that can be read, but not taken; one that cannot has its own."""
        header = next(c.header for c in columns_in(type(row)) if c.field == field)
        if (row.sheet.name, row.number, header) not in self._spoiled:
            text = row.texts.get(field, "")
            self.faults.append(
                Fault(
                    sheet=row.sheet.name,
                    row=row.number,
                    column=header,
                    value=text,
                    expected=expected,
                )
            )

    def fault_of_sheet(self, kind: type[Row], expected: str, header: str = "") -> None:
        self.faults.append(
            Fault(sheet=kind.sheet.name, row=0, column=header, value="", expected=expected)
        )

    def found(
        self, row: Row, field: str, find: Callable[[str], T | None], expected: str
    ) -> T | None:
        """What `find` knows by the text of a field; a fault when it knows nothing of it."""
        text = getattr(row, field)
        thing = find(text) if text else None
        if text and thing is None:
            self.fault(row, field, expected)
        return thing

    def keep(self, row: Row, *key: str) -> None:
        """Keeps what only people read on a row; `key` tells the row as it will be written."""
        self.remark(row.sheet.name, remarks_on(row, key))

    def remark(self, sheet: str, remarks: Iterable[Remark]) -> None:
        self._remarks[sheet].update(remarks)

    def remarks(self) -> dict[str, tuple[Remark, ...]]:
        """By name of the sheet, those without any left out."""
        return {sheet: tuple(sorted(found)) for sheet, found in self._remarks.items() if found}

    def sorted_faults(self) -> tuple[Fault, ...]:
        return tuple(sorted(self.faults, key=_place))


def _place(fault: Fault) -> tuple[int, int, int]:
    sheets = [s.name for s in SHEETS]
    headers = [c.header for c in columns_of(fault.sheet)] if fault.sheet else []
    return (
        sheets.index(fault.sheet) if fault.sheet in sheets else -1,
        fault.row,
        headers.index(fault.column) if fault.column in headers else -1,
    )
