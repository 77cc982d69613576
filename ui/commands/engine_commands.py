"""Commands on plans and engine: what if, why not at all, side by side, in bulk, measured."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    NO_ANSWER,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    case_from,
    complain,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
)
from ui.commands.draft_lines import exit_code, scenario_in, tell_draft, teller
from ui.commands.project_commands import compare_saved
from ui.words.command_words import say, stage


def diagnose(
    path: Input,
    as_of: AsOf = None,
    norms: Norms = None,
    scenario: Annotated[Path | None, typer.Option(help="Giả định (TOML).")] = None,
    seconds: Annotated[float, typer.Option(help="Trần thời gian.", min=1)] = 300,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Vì sao không lập được phương án: yêu cầu nào mâu thuẫn, thay đổi gì thì lập được."""
    from solver.proof.diagnosis import diagnose as find
    from solver.proof.feasible import Possibility
    from ui.commands.diagnosis_lines import diagnosis_as_json, diagnosis_lines

    case = case_from(roster_in(path, as_json, lang), scenario_in(scenario, as_of), norms)
    found = find(case, seconds, lambda step: complain(stage(step, lang)))
    if as_json:
        print_json(diagnosis_as_json(case, found))
    else:
        for text in diagnosis_lines(case, found, lang):
            echo(text)
    codes = {
        Possibility.POSSIBLE: DONE,
        Possibility.IMPOSSIBLE: FAULT,
        Possibility.UNKNOWN: NO_ANSWER,
    }
    raise typer.Exit(codes[found.verdict])


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
    from ui.commands.comparison_lines import Before
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
    from ui.commands.comparison_lines import compare_files, compared_lines

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


def batch(
    source: Annotated[Path, typer.Argument(metavar="FOLDER|LIST", help="Thư mục hoặc danh sách.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Thư mục ghi ra.")] = Path("out"),
    workers: Annotated[int, typer.Option(help="Số tiến trình.", min=1)] = 2,
    scenario: Annotated[
        list[Path] | None, typer.Option(help="Giả định áp cho mọi bảng tính; nêu nhiều lần.")
    ] = None,
    as_of: AsOf = None,
    norms: Norms = None,
    seconds: Annotated[float, typer.Option(help="Trần thời gian mỗi phương án.", min=1)] = 600,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Lập nhiều phương án (nhiều bảng tính, nhiều giả định); chạy lại thì làm tiếp phần còn lại."""
    from dataclasses import asdict

    from ui.bulk.batch_run import Batch, LocalRunner, Options, jobs_of, summary_line

    if not source.exists():
        stop(f"không có {source}")
    day = day_of(as_of)
    options = Options(seconds, day.isoformat() if day else "", str(norms) if norms else "")
    try:
        jobs = jobs_of(source, out, tuple(scenario or ()))
    except (ValueError, OSError) as error:
        stop(str(error), FAULT)
    if not jobs:
        stop(say("no_jobs", lang, path=source), FAULT)
    out.mkdir(parents=True, exist_ok=True)
    work = Batch(jobs, out, options)
    left = sum(len(family) for family in work.left)
    complain(say("batch_left", lang, left=left, all=len(jobs)))

    def tell(line: dict[str, Any]) -> None:
        if "outcome" in line:
            done = work.done[line["plan"]]
            complain(f"[{len(work.done)}/{len(jobs)}] {summary_line(done, lang)}")
        elif "again" in line:
            complain(say("batch_again", lang, name=line["again"]))

    try:
        work.run(LocalRunner(workers), tell)
    except KeyboardInterrupt:
        complain(say("stopped_batch", lang))
    rows = work.rows()
    path = work.write_summary()
    if as_json:
        print_json(
            {
                "outcome": "done" if len(rows) == len(jobs) else "stopped",
                "jobs": [{**asdict(done), "name": done.job.name} for done in rows],
                "summary": str(path),
            }
        )
    else:
        for done in rows:
            echo(summary_line(done, lang))
        echo(say("written", lang, path=path))
    if len(rows) < len(jobs) or any(done.outcome == "no_answer_yet" for done in rows):
        raise typer.Exit(NO_ANSWER)
    raise typer.Exit(DONE if all(done.checked for done in rows) else FAULT)


def bench(
    size: Annotated[
        list[int] | None, typer.Option(help="Số đơn vị; nêu nhiều lần. Mặc định 3, 5, 10.")
    ] = None,
    tightness: Annotated[
        list[str] | None, typer.Option(help="easy, normal, starved; nêu nhiều lần.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="3 đến 126 đơn vị, cả ba độ chật.")] = False,
    seconds: Annotated[float, typer.Option(help="Đồng hồ chung cho mỗi cách làm.", min=1)] = 60,
    seed: int = 1,
    chart: Annotated[Path | None, typer.Option(help="Ghi biểu đồ (.svg, .png).")] = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Đo: cách của ta so với xếp tay theo thâm niên, HiGHS MIP, CP-SAT, trên cùng dữ liệu."""
    from ui.bulk import bench_run as measure

    kinds = tuple(tightness or (measure.TIGHTNESSES if full else ("normal",)))
    strange = [kind for kind in kinds if kind not in measure.TIGHTNESSES]
    if strange:
        stop(f'--tightness: "{strange[0]}"; cần easy, normal hoặc starved')
    sizes = tuple(size or (measure.FULL if full else measure.SIZES))

    def tell(row: measure.Measured) -> None:
        complain(measure.row_line(row, lang))

    rows = measure.bench(sizes, kinds, seconds, seed, tell)
    if chart is not None:
        try:
            measure.write_chart(rows, chart)
        except ModuleNotFoundError as error:
            stop(f"cần phần mở rộng export để vẽ biểu đồ: {error}", FAULT)
    if as_json:
        print_json(measure.bench_as_json(rows, seconds))
        return
    for row in rows:
        echo(measure.row_line(row, lang))
    for text in measure.table_lines(rows, lang):
        echo(text)
