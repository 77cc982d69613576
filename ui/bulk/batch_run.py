"""Many inputs or scenarios: the jobs, what was done of them, and a record to go on from."""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from data.papers.batch_book import write_summary
from planner.text.numbers import percent
from ui.bulk.batch_jobs import BatchJob, Done, Family, Options, done_from, mark_of_files
from ui.bulk.runner import Again, Begun, Runner, Tell
from ui.words.command_words import say

RECORD = "batch.json"
SUMMARY = "tong_hop.xlsx"


class Batch:
    """The jobs, the record of those done, and what is left."""

    def __init__(self, jobs: Sequence[BatchJob], out: Path, options: Options) -> None:
        self.jobs, self.out, self.options = tuple(jobs), out, options
        self._marks = {job.plan: mark_of_files(job, options) for job in self.jobs}
        self.done: dict[str, Done] = {}
        for done in _recorded(out / RECORD):
            same = self._marks.get(done.job.plan) == done.mark
            written = done.without_plan or Path(done.job.plan).is_file()
            if same and written and done.finished:
                self.done[done.job.plan] = done

    @property
    def left(self) -> tuple[Family, ...]:
        """Families of what is not done yet, each of one input."""
        families: dict[str, list[BatchJob]] = {}
        for job in self.jobs:
            if job.plan not in self.done:
                families.setdefault(job.source, []).append(job)
        return tuple(tuple(jobs) for jobs in families.values())

    def run(self, runner: Runner, tell: Tell, stopped: Callable[[], bool] = lambda: False) -> None:
        """Runs what is left; the record is written after every job."""
        lock = threading.Lock()

        def hear(said: Begun | Again | Done) -> None:
            with lock:
                if isinstance(said, Done):
                    plan = said.job.plan
                    self.done[plan] = replace(said, mark=self._marks[plan])
                    self._record()
                tell(said)

        runner.run(self.left, self.options, hear, stopped)

    def rows(self) -> list[Done]:
        """In the order of the jobs; those not done are missing."""
        return [self.done[job.plan] for job in self.jobs if job.plan in self.done]

    def _record(self) -> None:
        path = self.out / RECORD
        part = path.with_name(f".{RECORD}.part")
        rows = [done.as_json() for done in self.rows()]
        part.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(path)

    def write_summary(self) -> Path:
        """The table of all jobs as a workbook."""
        path = self.out / SUMMARY
        write_summary(path, [summary_cells(done) for done in self.rows()])
        return path


def _recorded(path: Path) -> list[Done]:
    """The record of an earlier run; nothing when it is not whole."""
    if not path.is_file():
        return []
    try:
        return [done_from(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError):
        return []


def summary_cells(done: Done) -> list[str | int | float | None]:
    """In the order of data.papers.batch_book.HEADERS."""
    return [
        done.job.name,
        say(done.outcome),
        done.people,
        done.placed,
        done.vacant,
        done.surplus,
        done.cost,
        done.bound,
        percent(done.gap) if done.gap is not None else "–",
        round(done.seconds, 1),
        say("yes") if done.checked else say("no"),
        done.note,
    ]
