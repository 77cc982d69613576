"""`sapxep what-if`: other assumptions tried on a plan just drafted."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    case_from,
    complain,
    echo,
    print_json,
    roster_in,
    scenario_in,
)
from ui.commands.officer.draft_lines import exit_code, tell_draft, teller


def what_if(
    path: Input,
    scenarios: Annotated[
        list[Path], typer.Argument(metavar="S.toml …", help="Giả định thử lần lượt.")
    ],
    scenario: Annotated[Path | None, typer.Option(help="Giả định ban đầu (TOML).")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Thư mục ghi phương án.")] = None,
    least_change: Annotated[
        bool, typer.Option(" /--free", help="Không cần giữ theo phương án ban đầu.")
    ] = True,
    as_of: AsOf = None,
    norms: Norms = None,
    seconds: Annotated[float, typer.Option(help="Trần thời gian mỗi lần.", min=1)] = 600,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Thử giả định khác trên phương án vừa lập: trả lời ngay, kiểm tra, rồi tìm phương án tốt nhất;
    ai phải chuyển vì sao."""
    from solver.process.session import Session
    from solver.progress import Limits
    from ui.commands.leader.comparison_lines import Before
    from ui.desk.answers import Step, step_line, steps_as_json
    from ui.desk.answers import what_if as answers_to
    from ui.desk.drafted import Checked
    from ui.desk.story import checked, write

    roster = roster_in(path, as_json, lang)
    case = case_from(roster, scenario_in(scenario, as_of), norms)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    session = Session(case, Limits(seconds), teller(lang), stay=True)
    try:
        first = checked(case, session.wait(), session.failure)
        if first.report is None or not session.warm(seconds):
            tell_draft(first, lang)
            raise typer.Exit(exit_code(first))
        before = Before(Checked(case, first.plan, first.report, first.draft.bound, True), lang)
        told = []
        for file in scenarios:
            chosen = scenario_in(file, as_of)
            chosen = before.kept_in(chosen) if least_change else chosen
            steps: list[Step] = []
            complain(f"{file.stem}:")
            for step in answers_to(session, case_from(roster, chosen, norms), seconds):
                complain(f"  {step_line(step, lang)}")
                steps.append(step)
            last = steps[-1]
            told.append({"scenario": file.stem, "steps": steps_as_json(case, first.plan, steps)})
            if last.plan is not None and not as_json:
                for text in before.change_lines(last.case, last.plan):
                    echo(text)
            if out is not None and last.drafted is not None and last.drafted.report is not None:
                write(last.drafted, out / f"{file.stem}.plan.xlsx")
    finally:
        session.close()
    if as_json:
        print_json({"outcome": "answered", "answers": told})
