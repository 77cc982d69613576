"""Commands that read a project file: its log and whether it is whole, its plans side by side."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.text.numbers import number
from ui.commands.console import DONE, FAULT, Json, Lang, echo, print_json, stop
from ui.words.command_words import action_words, moment, say

if TYPE_CHECKING:
    from data.store.project import Project


def project_in(path: Path) -> "Project":
    from data.store.project import NotAProject, Project

    try:
        return Project.open(path)
    except FileNotFoundError:
        stop(f"không có tệp {path}")
    except NotAProject as error:
        stop(str(error), FAULT)


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


def compare_saved(
    path: Path,
    names: tuple[str, ...],
    day: date | None,
    present: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Plans of a project side by side, with the figures they were checked and saved with (or under
    the law of `day`); all of them when none is named."""
    from planner.compare.side_by_side import cost_rows, rows
    from ui.desk.plans import PRESENT, plans_of
    from ui.desk.sides import plan_of, side, side_as_json, who_moved
    from ui.words.english import in_language

    project = project_in(path)
    plans = plans_of(project)
    known = {saved.label: saved.id for saved in plans.saved}
    missing = [name for name in names if name not in known]
    if missing:
        stop(f"hồ sơ không có phương án {', '.join(missing)}; có: {', '.join(known)}")
    chosen = {name: known[name] for name in names or known}
    if len(chosen) + present < 2:
        stop("cần ít nhất hai phương án để so sánh (hoặc một phương án và --present)")
    codes = {**({PRESENT: ""} if present else {}), **chosen}
    try:
        sides = [side(plans, code, name, day) for name, code in codes.items()]
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    first, *others = (plan_of(plans, code) for code in codes.values())
    moved = [who_moved(first, other) for other in others]
    project.close()
    if as_json:
        print_json(
            {
                "outcome": "compared",
                "plans": [side_as_json(one) for one in sides],
                "moves": [
                    {"plan": one.name, "people": people}
                    for one, people in zip(sides[1:], moved, strict=True)
                ],
            }
        )
        return
    told = [
        (row.label, [f"✓ {v}" if b else v for v, b in zip(row.values, row.best, strict=True)])
        for row in (*rows(sides), *cost_rows(sides))
    ]
    told = [("", list(codes)), *((in_language(label, lang), values) for label, values in told)]
    label_width = max(len(label) for label, _ in told) + 2
    width = max(len(value) for _, values in told for value in values) + 3
    for label, values in told:
        echo(f"{label:<{label_width}}" + "".join(f"{value:>{width}}" for value in values))
    for one, people in zip(sides[1:], moved, strict=True):
        count = {"name": one.name, "n": number(len(people)), "first": sides[0].name}
        echo(say("elsewhere", lang, **count))
