"""`sapxep compare`: plans side by side."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from planner.text.numbers import number
from ui.commands.console import (
    FAULT,
    AsOf,
    Json,
    Lang,
    Norms,
    day_of,
    echo,
    print_json,
    project_in,
    refuse,
    roster_in,
    stop,
)
from ui.words.command_words import say


def compare(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="IN.xlsx|HO_SO.sapxep",
            help="Bảng tính danh sách, hoặc hồ sơ: khi ấy so các phương án đã lưu trong hồ sơ.",
        ),
    ],
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PLAN1.xlsx PLAN2.xlsx …",
            help="Tệp phương án; với hồ sơ là tên phương án, bỏ trống là mọi phương án.",
        ),
    ] = None,
    as_of: AsOf = None,
    norms: Norms = None,
    present: Annotated[bool, typer.Option("--present", help="Thêm cột Hiện trạng.")] = False,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """So sánh các phương án: số liệu từng phương án, ai ở chỗ khác và vì sao."""
    from data.excel.faults import BadWorkbook
    from ui.commands.leader.comparison_lines import compare_files, compared_lines

    plans = plans or []
    if path.suffix == ".sapxep":
        compare_saved(path, tuple(map(str, plans)), day_of(as_of), present, as_json, lang)
        return
    if len(plans) + present < 2:
        stop("cần ít nhất hai phương án để so sánh (hoặc một phương án và --present)")
    roster = roster_in(path, as_json, lang)
    try:
        compared = compare_files(roster, tuple(plans), day_of(as_of), norms, present)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(compared, BadWorkbook):
        refuse(compared, as_json, lang)
    if as_json:
        print_json(compared.as_json())
    else:
        for text in compared_lines(compared, lang):
            echo(text)


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
    from ui.desk.plans import PRESENT, PlanSet
    from ui.desk.sides import plan_of, side, side_as_json, who_moved

    project = project_in(path)
    plans = PlanSet(project)
    known = {saved.label: saved.id for saved in plans.plans}
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
    told = [("", list(codes)), *((_in(lang, label), values) for label, values in told)]
    label_width = max(len(label) for label, _ in told) + 2
    width = max(len(value) for _, values in told for value in values) + 3
    for label, values in told:
        echo(f"{label:<{label_width}}" + "".join(f"{value:>{width}}" for value in values))
    for one, people in zip(sides[1:], moved, strict=True):
        count = {"name": one.name, "n": number(len(people)), "first": sides[0].name}
        echo(say("elsewhere", lang, **count))


def _in(lang: str, text: str) -> str:
    if lang != "en":
        return text
    from ui.words.english import english

    return english(text) or text
