"""Faults of a workbook: where, what was read, what was expected."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`row` is Excel's row number, 0 for the whole sheet; `sheet` empty for the whole file."""

    sheet: str
    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = f'Trang "{self.sheet}"' if self.sheet else "Tệp"
        if self.row:
            where += f", dòng {self.row}"
        if self.column:
            where += f', cột "{self.column}"'
        read = f'đọc được "{self.value}"; ' if self.value else ""
        return f"{where}: {read}{self.expected}."

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "expected": self.expected,
        }


@dataclass(frozen=True)
class BadWorkbook:
    """What reading gives instead of a roster: every fault, in sheet, row and column order."""

    faults: tuple[Fault, ...]
