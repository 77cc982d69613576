"""`sapxep draft`: a plan drafted from a roster."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    FAULT,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    case_from,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    scenario_in,
    stop,
    writable,
)
from ui.commands.officer.draft_lines import exit_code, tell_draft, teller
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster
    from ui.commands.leader.comparison_lines import Before


def draft(
    path: Input,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PLAN.xlsx")],
    as_of: AsOf = None,
    norms: Norms = None,
    scenario: Annotated[Path | None, typer.Option(help="Giả định (TOML).")] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Phương án trước: lập lại với ít thay đổi nhất.")
    ] = None,
    own_scores: Annotated[
        bool, typer.Option("--own-scores", help="Chỉ theo trang Mức phù hợp; bỏ mọi ưu tiên khác.")
    ] = False,
    seconds: Annotated[float, typer.Option(help="Trần thời gian.", min=1)] = 600,
    work: Annotated[int | None, typer.Option(help="Trần công việc, để lặp lại y hệt.")] = None,
    gap: Annotated[
        float | None, typer.Option(help="Đủ tốt khi còn cách tối đa, ví dụ 0.01.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Hạt giống của bộ giải.")] = 1,
    workers: Annotated[int, typer.Option(help="Số tiến trình; không đổi kết quả.", min=1)] = 1,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Lập dự thảo phương án bố trí từ danh sách."""
    from solver.progress import Limits
    from ui.desk.for_scripts import draft_as_json
    from ui.desk.story import draft_case, write

    writable(out)
    roster = roster_in(path, as_json, lang)
    before = _before(roster, keep, norms, as_json, lang)
    if before is not None and scenario is None:
        chosen = before.scenario(day_of(as_of))
    else:
        chosen = scenario_in(scenario, as_of)
    if before is not None:
        chosen = before.kept_in(chosen)
    if own_scores:
        chosen = replace(chosen, only=("suitability",))
    case = case_from(roster, chosen, norms)
    limits = Limits(seconds, work, gap, workers, seed)
    drafted = draft_case(case, limits, teller(lang))
    if drafted.report is not None:
        write(drafted, out)
    if as_json:
        print_json(draft_as_json(drafted))
    else:
        tell_draft(drafted, lang)
        if drafted.report is not None:
            for text in before.change_lines(drafted.case, drafted.plan) if before else ():
                echo(text)
            echo(say("written", lang, path=out))
    raise typer.Exit(exit_code(drafted))


def _before(
    roster: "Roster", keep: Path | None, norms: Path | None, as_json: bool, lang: str
) -> "Before | None":
    """The plan that the draft is to keep to, when one is named."""
    from data.excel.faults import BadWorkbook
    from ui.commands.leader.comparison_lines import Before
    from ui.desk.story import check_files

    if keep is None:
        return None
    try:
        checked = check_files(roster, keep, None, norms)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(checked, BadWorkbook):
        refuse(checked, as_json, lang)
    return Before(checked, lang)
