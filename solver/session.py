"""A draft running in its own process: watch it, stop it, keep the best plan whatever happens."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from planner.case import Case
from planner.certificate import Certificate
from solver.progress import Draft, Limits, Outcome, Progress
from solver.worker import draft_of, pack, progress_of

GRACE = 5.0
"""Seconds the worker may go on past its ceiling before it is ended."""


class Session:
    """One running draft. `on_progress` is called from a thread of the session's own."""

    def __init__(
        self, case: Case, limits: Limits, on_progress: Callable[[Progress], None] | None = None
    ) -> None:
        self.limits = limits
        self.last = Progress(0.0, "start")
        self.best: Progress | None = None
        """The last progress that brought a plan."""
        self.certificate: Certificate | None = None
        """What proves the best bound told of."""
        self.draft: Draft | None = None
        self.stopped = False
        self.failure = ""
        self._told = on_progress or (lambda progress: None)
        self._started = monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "solver.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._errors: list[bytes] = []
        self._threads = [
            threading.Thread(target=target, daemon=True)
            for target in (lambda: self._feed(pack(case, limits)), self._listen, self._overhear)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def elapsed(self) -> float:
        return monotonic() - self._started

    @property
    def running(self) -> bool:
        return self.draft is None and self._threads[1].is_alive()

    def stop(self) -> None:
        """Ends the search; the best lawful plan so far stays."""
        self.stopped = True
        self._process.kill()

    def wait(self) -> Draft:
        """The draft, once the worker is done, stopped, past its ceiling or gone."""
        left = self.limits.seconds + GRACE - self.elapsed
        self._threads[1].join(max(0.0, left))
        if self._threads[1].is_alive():
            self._process.kill()
        for thread in self._threads:
            thread.join()
        self._close()
        return self.result()

    def result(self) -> Draft:
        """What the worker handed back, or the best it had told of when it ended early."""
        if self.draft is not None:
            return self.draft
        elapsed = self.elapsed
        if self.best is None or self.best.plan is None:
            outcome = Outcome.NO_ANSWER_YET
            return Draft(outcome, elapsed, bound=self.last.bound, cut_by_clock=not self.failure)
        cost, bound = self.best.cost, self.last.bound
        return Draft(
            Outcome.BEST if cost == bound else Outcome.GOOD,
            elapsed,
            self.best.plan,
            cost,
            bound,
            cut_by_clock=True,
            certificate=self.certificate,
        )

    def _feed(self, job: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(job)
            self._process.stdin.flush()
        except OSError:
            self.failure = self.failure or "worker ended before it read its job"

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if "draft" in told:
                self.draft = draft_of(told["draft"])
                break
            self._hear(progress_of(told))
        code = self._process.wait()
        if self.draft is None and not self.stopped and self.elapsed < self.limits.seconds:
            tail = b"".join(self._errors).decode(errors="replace").strip().splitlines()
            self.failure = f"worker ended with code {code}: {tail[-1] if tail else 'no message'}"

    def _hear(self, progress: Progress) -> None:
        if progress.plan is not None:
            self.best = progress
        if progress.certificate is not None:
            self.certificate = progress.certificate
        self.last = replace(progress, plan=None, certificate=None)
        self._told(self.last)

    def _overhear(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._errors = [*self._errors[-40:], line]

    def _close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
