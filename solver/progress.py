"""What the engine says while it works, and what it hands back."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from enum import Enum
from time import monotonic

from planner.check.certificate import Certificate
from planner.plan import Plan
from planner.plan.gap import relative_gap


class Outcome(Enum):
    BEST = "best"
    GOOD = "good"
    IMPOSSIBLE = "impossible"
    NO_ANSWER_YET = "no_answer_yet"


@dataclass(frozen=True)
class Limits:
    """`seconds` is a ceiling only; `work` (pricing rounds, then sweeps) is what ends a search that
    must repeat; `gap` is the relative gap that is good enough (None: the size decides)."""

    seconds: float = 300.0
    _: KW_ONLY
    work: int | None = None
    gap: float | None = None
    workers: int = 1
    seed: int = 1


@dataclass(frozen=True)
class Progress:
    """One line: `stage` is a code; cost and bound are points, None when there are none yet."""

    seconds: float
    stage: str
    _: KW_ONLY
    cost: int | None = None
    bound: int | None = None
    plan: Plan | None = None
    """Sent when `cost` is new."""
    certificate: Certificate | None = None
    """Sent when a better bound was proven."""


@dataclass(frozen=True)
class Answer:
    """A first answer to a changed case. `cost` as the engine counts it; None and no plan when none
    was found near the kept plan. Whether it is lawful is for the check to say."""

    plan: Plan | None
    cost: int | None


@dataclass(frozen=True)
class Draft:
    """`bound`: no lawful plan costs less. `plan` is None unless lawful."""

    outcome: Outcome
    seconds: float
    _: KW_ONLY
    plan: Plan | None = None
    cost: int | None = None
    bound: int | None = None
    cut_by_clock: bool = False
    within_gap: bool = False
    rounds: int = 0
    certificate: Certificate | None = None
    """What proves a bound; `bound` itself may be higher where the search looked at everything."""

    @property
    def gap(self) -> float | None:
        return relative_gap(self.cost, self.bound)


Report = Callable[[Progress], None]


@dataclass
class Clock:
    """Time since the start, against the ceiling."""

    ceiling: float
    interrupted: Callable[[], bool] = field(default=lambda: False)
    """Whether somebody wants the search to end now; asked often."""
    started: float = field(default_factory=monotonic)

    @property
    def elapsed(self) -> float:
        return monotonic() - self.started

    @property
    def left(self) -> float:
        return 0.0 if self.interrupted() else max(0.0, self.ceiling - self.elapsed)

    @property
    def out(self) -> bool:
        return self.left <= 0
