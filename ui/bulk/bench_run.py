"""The benchmark: ours and others on the same cases under the same clock, as ratios of one run."""

import math
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from os import cpu_count
from typing import Any

from data.legal_basis import make_case
from data.sample import Situation, Tightness, sample
from planner.case import Scenario
from solver.rivals.contest import NAMES, Result, contend

DAY = date(2026, 11, 22)
"""The day whose law every benchmark is run under."""
SIZES = (3, 5, 10)
FULL = (3, 5, 10, 30, 60, 126)
TIGHTNESSES = ("easy", "normal", "starved")
REACH = {"ours": 126, "greedy": 126, "mip": 10, "cp_sat": 5, "flow": 30}
"""Communes up to which each contender is asked at all."""
EXPONENT_FROM = 10


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`gap` against the best bound anybody proved; `integral`: mean gap over the clock, 1 until the
    first plan."""

    size: int
    tightness: str
    people: int
    name: str
    seconds: float
    cost: int | None
    bound: int | None
    gap: float | None
    integral: float | None
    peak: int
    proven: bool
    finished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A peer on one case against ours: times our time, times our cost."""

    size: int
    tightness: str
    name: str
    time_ratio: float
    cost_ratio: float | None
    finished: bool


@dataclass(frozen=True, slots=True)
class Machine:
    system: str
    machine: str
    python: str
    cores: int


@dataclass(frozen=True)
class Benchmark:
    """Every measurement of one run under a clock of `clock` seconds."""

    rows: tuple[Measured, ...]
    clock: float

    @property
    def ratios(self) -> list[Ratio]:
        return ratios(list(self.rows))

    @property
    def exponent(self) -> float | None:
        return exponent(list(self.rows))

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "measured",
            "machine": asdict(this_machine()),
            "clock": self.clock,
            "rows": [asdict(row) for row in self.rows],
            "ratios": [asdict(ratio) for ratio in self.ratios],
            "exponent": self.exponent,
        }


def measured(
    sizes: tuple[int, ...],
    tightnesses: tuple[str, ...],
    seconds: float,
    seed: int,
    tell: Callable[[Measured], None],
) -> Benchmark:
    """Every contender on every case it can be asked for; rows as they come go to `tell`."""
    rows: list[Measured] = []
    for size in sizes:
        for tightness in tightnesses:
            roster = sample("Hà Nội", seed, Situation.MERGER, size, Tightness(tightness))
            case = make_case(roster, Scenario("bench", DAY))
            results = [contend(name, case, seconds) for name in NAMES if size <= REACH[name]]
            bound = max((r.bound for r in results if r.bound is not None), default=0)
            for result in results:
                row = _row(size, tightness, len(case.cadres), result, bound, seconds)
                rows.append(row)
                tell(row)
    return Benchmark(tuple(rows), seconds)


def _row(
    size: int, tightness: str, people: int, result: Result, bound: int, clock: float
) -> Measured:
    return Measured(
        size=size,
        tightness=tightness,
        people=people,
        name=result.name,
        seconds=result.seconds,
        cost=result.cost,
        bound=result.bound,
        gap=_gap(result.cost, bound),
        integral=primal_integral(result.trace, bound, clock) if result.name != "flow" else None,
        peak=result.peak,
        proven=result.proven,
        finished=result.finished,
    )


def _gap(cost: int | None, bound: int) -> float | None:
    return None if cost is None else (cost - bound) / cost if cost else 0.0


def primal_integral(trace: tuple[tuple[float, int], ...], bound: int, clock: float) -> float:
    """Mean of the gap over the clock: 1 until the first plan, then that of the best so far."""
    total, last, gap = 0.0, 0.0, 1.0
    for when, cost in trace:
        until = min(when, clock)
        total += gap * (until - last)
        last, gap = until, _gap(cost, bound) or 0.0
    return (total + gap * max(0.0, clock - last)) / clock


def exponent(rows: list[Measured]) -> float | None:
    """How time grows with people for ours: the slope of log time over log people."""
    points = [
        (math.log(row.people), math.log(row.seconds))
        for row in rows
        if row.name == "ours" and row.finished and row.size >= EXPONENT_FROM
    ]
    if len({x for x, _ in points}) < 2:
        return None
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def ratios(rows: list[Measured]) -> list[Ratio]:
    """Per case and peer: how many times the time of ours, and how many times its cost."""
    ours = {(row.size, row.tightness): row for row in rows if row.name == "ours"}
    found = []
    for row in rows:
        mine = ours.get((row.size, row.tightness))
        if row.name == "ours" or mine is None or not row.finished:
            continue
        costs = row.cost / mine.cost if row.cost and mine.cost else None
        times = row.seconds / mine.seconds
        found.append(
            Ratio(
                size=row.size,
                tightness=row.tightness,
                name=row.name,
                time_ratio=times,
                cost_ratio=costs,
                finished=row.proven,
            )
        )
    return found


def this_machine() -> Machine:
    return Machine(
        platform.system(), platform.machine(), platform.python_version(), cpu_count() or 0
    )
