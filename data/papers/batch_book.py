"""The summary of a batch as a workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.excel.book import Book

HEADERS = (
    "Phương án",
    "Kết quả",
    "Số người",
    "Bố trí",
    "Khuyết",
    "Dôi dư",
    "Điểm",
    "Không thể thấp hơn",
    "Còn có thể tốt hơn",
    "Giây",
    "Đã kiểm tra",
    "Ghi chú",
)


def write_summary(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """One row for each plan, in `HEADERS`' order."""
    with Book(path) as book:
        book.table(
            "Tổng hợp",
            HEADERS,
            rows,
            (34, 24, 9, 9, 9, 9, 12, 14, 12, 9, 10, 40),
            "TỔNG HỢP CÁC PHƯƠNG ÁN",
        )
