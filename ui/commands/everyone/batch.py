"""`sapxep batch`: many plans, gone on with after a stop."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    FAULT,
    AsOf,
    Json,
    Lang,
    Norms,
    Seconds,
    Workers,
    complain,
    day_of,
    stop,
    tell,
)
from ui.words.command_words import say

if TYPE_CHECKING:
    from ui.bulk.batch_jobs import BatchJob

Source = Annotated[Path, typer.Argument(metavar="FOLDER|LIST", help="Thư mục hoặc danh sách.")]
Folder = Annotated[Path, typer.Option("-o", "--out", help="Thư mục ghi ra.")]
Scenarios = Annotated[
    list[Path] | None, typer.Option(help="Giả định áp cho mọi bảng tính; nêu nhiều lần.")
]


def batch(
    source: Source,
    out: Folder = Path("out"),
    workers: Workers = 2,
    scenario: Scenarios = None,
    as_of: AsOf = None,
    norms: Norms = None,
    seconds: Seconds = 600,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Lập nhiều phương án (nhiều bảng tính, nhiều giả định); chạy lại thì làm tiếp phần còn lại."""
    from ui.bulk.batch_jobs import Options
    from ui.bulk.batch_run import Batch
    from ui.bulk.runner import LocalRunner
    from ui.commands.everyone.batch_lines import Drafts, batch_lines, teller

    day = day_of(as_of)
    options = Options(seconds, day.isoformat() if day else "", str(norms) if norms else "")
    jobs = _jobs(source, out, scenario or [], lang)
    out.mkdir(parents=True, exist_ok=True)
    work = Batch(jobs, out, options)
    left = sum(len(family) for family in work.left)
    complain(say("batch_left", lang, left=left, all=len(jobs)))
    try:
        work.run(LocalRunner(workers), teller(work, lang))
    except KeyboardInterrupt:
        complain(say("stopped_batch", lang))
    drafts = Drafts(tuple(work.rows()), len(jobs), work.write_summary())
    tell(drafts, batch_lines, as_json, lang)
    raise typer.Exit(drafts.exit_code)


def _jobs(source: Path, out: Path, scenarios: list[Path], lang: str) -> "tuple[BatchJob, ...]":
    from ui.bulk.batch_jobs import jobs_of

    if not source.exists():
        stop(f"không có {source}")
    try:
        jobs = jobs_of(source, out, scenarios)
    except (ValueError, OSError) as error:
        stop(str(error), FAULT)
    if not jobs:
        stop(say("no_jobs", lang, path=source), FAULT)
    return jobs
