"""What every command shares: options, words out, days and workbooks in, exit codes."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from ui.words.command_words import say

if TYPE_CHECKING:
    from data.excel.faults import BadWorkbook
    from data.store.project import Project
    from planner.case import Case, Scenario
    from planner.roster import Roster

DONE, FAULT, UNUSABLE, NO_ANSWER = 0, 1, 2, 3

Json = Annotated[bool, typer.Option("--json", help="In một đối tượng JSON, không gì khác.")]
Lang = Annotated[str, typer.Option("--lang", help="vi hoặc en.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Ngày áp dụng quy định: 2026-11-22.")]
Norms = Annotated[Path | None, typer.Option("--norms", help="Thư mục căn cứ số của đơn vị.")]
Input = Annotated[Path, typer.Argument(metavar="IN.xlsx", help="Bảng tính danh sách.")]
Province = Annotated[str, typer.Option("--province", help="Tỉnh, thành phố.")]
Communes = Annotated[int | None, typer.Option("--communes", help="Số đơn vị; trống là tất cả.")]


def echo(text: str) -> None:
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    sys.stderr.write(text + "\n")


def stop(text: str, code: int = UNUSABLE) -> NoReturn:
    complain(text)
    raise typer.Exit(code)


def print_json(value: dict[str, Any]) -> None:
    echo(json.dumps(value, ensure_ascii=False))


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    stop(f'--as-of: "{text}" không phải là ngày; cần dạng 2026-11-22 hoặc 22/11/2026.')


def refuse(bad: "BadWorkbook", as_json: bool, lang: str) -> NoReturn:
    """Says every fault and leaves."""
    if as_json:
        print_json({"outcome": "faulty", "faults": [fault.as_json() for fault in bad.faults]})
    else:
        complain(say("faults", lang, n=len(bad.faults)))
        for fault in bad.faults:
            complain(f"  {fault}")
    raise typer.Exit(FAULT)


def roster_in(path: Path, as_json: bool, lang: str) -> "Roster":
    from data.excel.faults import BadWorkbook
    from data.roster_book.reader import read_workbook

    roster = read_workbook(path)
    if isinstance(roster, BadWorkbook):
        refuse(roster, as_json, lang)
    return roster


def case_from(roster: "Roster", scenario: "Scenario", norms: Path | None) -> "Case":
    from data.legal_basis import make_case

    try:
        return make_case(roster, scenario, norms)
    except KeyError as error:
        stop(f"không có bộ biên chế tên {error}", FAULT)
    except (ValueError, OSError) as error:
        stop(str(error), FAULT)


def writable(path: Path) -> None:
    if not path.parent.is_dir():
        stop(f"không có thư mục {path.parent}")
    if path.suffix.lower() != ".xlsx":
        stop(f'"{path.name}": tên tệp ghi ra phải có đuôi .xlsx')


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
