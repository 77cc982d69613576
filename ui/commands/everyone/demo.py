"""`sapxep demo`: the whole story on invented people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    Communes,
    Lang,
    Province,
    case_from,
    complain,
    echo,
    roster_in,
    stop,
)
from ui.commands.everyone.app import serve_app
from ui.commands.officer.draft_lines import exit_code, tell_draft, teller
from ui.commands.officer.sample import excess_lines
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster
    from ui.desk.drafted import Drafted


def demo(
    province: Province = "Hà Nội",
    communes: Communes = None,
    seconds: Annotated[float, typer.Option(min=1)] = 600,
    workers: Annotated[int, typer.Option(min=1)] = 1,
    browser: Annotated[bool, typer.Option(" /--no-browser", help="Không mở ứng dụng.")] = True,
    out: Annotated[Path, typer.Option(help="Thư mục ghi ra.")] = Path("out"),
    lang: Lang = "vi",
) -> None:
    """Dữ liệu mẫu trên đơn vị thật → dự thảo → kiểm tra → các tệp trong out/ → mở ứng dụng."""
    from data.excel.faults import BadWorkbook
    from data.roster_book.writer import write_workbook
    from data.sample import sample
    from solver.progress import Limits
    from ui.desk.story import check_files, draft_case, scenario_for, write

    out.mkdir(parents=True, exist_ok=True)
    try:
        roster = sample(province, communes_wanted=communes)
    except ValueError as error:
        stop(str(error))
    roster_path, plan_path = out / "danh_sach_mau.xlsx", out / "phuong_an.xlsx"
    write_workbook(roster, roster_path)
    complain(say("written", lang, path=roster_path))
    for line in excess_lines(roster, lang):
        complain(line)
    case = case_from(roster_in(roster_path, False, lang), scenario_for(None), None)
    drafted = draft_case(case, Limits(seconds, workers=workers), teller(lang))
    if drafted.report is None:
        tell_draft(drafted, lang)
        raise typer.Exit(exit_code(drafted))
    write(drafted, plan_path)
    echo(say("written", lang, path=plan_path))
    again = check_files(roster_in(roster_path, False, lang), plan_path, None)
    lawful = not isinstance(again, BadWorkbook) and again.report.lawful
    echo(say("lawful", lang) if lawful else say("breaches", lang))
    tell_draft(drafted, lang)
    if browser:
        serve_app(8501, _sample_project(out, roster, drafted))
    raise typer.Exit(DONE if lawful else FAULT)


def _sample_project(folder: Path, roster: "Roster", drafted: "Drafted") -> Path:
    """A project of the sample and its plan, marked as invented; earlier ones stay."""
    from data.store.project import Project
    from ui.desk.desk import Desk
    from ui.desk.projects_folder import free_path

    path = free_path("ho_so_mau", folder)
    desk = Desk(Project.create(path, "Dữ liệu mẫu", invented=True))
    desk.take_roster(roster, "open", "dữ liệu mẫu")
    desk.take_draft(drafted)
    desk.close()
    return path
