"""`sapxep log`: the log of a project, and whether it is whole."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.console import DONE, FAULT, Json, Lang, tell
from ui.commands.files_in import project_in
from ui.words.command_words import action_words, moment, say

if TYPE_CHECKING:
    from data.store.journal import Damage, Line

ProjectFile = Annotated[Path, typer.Argument(metavar="HO_SO.sapxep", help="Tệp hồ sơ.")]
Verify = Annotated[bool, typer.Option("--verify", help="Kiểm tra từng dòng và từng bản đã lưu.")]


@dataclass(frozen=True)
class ProjectLog:
    """`damages` None: not verified."""

    lines: "tuple[Line, ...]"
    damages: "tuple[Damage, ...] | None"

    def as_json(self) -> dict[str, Any]:
        outcome = "read" if self.damages is None else "damaged" if self.damages else "whole"
        return {
            "outcome": outcome,
            "lines": [asdict(line) for line in self.lines],
            "damages": [asdict(damage) for damage in self.damages or ()],
        }


def log(
    path: ProjectFile, verify: Verify = False, as_json: Json = False, lang: Lang = "vi"
) -> None:
    """Đọc nhật ký của một hồ sơ; với --verify thì kiểm tra hồ sơ còn nguyên vẹn."""
    project = project_in(path)
    damages = project.verify() if verify else None
    found = ProjectLog(tuple(project.log()), damages)
    project.close()
    tell(found, log_lines, as_json, lang)
    raise typer.Exit(FAULT if damages else DONE)


def log_lines(found: ProjectLog, lang: str) -> Iterator[str]:
    for line in found.lines:
        why = f" ({line.why})" if line.why else ""
        about = f": {line.about}" if line.about else ""
        words = action_words(line.action, lang)
        yield f"{line.number:5} {moment(line.at, lang)} {line.who}  {words}{about}{why}"
    for damage in found.damages or ():
        yield f"{damage.where}: {damage.what}"
    if found.damages == ():
        yield say("whole", lang)
