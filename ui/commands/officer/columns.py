"""`sapxep columns`: every sheet and column of the workbook."""

from ui.commands.console import Json, tell


def columns(as_json: Json = False) -> None:
    """Liệt kê mọi trang và cột của bảng tính."""
    from data.roster_book.rows.columns import COLUMNS
    from ui.commands.officer.in_lines.column_lines import Columns, column_lines

    tell(Columns(COLUMNS), column_lines, as_json, "vi")
