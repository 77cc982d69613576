"""The command line, `sapxep`. Exits: 0 done, 1 fault or breach, 2 unusable call, 3 no answer."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.text.numbers import number
from ui.commands import engine_commands, law_commands, project_commands, skill_commands
from ui.commands.console import (
    DONE,
    FAULT,
    AsOf,
    Communes,
    Input,
    Json,
    Lang,
    Norms,
    Province,
    case_from,
    complain,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
    writable,
)
from ui.commands.draft_lines import exit_code, scenario_in, tell_draft, teller
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster
    from ui.commands.comparison_lines import Before
    from ui.desk.drafted import Drafted

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Sắp Xếp – lập phương án bố trí cán bộ, công chức cấp xã: đúng quy định, có căn cứ.",
)
app.command()(law_commands.rules)
app.command()(law_commands.why)
app.command()(project_commands.log)
app.command()(skill_commands.skills)
for _command in (
    engine_commands.diagnose,
    engine_commands.what_if,
    engine_commands.compare,
    engine_commands.batch,
    engine_commands.bench,
):
    app.command(_command.__name__.replace("_", "-"))(_command)


@app.command()
def template(out: Annotated[Path, typer.Argument(metavar="OUT.xlsx")]) -> None:
    """Ghi bảng tính trống: mọi trang, mọi cột, danh sách chọn, ghi chú."""
    from data.roster_book.writer import write_template

    writable(out)
    write_template(out)
    echo(say("written", path=out))


@app.command()
def columns(as_json: Json = False) -> None:
    """Liệt kê mọi trang và cột của bảng tính."""
    from data.papers.catalogue import column_lines, column_rows

    if as_json:
        print_json({"columns": column_rows()})
    else:
        for text in column_lines():
            echo(text)


@app.command()
def sample(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx")],
    province: Province = "Hà Nội",
    situation: Annotated[str, typer.Option(help="merger, running hoặc pilot.")] = "merger",
    communes: Communes = None,
    seed: int = 1,
    tightness: Annotated[str, typer.Option(help="easy, normal hoặc starved.")] = "normal",
    unit_type: Annotated[
        str | None, typer.Option(help="Chỉ lấy commune (xã), ward (phường) hay special_zone.")
    ] = None,
    lang: Lang = "vi",
) -> None:
    """Ghi danh sách mẫu: người đặt ra, trên các đơn vị thật; cùng seed cho cùng nội dung."""
    from data.roster_book.writer import write_workbook
    from data.sample import PILOT_DAY, Situation, Tightness, sample
    from planner.roster.levels import UnitType

    writable(out)
    try:
        kind = UnitType[unit_type.upper()] if unit_type else None
        chosen = Situation(situation)
        roster = sample(province, seed, chosen, communes, Tightness(tightness), kind)
    except KeyError:
        stop(f'--unit-type: "{unit_type}"; cần commune, ward hoặc special_zone')
    except ValueError as error:
        stop(str(error))
    write_workbook(roster, out)
    echo(say("written", lang, path=out))
    echo(f"{say('people', lang)}: {number(len(roster.cadres))}")
    echo(f"{say('units', lang)}: {number(len(roster.communes))}")
    for line in _excess(roster, lang, PILOT_DAY if chosen is Situation.PILOT else None):
        echo(line)


def _excess(roster: "Roster", lang: str, day: date | None = None) -> list[str]:
    """One line per quota scheme: quota and people above it."""
    from ui.desk.story import scenario_for

    lines = []
    probe = case_from(roster, scenario_for(day), None)
    for scheme in probe.organisation.profile.schemes:
        case = case_from(roster, scenario_for(day, quota=scheme.name), None)
        quota = case.allotment.total
        over = len(case.cadres) - quota
        lines.append(f"{say('excess', lang)} ({scheme.title}, {number(quota)}): {over:+d}")
    return lines


@app.command()
def validate(path: Input, as_json: Json = False, lang: Lang = "vi") -> None:
    """Nêu mọi lỗi của bảng tính cùng lúc: trang, dòng, cột, giá trị, điều cần có."""
    from data.roster_book.reader import unused_sheets

    roster = roster_in(path, as_json, lang)
    unused = unused_sheets(path)
    if as_json:
        people = len(roster.cadres)
        print_json(
            {"outcome": "whole", "faults": [], "people": people, "unused_sheets": list(unused)}
        )
    else:
        for name in unused:
            echo(say("unused_sheet", lang, name=name))
        echo(say("no_faults", lang, n=number(len(roster.cadres)), m=len(roster.communes)))


@app.command()
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
    limits = Limits(seconds, work=work, gap=gap, workers=workers, seed=seed)
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
    from ui.commands.comparison_lines import Before
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


@app.command()
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


@app.command()
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
    for line in _excess(roster, lang):
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
        _open_app(8501, _sample_project(out, roster, drafted))
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


@app.command("app")
def app_command(
    project: Annotated[
        Path | None, typer.Argument(metavar="[HO_SO.sapxep]", help="Mở ngay hồ sơ này.")
    ] = None,
    port: Annotated[int, typer.Option(help="Cổng trên 127.0.0.1.")] = 8501,
    browser: Annotated[
        bool, typer.Option(" /--no-browser", help="Không tự mở trình duyệt.")
    ] = True,
) -> None:
    """Mở ứng dụng trên máy này (127.0.0.1), không gửi gì ra ngoài."""
    if project is not None and not project.is_file():
        stop(f"không có tệp {project}")
    _open_app(port, project, browser)


def _open_app(port: int, project: Path | None = None, browser: bool = True) -> None:
    from ui.launcher import serve

    try:
        code = serve(port, project, browser)
    except OSError as error:
        stop(str(error), FAULT)
    raise typer.Exit(code)


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


if __name__ == "__main__":
    main()
