"""`sapxep draft`: a plan drafted from a roster."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    AsOf,
    Assumed,
    Input,
    Json,
    Lang,
    Norms,
    Seconds,
    Workers,
    day_of,
    tell,
)
from ui.commands.files_in import case_from, plan_in, roster_in, scenario_in, writable

if TYPE_CHECKING:
    from planner.case import Scenario
    from ui.desk.drafted import Checked

Keep = Annotated[Path | None, typer.Option(help="Phương án trước: lập lại với ít thay đổi nhất.")]
OwnScores = Annotated[
    bool, typer.Option("--own-scores", help="Chỉ theo trang Mức phù hợp; bỏ mọi ưu tiên khác.")
]
Work = Annotated[int | None, typer.Option(help="Trần công việc, để lặp lại y hệt.")]
Gap = Annotated[float | None, typer.Option(help="Đủ tốt khi còn cách tối đa, ví dụ 0.01.")]


def draft(
    path: Input,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PLAN.xlsx")],
    as_of: AsOf = None,
    norms: Norms = None,
    scenario: Assumed = None,
    keep: Keep = None,
    own_scores: OwnScores = False,
    seconds: Seconds = 600,
    work: Work = None,
    gap: Gap = None,
    seed: Annotated[int, typer.Option(help="Hạt giống của bộ giải.")] = 1,
    workers: Workers = 1,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Lập dự thảo phương án bố trí từ danh sách."""
    from solver.progress import Limits
    from ui.commands.officer.in_lines.draft_lines import NewDraft, draft_lines, exit_code, teller
    from ui.desk.story import draft_case, keeping, write

    writable(out)
    roster = roster_in(path, as_json, lang)
    before = plan_in(roster, keep, None, norms, as_json, lang) if keep else None
    if before is None or scenario is not None:
        chosen = scenario_in(scenario, as_of)
    else:
        chosen = _own_scenario(before, day_of(as_of))
    if before is not None:
        chosen = keeping(before.plan, chosen)
    if own_scores:
        chosen = replace(chosen, only=("suitability",))
    case = case_from(roster, chosen, norms)
    limits = Limits(seconds, work=work, gap=gap, workers=workers, seed=seed)
    drafted = draft_case(case, limits, teller(lang))
    if drafted.report is not None:
        write(drafted, out)
    tell(NewDraft(drafted, before, out), draft_lines, as_json, lang)
    raise typer.Exit(exit_code(drafted))


def _own_scenario(before: "Checked", day: date | None) -> "Scenario":
    """The plan's own assumptions, on `day` when given."""
    own = before.case.scenario
    return replace(own, as_of=day) if day else own
