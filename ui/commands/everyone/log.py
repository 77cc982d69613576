"""`sapxep log`: the log of a project, and whether it is whole."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    Json,
    Lang,
    echo,
    print_json,
    project_in,
)
from ui.words.command_words import action_words, moment, say


def log(
    path: Annotated[Path, typer.Argument(metavar="HO_SO.sapxep", help="Tệp hồ sơ.")],
    verify: Annotated[
        bool, typer.Option("--verify", help="Kiểm tra từng dòng và từng bản đã lưu.")
    ] = False,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Đọc nhật ký của một hồ sơ; với --verify thì kiểm tra hồ sơ còn nguyên vẹn."""
    project = project_in(path)
    damages = project.verify() if verify else ()
    lines = project.log()
    project.close()
    if as_json:
        outcome = "damaged" if damages else "whole" if verify else "read"
        rows = [{name: getattr(line, name) for name in line.__slots__} for line in lines]
        found = [{"where": damage.where, "what": damage.what} for damage in damages]
        print_json({"outcome": outcome, "lines": rows, "damages": found})
    else:
        for line in lines:
            why = f" ({line.why})" if line.why else ""
            about = f": {line.about}" if line.about else ""
            words = action_words(line.action)
            echo(f"{line.number:5} {moment(line.at)} {line.who}  {words}{about}{why}")
        for damage in damages:
            echo(f"{damage.where}: {damage.what}")
        if verify and not damages:
            echo(say("whole", lang))
    raise typer.Exit(FAULT if damages else DONE)
