"""Runners: they take families of jobs and say what comes of each. The one here uses processes of
this machine; a cluster's could stand in its place."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Protocol

from ui.bulk.batch_jobs import BatchJob, Done, Family, Options, done_from
from ui.words.command_words import say

TRIES = 3
"""Times a family is begun again after its worker went away."""


@dataclass(frozen=True)
class Begun:
    """A worker has begun with a family."""

    pid: int
    jobs: tuple[BatchJob, ...]


@dataclass(frozen=True)
class Again:
    """A worker went away; the family is begun again with `job`."""

    job: BatchJob


Tell = Callable[[Begun | Again | Done], None]


class Runner(Protocol):
    """Runs families somewhere; `tell` gets what became of each job as it is done, and how it goes.
    Ends early when `stopped` says so; what was told stays told."""

    def run(
        self,
        families: Sequence[Family],
        options: Options,
        tell: Tell,
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
        tell: Tell,
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
        self, family: Family, options: Options, tell: Tell, stopped: Callable[[], bool]
    ) -> None:
        left = list(family)
        for attempt in range(TRIES):
            if stopped() or not left:
                return
            finished = {done.job for done in self._worker(left, options, tell)}
            left = [job for job in left if job not in finished]
            if left and attempt + 1 < TRIES and not stopped():
                tell(Again(left[0]))
        for job in left:
            if not stopped():
                tell(Done(job=job, outcome="no_answer_yet", note=say("worker_gone")))

    def _worker(self, jobs: list[BatchJob], options: Options, tell: Tell) -> Iterator[Done]:
        """What one worker says it has done, told on; ends when it goes away."""
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
        tell(Begun(process.pid, tuple(jobs)))
        assert process.stdin is not None and process.stdout is not None
        order = {"jobs": [asdict(job) for job in jobs], "options": asdict(options)}
        try:
            process.stdin.write(json.dumps(order))
            process.stdin.close()
            for done in _heard(process.stdout):
                tell(done)
                yield done
        except OSError:
            return
        finally:
            process.stdout.close()
            process.wait()
            with self._lock:
                self._running.discard(process)


def _heard(lines: Iterator[str]) -> Iterator[Done]:
    """The lines of a worker; one that was cut off as it went away is none."""
    for text in lines:
        with suppress(ValueError, TypeError, KeyError):
            yield done_from(json.loads(text))
