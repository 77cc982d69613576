"""Runs of the engine as rows, so that a restart knows what was going on."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.codec import decoded
from data.store.contents import put, text_of
from data.store.kinds import PlanRecord
from data.store.schema import Content, Job, Revision


class JobState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    CUT_OFF = "cut_off"
    """The server went away while it ran."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    id: int
    name: str
    state: JobState
    process: int
    started: str
    changed: str
    limit: int
    cost: int | None
    bound: int | None


class Jobs:
    def __init__(
        self, session: Callable[[], AbstractContextManager[Session]], clock: Callable[[], str]
    ) -> None:
        self._session, self._clock = session, clock

    def start(self, name: str, limit: float) -> int:
        at = self._clock()
        job = Job(
            name=name,
            state=JobState.RUNNING.value,
            process=os.getpid(),
            started=at,
            changed=at,
            limit=round(limit),
        )
        with self._session() as session:
            session.add(job)
            session.flush()
            return job.id

    def tell(
        self, job: int, cost: int | None, bound: int | None, best: PlanRecord | None = None
    ) -> None:
        """Where a running job stands; a new `best` takes the place of the one before."""
        with self._session() as session:
            row = session.get_one(Job, job)
            row.cost, row.bound, row.changed = cost, bound, self._clock()
            if best is not None:
                before, row.best = row.best, put(session, best)
                session.flush()
                _drop(session, before)

    def end(self, job: int, state: JobState) -> None:
        """Marks a job as ended; what it told of goes, for a plan is saved as a revision first."""
        with self._session() as session:
            row = session.get_one(Job, job)
            row.state, row.changed = state.value, self._clock()
            before, row.best = row.best, None
            session.flush()
            _drop(session, before)

    def best(self, job: int) -> PlanRecord | None:
        """The last plan a job told of, while it runs or when it was cut off."""
        with self._session() as session:
            row = session.get_one(Job, job)
            if row.best is None:
                return None
            text = text_of(session.get_one(Content, row.best))
        return decoded(PlanRecord, text) if text is not None else None

    def all(self) -> tuple[JobRow, ...]:
        with self._session() as session:
            return tuple(_row(job) for job in session.scalars(select(Job).order_by(Job.id)))

    def cut_off(self, alive: Callable[[int], bool]) -> tuple[JobRow, ...]:
        """Marks, and gives, the jobs whose server is no longer there."""
        found = []
        with self._session() as session:
            query = select(Job).where(Job.state == JobState.RUNNING.value)
            for job in session.scalars(query):
                if not alive(job.process):
                    job.state = JobState.CUT_OFF.value
                    found.append(_row(job))
        return tuple(found)


def _row(job: Job) -> JobRow:
    return JobRow(
        id=job.id,
        name=job.name,
        state=JobState(job.state),
        process=job.process,
        started=job.started,
        changed=job.changed,
        limit=job.limit,
        cost=job.cost,
        bound=job.bound,
    )


def _drop(session: Session, content: str | None) -> None:
    """Forgets a body that neither a revision nor a job needs."""
    if content is None:
        return
    for user in (
        select(Revision.id).where(Revision.content == content),
        select(Job.id).where(Job.best == content),
    ):
        if session.scalars(user.limit(1)).first() is not None:
            return
    session.delete(session.get_one(Content, content))
