"""The columns of the workbook in words on the console."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.excel.column import Column


@dataclass(frozen=True)
class Columns:
    columns: tuple[Column, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "columns": [
                {
                    "sheet": c.sheet,
                    "header": c.header,
                    "field": c.field,
                    "type": c.type.name,
                    "choices": list(c.type.choices),
                    "required": c.required,
                    "sensitive": c.sensitive,
                    "meaning": c.meaning,
                    "aliases": list(c.aliases),
                }
                for c in self.columns
            ]
        }


def column_lines(found: Columns, _lang: str) -> Iterator[str]:
    """In Vietnamese in every language, as the workbook is."""
    sheet = ""
    for column in found.columns:
        if column.sheet != sheet:
            sheet = column.sheet
            yield f"\n{sheet}"
        marks = {"bắt buộc": column.required, "nhạy cảm": column.sensitive}
        named = ", ".join(mark for mark, on in marks.items() if on)
        tail = f" [{named}]" if named else ""
        choices = f": {' · '.join(column.type.choices)}" if column.type.choices else ""
        yield f"  {column.header} ({column.type.name}{choices}){tail} {column.meaning}"
