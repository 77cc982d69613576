"""Whether all musts can be kept together: the elastic program, in which each may bend at a price.

Every wish is off and every place free; a unit missed of a must costs one point. A bound above zero
proves that no plan keeps them all, and its duals can be checked by plain sums; a whole plan that
costs nothing shows that one does. Everything else is "not known".
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field, replace
from enum import Enum
from functools import lru_cache

import numpy as np

from planner.case import Case
from planner.check.certificate import Dual, demanding
from planner.check.pairs import Arrays, arrays_of, bare_of
from planner.why.clash import Bound
from solver.program.columns import Columns, start_columns
from solver.program.every_column import every_column
from solver.program.lazy_rows import broken_lazily
from solver.program.program import Solved, whole_program
from solver.program.rows import INFINITE, Floats, RowBoard, RowLimits, Rows
from solver.search.best_plan import Incumbent
from solver.search.reduced_costs import all_reduced_costs, certificate_of, clip
from solver.search.repair import rounded

ROUNDS = 40
LARGEST_SECOND = 20_000
"""Columns up to which a whole program is asked for a second time, by another solver."""


class Possibility(Enum):
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Feasibility:
    """`duals` prove impossibility; `missing`: how much of which must the cheapest bend misses, and
    `unplaced`: codes of people who must have a post and found none."""

    verdict: Possibility
    _: KW_ONLY
    duals: tuple[Dual, ...] = ()
    missing: tuple[tuple[Bound, float], ...] = ()
    unplaced: tuple[str, ...] = ()
    weights: dict[str, float] = field(default_factory=dict)
    """Cadre → what demanding a post for them adds to the proof."""


def feasibility(
    case: Case,
    kept: frozenset[Bound] | None = None,
    people: frozenset[str] | None = None,
    seconds: Callable[[], float] = lambda: 60.0,
) -> Feasibility:
    """Whether a plan keeps every must of `case` (only those `kept`, when given) and places all who
    must be placed (only `people`, when given)."""
    return _Elastic(case, kept, people, seconds).run()


@lru_cache(maxsize=4)
def _prepared(case: Case) -> tuple[Arrays, Rows, Columns]:
    arrays = bare_of(arrays_of(case))
    return arrays, Rows(case, arrays), start_columns(arrays, case.organisation.capacity)


def musts(case: Case) -> frozenset[Bound]:
    """Every bound that a must sets, those of lazy rules left out."""
    _, rows, _ = _prepared(case)
    return frozenset(
        (origin.norm.id, origin.about, least)
        for limits in rows.limits
        for origin, least in ((limits.asked, True), (limits.allowed, False))
        if origin is not None and origin.norm.must
    )


class _Elastic:
    def __init__(
        self,
        case: Case,
        kept: frozenset[Bound] | None,
        people: frozenset[str] | None,
        seconds: Callable[[], float],
    ) -> None:
        self.case, self.only, self.seconds = case, kept, seconds
        arrays, rows, columns = _prepared(case)
        self.arrays: Arrays = demanding(case, arrays, people)
        self.rows, self.columns = rows.copied(), Columns(self.arrays, columns.keys)
        self._bend(0)

    def _bend(self, first: int) -> None:
        """Rows from `first` on: musts cost one point a unit, wishes nothing."""
        for row in range(first, len(self.rows)):
            limits = self.rows.limits[row]
            bent = RowLimits()
            for origin, least in ((limits.asked, True), (limits.allowed, False)):
                if origin is None or not origin.norm.must:
                    continue
                name = (origin.norm.id, origin.about, least)
                if self.only is not None and name not in self.only:
                    continue
                if least:
                    bent.lower, bent.short_price, bent.asked = limits.lower, 1, origin
                else:
                    bent.upper, bent.over_price, bent.allowed = limits.upper, 1, origin
            self.rows.limits[row] = bent
        self.rows.refresh()

    def run(self) -> Feasibility:
        for _ in range(ROUNDS):
            left = self.seconds()
            if left <= 0:
                return Feasibility(Possibility.UNKNOWN)
            solved = whole_program(self.rows, self.columns).solve(False, left)
            if not solved.optimal:
                return Feasibility(Possibility.UNKNOWN)
            lazily = self._add(self._broken(solved))
            size = solved.duals.size
            duals = clip(self.rows, np.concatenate((solved.duals, np.zeros(len(self.rows) - size))))
            priced = all_reduced_costs(self.arrays, self.rows, duals, solved.own)
            if priced.exact_bound > 0:
                return self._proven(duals, priced.least, solved)
            missing = np.setdiff1d(priced.keys, self.columns.keys)
            if not lazily and not missing.size:
                return self._whole(solved)
            self.columns = self.columns.plus(missing)
        return Feasibility(Possibility.UNKNOWN)

    def _add(self, board: RowBoard) -> int:
        before = len(self.rows)
        added = self.rows.add(board)
        self._bend(before)
        return added

    def _broken(self, solved: Solved) -> RowBoard:
        used = np.flatnonzero(solved.value > 1e-6)
        columns = self.columns.where(used)
        parts = (columns.cadre, columns.bundle, columns.commune, solved.value[used])
        rows = zip(*(part.tolist() for part in parts), strict=True)
        return broken_lazily(self.case, rows, self.arrays.communes)

    def _proven(self, duals: Floats, least: Floats, solved: Solved) -> Feasibility:
        found = certificate_of(self.rows, duals, 0).duals
        weighing = np.flatnonzero((least > 0) & (self.arrays.unplaced > 0)).tolist()
        weights = {self.case.cadres[p].code: float(least[p]) for p in weighing}
        return Feasibility(
            Possibility.IMPOSSIBLE,
            duals=found,
            missing=self._missing(solved),
            unplaced=self._left(solved),
            weights=weights,
        )

    def _missing(self, solved: Solved) -> tuple[tuple[Bound, float], ...]:
        matrix = self.columns.matrix(self.rows)
        short, over = self.rows.missed(np.asarray(matrix @ solved.value))
        found: list[tuple[Bound, float]] = []
        for row, limits in enumerate(self.rows.limits):
            for origin, least, amount in (
                (limits.asked, True, short[row]),
                (limits.allowed, False, over[row]),
            ):
                if origin is not None and amount > 1e-6:
                    found.append(((origin.norm.id, origin.about, least), float(amount)))
        return tuple(found)

    def _left(self, solved: Solved) -> tuple[str, ...]:
        placed = np.zeros(self.arrays.cadres)
        np.add.at(placed, self.columns.cadre, solved.value)
        left = np.flatnonzero((placed < 1 - 1e-6) & (self.arrays.unplaced > 0)).tolist()
        return tuple(self.case.cadres[p].code for p in left)

    def _whole(self, solved: Solved) -> Feasibility:
        """The program bends nothing; so does a whole plan, if one is found."""
        plan = rounded(
            self.case, self._hard(), self.columns, solved.value, self.columns, self.seconds()
        )
        if plan is not None and self._keeps(plan):
            return Feasibility(Possibility.POSSIBLE)
        every = every_column(self.arrays)
        return self._twice(every) if len(every) <= LARGEST_SECOND else _unknown()

    def _hard(self) -> Rows:
        """The same rows, unbending."""
        rows = self.rows.copied()
        for row, limits in enumerate(rows.limits):
            rows.limits[row] = replace(limits, short_price=INFINITE, over_price=INFINITE)
        rows.refresh()
        return rows

    def _keeps(self, plan: Incumbent) -> bool:
        spare, hard = self.arrays.unplaced > 0, self._hard()
        return bool(
            hard.slack_cost(plan.activity(hard)) == 0 and not ((plan.key < 0) & spare).any()
        )

    def _twice(self, every: Columns) -> Feasibility:
        """A small case in whole numbers, asked of two solvers; impossible only if both say so."""
        from solver.proof.second_opinion import bends

        self.columns = every
        while True:
            program = whole_program(self.rows, every)
            solved = program.solve(True, self.seconds(), relative_gap=0.0)
            if not solved.found or not solved.optimal:
                return _unknown()
            plan = Incumbent.nobody(self.arrays).replaced(program.people, every, solved.value > 0.5)
            if self._add(broken_lazily(self.case, plan.triples(), self.arrays.communes)):
                continue
            if self._keeps(plan):
                return Feasibility(Possibility.POSSIBLE)
            other = bends(self.rows, every)
            if other is None or other <= 0 or solved.objective <= 0.5:
                return _unknown()
            missing, left = self._missing(solved), self._left(solved)
            return Feasibility(Possibility.IMPOSSIBLE, duals=(), missing=missing, unplaced=left)


def _unknown() -> Feasibility:
    return Feasibility(Possibility.UNKNOWN)
