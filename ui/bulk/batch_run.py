"""Many inputs or scenarios: families of jobs, run by a small runner, with a record to resume from.

A family is one input with its scenarios: it is read once, and each draft goes on from what the one
before left. A runner takes families and gives back lines as they come; the one here uses processes
of this machine, a cluster's could stand in its place.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from data.papers.batch_book import write_summary
from planner.text.numbers import number, percent
from ui.words.command_words import say

RECORD = "batch.json"
SUMMARY = "tong_hop.xlsx"
TRIES = 3
"""Times a family is begun again after its worker went away."""


@dataclass(frozen=True)
class BatchJob:
    """One draft: `source` and `scenario` are files (no scenario: ""), `plan` is what it writes."""

    source: str
    scenario: str
    plan: str

    @property
    def name(self) -> str:
        return Path(self.plan).stem


@dataclass(frozen=True)
class Done:
    """What became of a job. `outcome` is that of `draft --json`, or "faulty"; `checked`: the plan
    was read back from its file and found lawful at its stated cost. `mark` is of the files read."""

    job: BatchJob
    outcome: str
    mark: str
    cost: int | None = None
    bound: int | None = None
    gap: float | None = None
    seconds: float = 0.0
    people: int = 0
    placed: int = 0
    vacant: int = 0
    surplus: int = 0
    checked: bool = False
    note: str = ""

    @property
    def finished(self) -> bool:
        return self.checked or self.outcome in ("faulty", "impossible")


@dataclass(frozen=True)
class Options:
    """Passed to every draft."""

    seconds: float = 600.0
    as_of: str = ""
    norms: str = ""


Family = tuple[BatchJob, ...]


class Runner(Protocol):
    """Runs families somewhere; `tell` gets the line of each job as it is done, or of its progress.
    Ends early when `stopped` says so; what was told stays told."""

    def run(
        self,
        families: Sequence[Family],
        options: Options,
        tell: Callable[[dict[str, Any]], None],
        stopped: Callable[[], bool],
    ) -> None: ...


class LocalRunner:
    """Worker processes of this machine, `workers` at a time; a family whose worker goes away is
    begun again with the jobs it had not done."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[str]] = set()

    def run(
        self,
        families: Sequence[Family],
        options: Options,
        tell: Callable[[dict[str, Any]], None],
        stopped: Callable[[], bool],
    ) -> None:
        with ThreadPoolExecutor(self._workers) as pool:
            waiting = [pool.submit(self._family, f, options, tell, stopped) for f in families]
            try:
                for future in as_completed(waiting):
                    future.result()
            except BaseException:
                for future in waiting:
                    future.cancel()
                self.stop()
                raise

    def stop(self) -> None:
        """Ends every worker."""
        with self._lock:
            for process in self._running:
                process.kill()

    def _family(
        self,
        family: Family,
        options: Options,
        tell: Callable[[dict[str, Any]], None],
        stopped: Callable[[], bool],
    ) -> None:
        left = list(family)
        for attempt in range(TRIES):
            if stopped() or not left:
                return
            told = {line["plan"] for line in self._worker(left, options, tell)}
            left = [job for job in left if job.plan not in told]
            if left and attempt + 1 < TRIES and not stopped():
                tell({"again": left[0].name})
        for job in left:
            if not stopped():
                tell({"plan": job.plan, "outcome": "no_answer_yet", "note": say("worker_gone")})

    def _worker(
        self, jobs: list[BatchJob], options: Options, tell: Callable[[dict[str, Any]], None]
    ) -> Iterator[dict[str, Any]]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ui.bulk.batch_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        with self._lock:
            self._running.add(process)
        tell({"pid": process.pid, "family": [job.name for job in jobs]})
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(
                json.dumps({"jobs": [asdict(job) for job in jobs], "options": asdict(options)})
            )
            process.stdin.close()
            for text in process.stdout:
                try:
                    line = json.loads(text)
                except ValueError:
                    continue
                tell(line)
                if "outcome" in line:
                    yield line
        except OSError:
            return
        finally:
            process.stdout.close()
            process.wait()
            with self._lock:
                self._running.discard(process)


