"""A draft under way: the engine in its own process, what it tells saved as it goes."""

import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from time import monotonic, sleep

from data.store.jobs import JobState
from data.store.kinds import PlanRecord, RevisionKind
from data.store.project import Project
from planner.case import Case
from planner.figures.summary import Figures, figures
from planner.plan import Plan
from planner.why.clash import clashes
from solver.process.session import Session
from solver.progress import Draft, Limits, Outcome, Progress
from ui.desk.drafted import Drafted
from ui.desk.drafts.answers import State, Step, answers_to
from ui.desk.story import finished
from ui.desk.work.records import record_of

DRAWN_IN = 0.4
"""Seconds in which the page shows that a draft has begun, before work that shares its interpreter
would keep it waiting."""
SAVED_EVERY = 2.0
"""Seconds between two savings of the best plan so far."""


class Run:
    """One draft. With `warm`, a session that stayed after an earlier draft, it first answers at
    once and then searches on; else it begins anew, and its session stays for the next."""

    def __init__(
        self,
        project: Project,
        case: Case,
        record: PlanRecord,
        limits: Limits,
        warm: Session | None = None,
    ) -> None:
        self.project, self.case, self.record, self.limits = project, case, record, limits
        self.curve: list[tuple[float, int | None, int | None]] = []
        """(seconds, cost, bound) over time."""
        self.step: Step | None = None
        self.drafted: Drafted | None = None
        self.error: BaseException | None = None
        self.saved: str | None = None
        """Revision of the finished plan."""
        self.unwanted = False
        self._stopped = False
        self._started, self._kept_at = monotonic(), 0.0
        self._kept: int | None = None
        self._counted: tuple[int | None, Figures] | None = None
        self.job = project.jobs.start(record.name, limits.seconds)
        self.warm = warm is not None
        self.session = warm
        """None until the demands have been looked at."""
        work = self._change if warm else self._draft
        self._thread = threading.Thread(target=self._safely, args=(work,), daemon=True)
        self._thread.start()

    @property
    def elapsed(self) -> float:
        return monotonic() - self._started

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    @property
    def last(self) -> Progress:
        if not self.warm:
            return self.session.last if self.session else Progress(self.elapsed, "start")
        step = self.step
        stage = "windows" if step and step.plan else "arrays"
        return Progress(self.elapsed, stage, cost=step.cost if step else None)

    @property
    def in_vain(self) -> bool:
        """Whether the search ended without any plan, so that it is now asked why."""
        draft = self.session.draft if self.session and not self.warm else None
        return draft is not None and draft.plan is None

    @property
    def best(self) -> tuple[Plan, int | None] | None:
        """The best plan so far and its cost."""
        if self.warm:
            step = self.step
            return (step.plan, step.cost) if step and step.plan else None
        best = self.session.best if self.session else None
        return (best.plan, best.cost) if best and best.plan else None

    @property
    def so_far(self) -> Figures | None:
        """Figures of the best plan so far; counted once for each plan."""
        best = self.best
        if best is None:
            return None
        if self._counted is None or self._counted[0] != best[1]:
            self._counted = best[1], figures(self.case, best[0])
        return self._counted[1]

    def stop(self) -> None:
        """Ends the search; the best lawful plan so far becomes the result."""
        self._stopped = True
        if self.session is not None:
            self.session.stop()

    def cancel(self) -> None:
        """Ends the search and keeps nothing of it."""
        self.unwanted = True
        self.stop()

    def wait(self, seconds: float) -> bool:
        """Whether all is done and saved within `seconds`."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _safely(self, work: Callable[[], None]) -> None:
        sleep(DRAWN_IN)
        try:
            work()
        except Exception as error:
            self.error = error
            if self.session is not None:
                self.session.close()
            self.project.jobs.end(self.job, JobState.FAILED)

    def _draft(self) -> None:
        found = clashes(self.case)
        if found:
            self._settle(
                Drafted(
                    case=self.case, draft=Draft(Outcome.IMPOSSIBLE, 0.0), report=None, clashes=found
                ),
                False,
            )
            return
        session = self.session = Session(self.case, self.limits, self._hear, stay=True)
        if self._stopped:
            session.stop()
        self._settle(finished(session), session.stopped)
        if session.draft is None or session.draft.plan is None:
            session.close()

    def _change(self) -> None:
        assert self.session is not None
        for step in answers_to(self.session, self.case, self.limits.seconds):
            self.step = step
            self.curve.append((step.seconds, step.cost, None))
            if step.state is State.CHECKED and step.plan is not None:
                self._keep(step.plan, step.cost, None)
            if step.state in (State.BEST, State.IMPOSSIBLE) and step.drafted is not None:
                self._settle(step.drafted, False)
        if self.drafted is None:
            self._without_best()

    def _without_best(self) -> None:
        """The search was stopped or its worker went: the checked first answer is the plan."""
        assert self.session is not None
        step, stopped = self.step, self.session.stopped
        good = step is not None and step.report is not None and step.report.lawful
        if step is not None and good:
            draft = Draft(
                Outcome.GOOD, self.elapsed, plan=step.plan, cost=step.cost, cut_by_clock=True
            )
            self._settle(Drafted(case=self.case, draft=draft, report=step.report), stopped)
        else:
            clashes = step.clashes if step else ()
            outcome = Outcome.IMPOSSIBLE if clashes else Outcome.NO_ANSWER_YET
            draft = Draft(outcome, self.elapsed)
            self._settle(
                Drafted(
                    case=self.case,
                    draft=draft,
                    report=None,
                    clashes=clashes,
                    failure=self.session.failure,
                ),
                stopped,
            )

    def _settle(self, drafted: Drafted, stopped: bool) -> None:
        """Saves the result; only then it is shown."""
        if drafted.report is not None and not self.unwanted:
            record = record_of(self.record, drafted)
            self.saved = self.project.commit(
                RevisionKind.PLAN, record, "draft", record.name, label=record.name
            )
        state = JobState.DONE if drafted.report is not None else JobState.FAILED
        self.project.jobs.end(self.job, JobState.STOPPED if stopped else state)
        self.drafted = drafted

    def _hear(self, progress: Progress) -> None:
        self.curve.append((progress.seconds, progress.cost, progress.bound))
        best = self.session.best if self.session else None
        if best is not None and best.plan is not None and best.cost != self._kept:
            self._keep(best.plan, best.cost, progress.bound)

    def _keep(self, plan: Plan, cost: int | None, bound: int | None) -> None:
        """The best plan so far goes to disk, but not more often than needed."""
        if self._kept is not None and monotonic() - self._kept_at < SAVED_EVERY:
            return
        self._kept, self._kept_at = cost, monotonic()
        counts = asdict(figures(self.case, plan))
        record = replace(
            self.record,
            plan=plan,
            cost=cost,
            bound=bound,
            origin="best_so_far",
            cut_by_clock=True,
            figures=counts,
        )
        self.project.jobs.tell(self.job, cost, bound, record)
