"""The files a command is called with, read; a command leaves when one cannot be."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.console import FAULT, day_of, refuse, stop

if TYPE_CHECKING:
    from data.store.project import Project
    from planner.case import Case, Scenario
    from planner.roster import Roster
    from ui.desk.drafted import Checked


def roster_in(path: Path, as_json: bool, lang: str) -> "Roster":
    from data.excel.faults import BadWorkbook
    from data.roster_book.reader import read_workbook

    roster = read_workbook(path)
    if isinstance(roster, BadWorkbook):
        refuse(roster, as_json, lang)
    return roster


def plan_in(
    roster: "Roster",
    plan: Path | None,
    as_of: str | None,
    norms: Path | None,
    as_json: bool,
    lang: str,
) -> "Checked":
    """The plan in a file checked against `roster`, or the present state without one; leaves when it
    cannot be read."""
    from data.excel.faults import BadWorkbook
    from ui.desk.story import check_files

    try:
        checked = check_files(roster, plan, day_of(as_of), norms)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(checked, BadWorkbook):
        refuse(checked, as_json, lang)
    return checked


def case_from(roster: "Roster", scenario: "Scenario", norms: Path | None) -> "Case":
    from data.legal_basis import make_case

    try:
        return make_case(roster, scenario, norms)
    except KeyError as error:
        stop(f"không có bộ biên chế tên {error}", FAULT)
    except (ValueError, OSError) as error:
        stop(str(error), FAULT)


def scenario_in(path: Path | None, as_of: str | None) -> "Scenario":
    from data.scenario_file import BadScenario, read_scenario
    from ui.desk.story import scenario_for

    day = day_of(as_of)
    if path is None:
        return scenario_for(day)
    try:
        return read_scenario(path, day or date.today())
    except BadScenario as error:
        stop(str(error), FAULT)


def project_in(path: Path) -> "Project":
    from data.store.project import NotAProject, Project

    try:
        return Project.open(path)
    except FileNotFoundError:
        stop(f"không có tệp {path}")
    except NotAProject as error:
        stop(str(error), FAULT)


def writable(path: Path) -> None:
    if not path.parent.is_dir():
        stop(f"không có thư mục {path.parent}")
    if path.suffix.lower() != ".xlsx":
        stop(f'"{path.name}": tên tệp ghi ra phải có đuôi .xlsx')
