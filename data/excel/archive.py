"""Opening an Excel file safely: is it one, is it whole, is it of a sane size."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from data.excel.faults import BadWorkbook, Fault

LARGEST_FILE = 200 * 2**20
LARGEST_UNPACKED = 2 * 2**30
LARGEST_RATIO = 400
LARGEST_ROWS = 300_000
LONGEST_ROWS = 1_048_576
"""Rows of a sheet that may be long: as many as Excel has."""

Cells = Mapping[str, list[list[Any]]]
"""Sheet name → rows of cells, the first being Excel's row 1."""


def _bad(value: str, expected: str) -> BadWorkbook:
    return BadWorkbook((Fault(sheet="", row=0, column="", value=value, expected=expected),))


def open_cells(
    path: Path, is_long: Callable[[str], bool] = lambda name: False
) -> Cells | BadWorkbook:
    """Every sheet's cells, or the one fault that keeps the file from being read; `is_long` says by
    its name of a sheet that it may have as many rows as Excel has."""
    suffix = path.suffix.lower()
    if not path.is_file():
        return _bad(path.name, "không có tệp này; cần một bảng tính Excel (.xlsx)")
    if path.stat().st_size == 0:
        return _bad(path.name, "tệp rỗng (0 byte); cần một bảng tính Excel (.xlsx)")
    if suffix == ".xls":
        return _bad(
            path.name,
            "đây là định dạng Excel cũ (.xls); hãy mở bằng Excel và lưu lại dạng .xlsx",
        )
    if suffix == ".csv":
        return _bad(
            path.name,
            "đây là tệp .csv, chỉ chứa được một trang; hãy dán vào bảng tính mẫu .xlsx "
            "(lệnh: sapxep template mau.xlsx)",
        )
    if suffix != ".xlsx" or not zipfile.is_zipfile(path):
        return _bad(path.name, "không phải bảng tính Excel .xlsx, hoặc tệp đã hỏng")
    return _unpacked_size(path) or _cells(path, is_long)


def _unpacked_size(path: Path) -> BadWorkbook | None:
    """A small file may unpack into an enormous one; it is refused before it is parsed."""
    packed = path.stat().st_size
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        return _bad(path.name, "tệp đã hỏng; hãy mở bằng Excel và lưu lại")
    too_big = packed > LARGEST_FILE or unpacked > LARGEST_UNPACKED
    if too_big or (unpacked > 50 * 2**20 and unpacked > LARGEST_RATIO * packed):
        return _bad(path.name, f"tệp bung ra {unpacked // 2**20} MB, lớn bất thường; không đọc")
    return None


def _cells(path: Path, is_long: Callable[[str], bool]) -> Cells | BadWorkbook:
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = {}
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            most = LONGEST_ROWS if is_long(name) else LARGEST_ROWS
            if len(rows) > most:
                return _bad(name, f"trang có {len(rows)} dòng, nhiều hơn {most}")
            sheets[name] = rows
    except (CalamineError, zipfile.BadZipFile) as error:
        return _bad(path.name, f"tệp đã hỏng ({error}); hãy mở bằng Excel và lưu lại")
    return sheets
