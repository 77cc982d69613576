"""A draft running in its own process: watch it, stop it, keep the best plan whatever happens."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from time import monotonic
from typing import Any, ClassVar

from planner.case import Case
from planner.check.certificate import Certificate
from solver.process.change import change_between
from solver.process.wire import draft_of, pack, plan_from_lists, progress_of
from solver.progress import Answer, Draft, Limits, Outcome, Progress

GRACE = 5.0
"""Seconds the worker may go on past its ceiling before it is ended."""


class FailureKind(Enum):
    """How a worker can go before its time."""

    KILLED = "killed"
    MEMORY = "memory"
    CRASHED = "crashed"


@dataclass(frozen=True)
class Failure:
    """Why a worker left no answer of its own; `detail` is its last word."""

    kind: FailureKind
    detail: str = ""


class Session:
    """One running draft. `on_progress` is called from a thread of the session's own.

    With `stay` the worker lives on after its draft and answers changes: see `change`.
    """

    command: ClassVar[tuple[str, ...]] = (sys.executable, "-P", "-m", "solver.process.worker")

    def __init__(
        self,
        case: Case,
        limits: Limits,
        on_progress: Callable[[Progress], None] | None = None,
        stay: bool = False,
    ) -> None:
        self.case, self.limits = case, limits
        self.last = Progress(0.0, "start")
        self.best: Progress | None = None
        """The last progress that brought a plan."""
        self.certificate: Certificate | None = None
        """What proves the best bound told of."""
        self.draft: Draft | None = None
        self.stopped = False
        self.failure: Failure | None = None
        self._stay = stay
        self._told = on_progress or (lambda progress: None)
        self._news = threading.Condition()
        self._warm = False
        self._sent = 0
        self._answers: dict[int, Answer] = {}
        self._drafts: dict[int, Draft] = {}
        self._started = monotonic()
        self._process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._errors: list[bytes] = []
        job = (case, limits, stay)
        self._threads = [
            threading.Thread(target=target, daemon=True)
            for target in (lambda: self._feed(job), self._listen, self._overhear)
        ]
        for thread in reversed(self._threads):
            thread.start()

    @property
    def elapsed(self) -> float:
        return monotonic() - self._started

    @property
    def running(self) -> bool:
        return self.draft is None and self._threads[1].is_alive()

    @property
    def alive(self) -> bool:
        """Whether the worker is there, searching or waiting for changes."""
        return self._threads[1].is_alive()

    @property
    def pid(self) -> int:
        return self._process.pid

    def stop(self) -> None:
        """Ends the search; the best lawful plan so far stays."""
        self.stopped = True
        self._process.kill()

    def wait(self) -> Draft:
        """The draft, once the worker is done, stopped, past its ceiling or gone."""
        left = self.limits.seconds + GRACE - self.elapsed
        if self._stay:
            self._until(lambda: self.draft is not None, max(0.0, left))
            if self.draft is not None:
                return self.draft
        self._threads[1].join(max(0.0, left))
        self.close()
        return self.result()

    def close(self) -> None:
        """Ends the worker; what it told is kept."""
        if self._threads[1].is_alive():
            self._process.kill()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def warm(self, seconds: float) -> bool:
        """Whether the worker is ready for changes within `seconds`."""
        return self._until(lambda: self._warm, seconds)

    def change(self, case: Case) -> int:
        """Asks for `case` instead, of the same province and profile (ValueError); the number of
        the change. An older one that is still searched for is given up."""
        self._sent += 1
        self._feed((self._sent, change_between(self.case, case)))
        return self._sent

    def first(self, number: int, seconds: float = 60.0) -> Answer | None:
        """The first answer to a change; None when none came in time."""
        self._until(lambda: number in self._answers, seconds)
        return self._answers.get(number)

    def best_of(self, number: int, seconds: float = 600.0) -> Draft | None:
        """The draft of a change; None when none came in time or a newer change took over."""
        self._until(lambda: number in self._drafts or self._sent > number, seconds)
        return self._drafts.get(number)

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
            plan=self.best.plan,
            cost=cost,
            bound=bound,
            cut_by_clock=True,
            certificate=self.certificate,
        )

    def _until(self, done: Callable[[], bool], seconds: float) -> bool:
        with self._news:
            self._news.wait_for(
                lambda: done() or not self._threads[1].is_alive(), timeout=max(0.0, seconds)
            )
            return done()

    def _feed(self, job: object) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(pack(job))
            self._process.stdin.flush()
        except OSError:
            self.failure = self.failure or Failure(
                FailureKind.CRASHED, "it ended before it read its job"
            )

    def _listen(self) -> None:
        """Hears line by line; the last line of a worker that was ended may be cut short."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                told = json.loads(line)
            except ValueError:
                continue
            with self._news:
                self._hear(told)
                self._news.notify_all()
            if self.draft is not None and not self._stay:
                break
        code = self._process.wait()
        if self.draft is None and not self.stopped and self.elapsed < self.limits.seconds:
            self.failure = self._failure(code)
        with self._news:
            self._news.notify_all()

    def _failure(self, code: int) -> Failure:
        self._threads[2].join(GRACE)
        tail = b"".join(self._errors).decode(errors="replace").strip().splitlines()
        word = tail[-1] if tail else ""
        if "memory" in word.lower() or "bad_alloc" in word:
            return Failure(FailureKind.MEMORY, word)
        if code == -signal.SIGTERM or code == -getattr(signal, "SIGKILL", signal.SIGTERM):
            return Failure(FailureKind.KILLED, f"signal {-code}")
        return Failure(FailureKind.CRASHED, f"code {code}: {word or 'no message'}")

    def _hear(self, told: dict[str, Any]) -> None:
        if "draft" in told:
            found = draft_of(told["draft"])
            if "change" in told:
                self._drafts[told["change"]] = found
            else:
                self.draft = found
        elif "first" in told:
            first = told["first"]
            plan = plan_from_lists(first["plan"]) if first["plan"] else None
            self._answers[first["change"]] = Answer(plan, first["cost"])
        elif "warm" in told:
            self._warm = True
        else:
            self._progress(progress_of(told))

    def _progress(self, progress: Progress) -> None:
        if self.draft is None:
            if progress.plan is not None:
                self.best = progress
            if progress.certificate is not None:
                self.certificate = progress.certificate
            self.last = replace(progress, plan=None, certificate=None)
        self._told(replace(progress, plan=None, certificate=None))

    def _overhear(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._errors = [*self._errors[-40:], line]
