"""`sapxep columns`: every sheet and column of the workbook."""

from ui.commands.console import (
    Json,
    echo,
    print_json,
)


def columns(as_json: Json = False) -> None:
    """Liệt kê mọi trang và cột của bảng tính."""
    from data.papers.catalogue import column_lines, column_rows

    if as_json:
        print_json({"columns": column_rows()})
    else:
        for text in column_lines():
            echo(text)
