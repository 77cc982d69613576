"""The command that reads a project file: its log, and whether it is whole."""

from pathlib import Path
from typing import Annotated

import typer

from ui.console import DONE, FAULT, Json, Lang, echo, print_json, stop
from ui.words import action_words, moment, say


def log(
    path: Annotated[Path, typer.Argument(metavar="HO_SO.sapxep", help="Tệp hồ sơ.")],
    verify: Annotated[
        bool, typer.Option("--verify", help="Kiểm tra từng dòng và từng bản đã lưu.")
    ] = False,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Đọc nhật ký của một hồ sơ; với --verify thì kiểm tra hồ sơ còn nguyên vẹn."""
    from data.store.project import NotAProject, Project

    try:
        project = Project.open(path)
    except FileNotFoundError:
        stop(f"không có tệp {path}")
    except NotAProject as error:
        stop(str(error), FAULT)
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
