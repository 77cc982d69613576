"""`sapxep check`: a plan, or the present state, verified without the solver."""

from pathlib import Path
from typing import Annotated

import typer

from planner.text.numbers import number
from ui.commands.console import (
    DONE,
    FAULT,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
)
from ui.words.command_words import say


def check(
    path: Input,
    plan: Annotated[Path | None, typer.Argument(metavar="PLAN.xlsx")] = None,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Kiểm tra lại phương án (hoặc hiện trạng, khi không nêu phương án), không dùng bộ giải."""
    from data.excel.faults import BadWorkbook
    from planner.check.finding_words import about
    from planner.check.finding_words import finding_text as words
    from ui.desk.for_scripts import checked_as_json
    from ui.desk.story import check_files

    roster = roster_in(path, as_json, lang)
    try:
        checked = check_files(roster, plan, day_of(as_of), norms)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(checked, BadWorkbook):
        refuse(checked, as_json, lang)
    report = checked.report
    if as_json:
        print_json(checked_as_json(checked))
    else:
        if plan is None:
            echo(say("present", lang))
        if not checked.same_input:
            echo(say("other_input", lang))
        for norm in checked.case.norms.own:
            echo(f"{say('own_norm', lang)}: {norm.id}, {norm.title} ({norm.source})")
        echo(f"{say('breaches', lang)}: {len(report.breaches)}")
        for finding in report.breaches:
            text = words(checked.case, finding)
            echo(f"  {about(checked.case, finding)}: {text} [{finding.norm.source}]")
        if report.lawful:
            echo(say("lawful", lang))
        echo(f"{say('cost', lang)}: {number(report.cost)}")
        if report.proven is not None:
            echo(f"{say('proven', lang)}: {number(report.proven)}")
        if checked.bound is not None and checked.bound > (report.proven or 0):
            echo(say("searched", lang, bound=number(checked.bound)))
        for code, (amount, cost) in report.by_rule.items():
            echo(f"  {code}: {number(amount)} ({number(cost)} {say('points', lang)})")
    raise typer.Exit(DONE if report.lawful else FAULT)