def jobs_of(source: Path, out: Path, scenarios: Sequence[Path]) -> tuple[BatchJob, ...]:
    """The jobs of a folder of workbooks, or of a list: one line for each, an input and perhaps a
    scenario after a comma or tab, relative to the list. Each is done under every one of `scenarios`
    when there are any. ValueError says which line names a file that is not there."""
    pairs: list[tuple[Path, Path | None]] = []
    if source.is_dir():
        books = sorted(p for p in source.glob("*.xlsx") if not p.name.startswith((".", "~")))
        pairs = [(book, None) for book in books]
    else:
        for line_number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            parts = [part.strip() for part in line.replace("\t", ",").split(",")]
            if not parts[0] or parts[0].startswith("#"):
                continue
            files = [source.parent / part for part in parts[:2] if part]
            for file in files:
                if not file.is_file():
                    raise ValueError(f"{source.name}, dòng {line_number}: không có tệp {file.name}")
            pairs.append((files[0], files[1] if len(files) > 1 else None))
    found = []
    for book, own in pairs:
        for scenario in (own,) if own or not scenarios else scenarios:
            name = f"{book.stem}.{scenario.stem}" if scenario else book.stem
            found.append(
                BatchJob(
                    str(book), str(scenario) if scenario else "", str(out / f"{name}.plan.xlsx")
                )
            )
    return tuple(found)


def mark_of_files(job: BatchJob, options: Options) -> str:
    """A fingerprint of the files and options that a job depends on."""
    digest = sha256(json.dumps(asdict(options), sort_keys=True).encode())
    for name in (job.source, job.scenario):
        if name:
            digest.update(Path(name).read_bytes())
    return digest.hexdigest()[:16]


class Batch:
    """The jobs, the record of those done, and what is left."""

    def __init__(self, jobs: Sequence[BatchJob], out: Path, options: Options) -> None:
        self.jobs, self.out, self.options = tuple(jobs), out, options
        self._marks = {job.plan: mark_of_files(job, options) for job in self.jobs}
        self.done: dict[str, Done] = {}
        for done in _recorded(out / RECORD):
            same = self._marks.get(done.job.plan) == done.mark
            written = done.outcome in ("faulty", "impossible") or Path(done.job.plan).is_file()
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

    def run(
        self,
        runner: Runner,
        tell: Callable[[dict[str, Any]], None],
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Runs what is left; the record is written after every job."""
        lock = threading.Lock()
        by_plan = {job.plan: job for job in self.jobs}

        def hear(line: dict[str, Any]) -> None:
            with lock:
                if "outcome" in line:
                    job = by_plan[line["plan"]]
                    values = {k: v for k, v in line.items() if k != "plan"}
                    self.done[job.plan] = Done(job, mark=self._marks[job.plan], **values)
                    self._record()
                tell(line)

        runner.run(self.left, self.options, hear, stopped)

    def rows(self) -> list[Done]:
        """In the order of the jobs; those not done are missing."""
        return [self.done[job.plan] for job in self.jobs if job.plan in self.done]

    def _record(self) -> None:
        path = self.out / RECORD
        part = path.with_name(f".{RECORD}.part")
        rows = [asdict(done) for done in self.rows()]
        part.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(path)

    def write_summary(self) -> Path:
        """The table of all jobs as a workbook."""
        path = self.out / SUMMARY
        write_summary(path, [summary_cells(done) for done in self.rows()])
        return path


def _recorded(path: Path) -> list[Done]:
    if not path.is_file():
        return []
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [Done(**{**row, "job": BatchJob(**row["job"])}) for row in rows]
    except (ValueError, TypeError, KeyError):
        return []


def summary_cells(done: Done) -> list[Any]:
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


def summary_line(done: Done, lang: str = "vi") -> str:
    cost = number(done.cost) if done.cost is not None else "–"
    gap = percent(done.gap) if done.gap is not None else "–"
    sure = say("checked" if done.checked else "unchecked", lang)
    note = f" · {done.note}" if done.note else ""
    return f"{done.job.name:<32} {say(done.outcome, lang)} · {cost} · {gap} · {sure}{note}"
