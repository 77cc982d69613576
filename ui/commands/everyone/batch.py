"""`sapxep batch`: many plans, gone on with after a stop."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    NO_ANSWER,
    AsOf,
    Json,
    Lang,
    Norms,
    complain,
    day_of,
    echo,
    print_json,
    stop,
)
from ui.words.command_words import say


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
