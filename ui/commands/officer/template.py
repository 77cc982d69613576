"""`sapxep template`: an empty workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import echo
from ui.commands.files_in import writable
from ui.words.command_words import say


def template(out: Annotated[Path, typer.Argument(metavar="OUT.xlsx")]) -> None:
    """Ghi bảng tính trống: mọi trang, mọi cột, danh sách chọn, ghi chú."""
    from data.roster_book.writer import write_template

    writable(out)
    write_template(out)
    echo(say("written", path=out))
