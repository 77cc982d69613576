"""Writing sheets for print: headers, widths, drop-downs, A4 landscape; never a live formula."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from data.excel.column import Column

LAST_DROP_DOWN_ROW = 20000
EXCEL_LIST_LIMIT = 255
LISTS = "Danh mục chọn"
"""The hidden sheet of the choices that are too long to stand in a drop-down themselves."""
LINE_HEIGHT = 13.5
LETTERS_PER_WIDTH = 1.2
"""Letters of the table's font that fit one unit of column width, on the safe side."""


def _lines(values: Sequence[Any], widths: Sequence[int]) -> int:
    """Lines the fullest cell of a row needs; words break whole, so a little room is left."""
    most = 1
    for value, width in zip(values, widths, strict=True):
        letters = len(str(value)) if value is not None else 0
        room = max(1, int(width * LETTERS_PER_WIDTH) - 2)
        most = max(most, -(-letters // room))
    return most


class Book:
    """A workbook being written; used as a context, saved on leaving it.

    The file is written beside its place and moved there whole, so a crash leaves no half of it.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._part = path, path.with_name(f".{path.name}.part")
        options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        self._book = xlsxwriter.Workbook(str(self._part), options)
        font = {"font_name": "Times New Roman", "font_size": 10, "valign": "top"}
        self._head = self._book.add_format(
            {**font, "bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}
        )
        self._must = self._book.add_format(
            {
                **font,
                "bold": True,
                "text_wrap": True,
                "border": 1,
                "valign": "vcenter",
                "bg_color": "#DCE8F0",
            }
        )
        self._cell = self._book.add_format({**font, "text_wrap": True, "border": 1})
        self._title = self._book.add_format({**font, "bold": True, "font_size": 13})
        self._lists: list[list[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write_lists()
        self._book.close()
        if kind is None:
            self._part.replace(self._path)
        else:
            self._part.unlink(missing_ok=True)

    def table(
        self,
        name: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[Any]],
        widths: Sequence[int] = (),
        title: str = "",
    ) -> None:
        """A sheet with one table; the header row is repeated on each printed page."""
        sheet = self._sheet(name)
        top = 0
        if title:
            sheet.write_string(0, 0, title, self._title)
            top = 2
        for place, header in enumerate(headers):
            sheet.write_string(top, place, header, self._head)
            sheet.set_column(place, place, widths[place] if place < len(widths) else 16)
        wide = [widths[place] if place < len(widths) else 16 for place in range(len(headers))]
        sheet.set_row(top, LINE_HEIGHT * _lines(headers, wide))
        for row, values in enumerate(rows, top + 1):
            sheet.set_row(row, LINE_HEIGHT * _lines(values, wide))
            for place, value in enumerate(values):
                self._write(sheet, row, place, value)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(0, top)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(headers) - 1)

    def columns(self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> None:
        """A sheet of the roster workbook: required headers are marked, choices drop down."""
        sheet = self._sheet(name)
        for place, column in enumerate(columns):
            sheet.write_string(
                0, place, column.header, self._must if column.required else self._head
            )
            note = (
                f"{column.meaning}\n({column.type.name}{', bắt buộc' if column.required else ''})"
            )
            sheet.write_comment(0, place, note, {"author": "Sắp Xếp"})
            sheet.set_column(place, place, max(12, min(28, len(column.header) + 3)))
            choices = list(column.type.choices)
            if choices:
                options = {
                    "validate": "list",
                    "source": self._source(choices),
                    "error_title": "Sắp Xếp",
                    "error_message": "Hãy chọn một giá trị trong danh sách.",
                    "error_type": "warning",
                }
                sheet.data_validation(1, place, LAST_DROP_DOWN_ROW, place, options)
        for row, values in enumerate(rows, 1):
            for place, value in enumerate(values):
                self._write(sheet, row, place, value)
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)

    def _source(self, choices: list[str]) -> list[str] | str:
        """The choices themselves, or where they stand when they are too long for Excel."""
        if len(",".join(choices)) <= EXCEL_LIST_LIMIT:
            return choices
        if choices not in self._lists:
            self._lists.append(choices)
        letter = xl_col_to_name(self._lists.index(choices), True)
        return f"='{LISTS}'!{letter}$1:{letter}${len(choices)}"

    def _write_lists(self) -> None:
        if not self._lists:
            return
        sheet = self._book.add_worksheet(LISTS)
        for place, choices in enumerate(self._lists):
            sheet.write_column(0, place, choices)
        sheet.hide()

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.set_footer("&L&9Dự thảo – Sắp Xếp&R&9&P/&N")
        return sheet

    def _write(self, sheet: Any, row: int, place: int, value: Any) -> None:
        if value is None or value == "":
            sheet.write_blank(row, place, None, self._cell)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            sheet.write_number(row, place, value, self._cell)
        else:
            sheet.write_string(row, place, str(value), self._cell)
