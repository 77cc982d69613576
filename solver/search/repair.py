"""From a fractional plan to a whole one: round, free the fractional people, then by windows."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from planner.case import Case
from planner.check.pairs import Ints
from solver.program.columns import Columns
from solver.program.lazy_rows import broken_lazily, lazy_rows_near
from solver.program.program import Program
from solver.program.rows import Floats, Rows
from solver.search.best_plan import NOWHERE, Incumbent

NODES = 2000
WINDOW_GAP = 1e-6
LAZY_ROUNDS = 20
PATIENCE = 3
"""Rounds of adding broken rows after which all that could break are added at once."""
WHOLE = 1 - 1e-6


@dataclass(frozen=True, eq=False)
class Window:
    """A part of the city to solve again: its people, its columns, what sits on the rows outside."""

    program: Program
    start: np.ndarray


def rounded(
    case: Case, rows: Rows, columns: Columns, value: Floats, pool: Columns, seconds: float
) -> Incumbent | None:
    """A lawful whole plan near a fractional one: whole people stay, the others take what is best.

    None when the time is up, or no lawful plan keeps the whole people where they are.
    """
    sure = value > WHOLE
    nobody = Incumbent.nobody(columns.arrays)
    fixed = nobody.replaced(columns.cadre[sure], columns, sure)
    fixed = _without_broken(case, rows, fixed)
    loose = np.setdiff1d(np.arange(columns.arrays.cadres), fixed.columns.cadre)
    return improved(case, rows, fixed, loose, pool, seconds, forced=True)


def _without_broken(case: Case, rows: Rows, plan: Incumbent) -> Incumbent:
    """The plan with people taken out until no lazy rule is broken."""
    while True:
        broken = broken_lazily(case, plan.triples(), plan.arrays.communes)
        rows.add(broken)
        if not broken.limits:
            return plan
        key = plan.key.copy()
        for total in broken.limits:
            for term in total.terms:
                for cadre in sorted(term.people.members or ())[-1:]:
                    key[cadre] = NOWHERE
        plan = Incumbent(plan.arrays, key)


def window_of(rows: Rows, plan: Incumbent, people: Ints, pool: Columns) -> Window:
    """The program of `people` over their columns in `pool` and where they sit now."""
    free = np.zeros(plan.arrays.cadres, dtype=np.bool_)
    free[people] = True
    own = plan.key[people]
    columns = Columns.of(plan.arrays, pool.keys[free[pool.cadre]], own[own != NOWHERE])
    sitting = plan.without(people, rows).activity(rows)
    return Window(Program(rows, columns, people, sitting), np.isin(columns.keys, own))


def solve_window(
    window: Window, seconds: float, nodes: int = NODES, gap: float = WINDOW_GAP
) -> np.ndarray | None:
    """The columns chosen (as a mask), or None when nothing was found."""
    solved = window.program.solve(True, seconds, nodes=nodes, relative_gap=gap, start=window.start)
    return solved.value > 0.5 if solved.found else None


def improved(
    case: Case,
    rows: Rows,
    plan: Incumbent,
    people: Ints,
    pool: Columns,
    seconds: float,
    forced: bool = False,
    nodes: int = NODES,
    gap: float = WINDOW_GAP,
) -> Incumbent | None:
    """The plan with `people` placed again at least cost, everybody else staying.

    Returns None when that is no better, unless `forced` (the plan given is no plan to keep).
    """
    if not people.size:
        return plan if forced and plan.cost(rows) is not None else None
    before = None if forced else plan.cost(rows)
    for attempt in range(LAZY_ROUNDS):
        window = window_of(rows, plan, people, pool)
        if attempt == PATIENCE:
            key = plan.columns.where(~np.isin(plan.columns.cadre, people))
            spots = Columns.of(pool.arrays, window.program.columns.keys, key.keys)
            pairs = zip(spots.cadre.tolist(), spots.commune.tolist(), strict=True)
            rows.add(lazy_rows_near(case, pool.arrays.communes, pairs))
            window = window_of(rows, plan, people, pool)
        chosen = solve_window(window, seconds, nodes, gap)
        if chosen is None:
            return None
        better = plan.replaced(people, window.program.columns, chosen, rows)
        if not better.add_broken(case, rows):
            after = better.cost(rows)
            if after is None or (before is not None and after >= before):
                return None
            return better
    return None


def windows(case: Case, plan: Incumbent, size: int, shift: int) -> Iterable[Ints]:
    """People of neighbouring communes, `size` communes at a time, the cuts moved by `shift`; the
    people without a post belong to the window that could use them most cheaply."""
    order = _tour(case)
    order = np.roll(order, -shift)
    nearest = plan.arrays.place_cost.argmin(axis=0)
    seat = np.where(plan.key == NOWHERE, nearest, plan.commune)
    for start in range(0, order.size, size):
        yield np.flatnonzero(np.isin(seat, order[start : start + size]))


def _tour(case: Case) -> Ints:
    """Communes in an order in which neighbours are near: each next is the nearest not yet taken."""
    points = np.array([(unit.lat, unit.lon) for unit in case.communes])
    left = list(range(1, len(points)))
    tour = [0]
    while left:
        gaps = ((points[left] - points[tour[-1]]) ** 2).sum(axis=1)
        tour.append(left.pop(int(gaps.argmin())))
    return np.array(tour, dtype=np.int64)


def workers_of(number: int) -> "nullcontext[None] | Executor":
    """Processes that solve windows side by side; none for one."""
    if number <= 1:
        return nullcontext()
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"))


def sweep(
    case: Case,
    rows: Rows,
    plan: Incumbent,
    pool: Columns,
    size: int,
    shift: int,
    seconds: Callable[[], float],
    workers: Executor | None = None,
) -> Incumbent:
    """One pass of windows over the whole; a window's answer is taken only if the whole gets better.

    Windows are solved on the plan as it stood when the pass began and merged in their order, so
    the number of workers changes nothing.
    """
    groups = [people for people in windows(case, plan, size, shift) if people.size]
    jobs = [window_of(rows, plan, people, pool) for people in groups]
    answers = _solve_all(jobs, seconds, workers)
    for people, job, chosen in zip(groups, jobs, answers, strict=True):
        cost = plan.cost(rows)
        if chosen is None or cost is None:
            continue
        tried = plan.replaced(people, job.program.columns, chosen, rows)
        if tried.add_broken(case, rows):
            again = improved(case, rows, plan, people, pool, seconds())
            tried = again or plan
        after = tried.cost(rows)
        if after is not None and after < cost:
            plan = tried
    return plan


def _solve_all(
    jobs: Sequence[Window], seconds: Callable[[], float], workers: Executor | None
) -> list[np.ndarray | None]:
    if workers is None:
        return [solve_window(job, seconds()) for job in jobs]
    futures: list[Future[np.ndarray | None]] = [
        workers.submit(solve_window, job, seconds()) for job in jobs
    ]
    return [future.result() for future in futures]
