"""`sapxep demo`: the whole story on invented people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    Browser,
    Communes,
    Lang,
    Province,
    Seconds,
    Workers,
    complain,
    echo,
    echo_all,
    stop,
)
from ui.commands.everyone.app import serve_app
from ui.commands.files_in import case_from, plan_in, roster_in
from ui.commands.officer.sample import excess_lines
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster
    from ui.desk.drafted import Drafted


def demo(
    province: Province = "Hà Nội",
    communes: Communes = None,
    seconds: Seconds = 600,
    workers: Workers = 1,
    browser: Browser = True,
    out: Annotated[Path, typer.Option(help="Thư mục ghi ra.")] = Path("out"),
    lang: Lang = "vi",
) -> None:
    """Dữ liệu mẫu trên đơn vị thật → dự thảo → kiểm tra → các tệp trong out/ → mở ứng dụng."""
    from solver.progress import Limits
    from ui.commands.officer.in_lines.draft_lines import drafted_lines, exit_code, teller
    from ui.desk.in_words import beside_unbound
    from ui.desk.story import draft_case, scenario_for, write

    out.mkdir(parents=True, exist_ok=True)
    roster_path, plan_path = out / "danh_sach_mau.xlsx", out / "phuong_an.xlsx"
    roster = _sample_at(roster_path, province, communes, lang)
    case = case_from(roster_in(roster_path, False, lang), scenario_for(None), None)
    drafted = draft_case(case, Limits(seconds, workers=workers), teller(lang))
    if drafted.report is None:
        echo_all(drafted_lines(drafted, lang))
        raise typer.Exit(exit_code(drafted))
    write(drafted, plan_path)
    echo(say("written", lang, path=plan_path))
    again = plan_in(roster_in(roster_path, False, lang), plan_path, None, None, False, lang)
    lawful = again.report.lawful
    unbound = len(again.report.unbound)
    words = say("lawful" if lawful else "breaches", lang)
    echo(f"{beside_unbound(words, unbound, lang)}.")
    echo_all(drafted_lines(drafted, lang))
    if browser:
        serve_app(8501, _sample_project(out, roster, drafted))
    raise typer.Exit(DONE if lawful else FAULT)


def _sample_at(path: Path, province: str, communes: int | None, lang: str) -> "Roster":
    """The sample, written to a workbook."""
    from data.roster_book.writer import write_workbook
    from data.sample import sample

    try:
        roster = sample(province, communes_wanted=communes)
    except ValueError as error:
        stop(str(error))
    write_workbook(roster, path)
    complain(say("written", lang, path=path))
    for line in excess_lines(roster, lang):
        complain(line)
    return roster


def _sample_project(folder: Path, roster: "Roster", drafted: "Drafted") -> Path:
    """A project of the sample and its plan, marked as invented; earlier ones stay."""
    from data.store.project import Project
    from ui.desk.desk import Desk
    from ui.desk.work.projects_folder import free_path

    path = free_path("ho_so_mau", folder)
    desk = Desk(Project.create(path, "Dữ liệu mẫu", invented=True))
    desk.inputs.take_roster(roster, "open", "dữ liệu mẫu")
    desk.plans.take_draft(drafted)
    desk.close()
    return path
