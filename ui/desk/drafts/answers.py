"""What if, for both faces: a first answer at once, its check, then the best answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from time import monotonic
from typing import Any

from planner.case import Case
from planner.check import Report, check
from planner.compare.moves import Move, moves_between
from planner.plan import Plan
from planner.text.numbers import number
from planner.why.clash import Clash, clashes, demand_clashes
from solver.process.session import Session
from ui.desk.drafted import Drafted
from ui.desk.in_words import gap_words
from ui.desk.story import checked
from ui.words.command_words import say

WAIT = 60.0
"""Seconds a first answer is waited for."""


class State(Enum):
    CHECKING = "checking"
    CHECKED = "checked"
    WITHDRAWN = "withdrawn"
    NONE = "no_first_answer"
    BEST = "best_answer"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of an answer, `seconds` after the question. A plan that is CHECKING may still turn
    out unlawful, and is then WITHDRAWN."""

    state: State
    seconds: float
    case: Case
    plan: Plan | None = None
    cost: int | None = None
    report: Report | None = None
    drafted: Drafted | None = None
    clashes: tuple[Clash, ...] = ()

    def moves_from(self, case: Case, plan: Plan) -> tuple[Move, ...]:
        """Who sits elsewhere than in `plan` of `case`; nobody while there is no plan."""
        return moves_between(case, plan, self.case, self.plan) if self.plan else ()


def answers_to(session: Session, case: Case, seconds: float = 600.0) -> Iterator[Step]:
    """Asks a warm session for `case` instead: the first answer, whether the check holds it lawful,
    and the best answer once it is there. ValueError for another province."""
    started = monotonic()

    def step(state: State, **found: Any) -> Step:
        return Step(state=state, seconds=monotonic() - started, case=case, **found)

    against = demand_clashes(case) if _organised_as(session.case, case) else clashes(case)
    if against:
        yield step(State.IMPOSSIBLE, clashes=against)
        return
    question = session.change(case)
    first = session.first(question, WAIT)
    plan = first.plan if first else None
    if first is None or plan is None:
        yield step(State.NONE)
    else:
        yield step(State.CHECKING, plan=plan, cost=first.cost)
        report = check(case, plan)
        state = State.CHECKED if report.lawful else State.WITHDRAWN
        yield step(state, plan=plan, cost=report.cost, report=report)
    draft = session.best_of(question, seconds)
    if draft is not None:
        drafted = checked(case, draft)
        yield step(
            State.BEST, plan=draft.plan, cost=draft.cost, report=drafted.report, drafted=drafted
        )


def _organised_as(known: Case, case: Case) -> bool:
    """Whether organisation and law are those of a case that has been drafted: then only demands
    can clash by themselves."""
    one, two = known.roster, case.roster
    return (
        known.norms == case.norms
        and (one.communes, one.posts, one.titles, one.tasks)
        == (two.communes, two.posts, two.titles, two.tasks)
        and known.scenario.transfers == case.scenario.transfers
        and known.scenario.base_headcount == case.scenario.base_headcount
        and known.scenario.quota == case.scenario.quota
    )


def step_line(step: Step, lang: str = "vi") -> str:
    """One line for people."""
    points = number(step.cost) if step.cost is not None else "–"
    words = f"[{step.seconds:6.2f}s] {say(step.state.value, lang)}"
    if step.state is State.NONE:
        return words
    if step.clashes:
        return f"{words}: {'; '.join(clash.text for clash in step.clashes)}"
    gap = ""
    if step.drafted is not None:
        gap = f" · {gap_words(step.cost, step.drafted.draft.bound, lang)}"
    return f"{words}: {say('cost', lang).lower()} {points}{gap}"
