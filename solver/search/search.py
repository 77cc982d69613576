"""The draft: column generation for the bound, repair for the plan, an exact finish when small."""

from collections.abc import Callable

import numpy as np

from planner.case import Case
from planner.check.certificate import Certificate
from planner.check.pairs import Arrays, arrays_of
from planner.plan.gap import relative_gap
from solver.program.columns import Columns, start_columns
from solver.program.lazy_rows import broken_lazily
from solver.program.program import Basis, Solved, whole_program
from solver.program.rows import Floats, RowBoard, Rows
from solver.progress import Clock, Draft, Limits, Outcome, Progress, Report
from solver.search.best_plan import Incumbent
from solver.search.reduced_costs import (
    AllReduced,
    all_reduced_costs,
    certificate_of,
    clip,
    columns_within,
)
from solver.search.repair import rounded, sweep, workers_of
from solver.search.size import EXACT_UNITS, gap_by_size
from solver.search.warm_start import KEPT_SLACK, Kept, start_in

LARGEST_EXACT = 60_000
"""Columns up to which the last program is solved to the end."""
EXACT_NODES = 20_000
LAST_ROUND = 60
SWEEPS = 2
WINDOW = 10
POOL_SLACK = 60
"""Points of reduced cost up to which a column may serve the exact finish."""
WINDOW_SLACK = 8
"""The same for the windows, which gain little from dearer ones and take far longer with them."""
CLOSE = 1 / 3
"""Part of the wanted gap at which pricing ends: what is left of it is for whole numbers."""


def draft(case: Case, limits: Limits, report: Report) -> Draft:
    """A lawful plan and a bound against all lawful pairs, as good as the limits allow."""
    return Search(case, limits, report).run()


class Search:
    """One search: its rows and columns, the best plan and the best bound so far."""

    def __init__(
        self,
        case: Case,
        limits: Limits,
        report: Report,
        after: Kept | None = None,
        interrupted: Callable[[], bool] | None = None,
    ) -> None:
        """`after`: what a search of a case like this one left; it makes this one shorter.
        `interrupted` is asked often; once it says yes, the search ends as if its time were up."""
        self.case, self.limits, self._report = case, limits, report
        self._interrupted = interrupted
        self.clock = Clock(limits.seconds, interrupted or (lambda: False))
        self._say("arrays")
        self.arrays: Arrays = arrays_of(case)
        self.rows = Rows(case, self.arrays)
        self.start = start_in(after, case, self.arrays, self.rows) if after else None
        seats = case.organisation.capacity
        self.columns = self.start.columns if self.start else start_columns(self.arrays, seats)
        self.basis = self.start.basis if self.start else None
        self.priced = self.columns
        """The columns of the last program solved; `columns` may hold more."""
        self.best: Incumbent | None = None
        self.cost: int | None = None
        self.bound: int | None = None
        self.exact_bound = -np.inf
        self.certificate: Certificate | None = None
        self.duals = np.zeros(len(self.rows))
        self.least = self.arrays.unplaced.astype(np.float64)
        self.last_basis: Basis | None = None
        self.rounds = 0
        self.work = limits.work if limits.work is not None else LAST_ROUND + SWEEPS
        self.cut = False

    @property
    def target(self) -> float:
        if self.limits.gap is not None:
            return self.limits.gap
        return gap_by_size(self.case) if self.rows.priced else 0.0

    def run(self) -> Draft:
        if self.start is not None:
            self._go_on()
        solved = self._price_out()
        wanted = self.limits.gap or 0.0
        if solved is not None and not self.clock.out and not self._within(wanted):
            self._offer(self._rounded(solved))
        if self.best is not None and not self._within(wanted):
            self._finish()
        self.cut = self.cut or self.clock.out
        return self._result()

    def _go_on(self) -> None:
        """A bound from the duals that are there already, and what is left of the plan."""
        assert self.start is not None
        duals = clip(self.rows, self.start.duals)
        nothing = np.full(self.arrays.cadres, -np.inf)
        priced = all_reduced_costs(self.arrays, self.rows, duals, nothing)
        self._bound_with(duals, priced)
        self.start.best.add_broken(self.case, self.rows)
        self._offer(self.start.best)

    def _price_out(self) -> Solved | None:
        """Rounds of program and pricing until no column is missing, or work or time is up."""
        last: Solved | None = None
        while self.rounds < min(self.work, LAST_ROUND) and not self.clock.out:
            solved = whole_program(self.rows, self.columns).solve(
                False,
                self.clock.left,
                seed=self.limits.seed,
                basis=self.basis,
                interrupted=self._interrupted,
            )
            self.basis = None
            if not solved.optimal:
                self.cut = True
                break
            last, self.priced = solved, self.columns
            self.last_basis = solved.basis
            self.rounds += 1
            lazily = self.rows.add(self._broken(solved))
            missing = self._price(solved)
            self._say("pricing")
            if len(self.case.communes) > EXACT_UNITS:
                self._offer(self._rounded(solved))
                if self._within(self.limits.gap or 0.0):
                    break
            apart = solved.objective - self.exact_bound
            near = apart <= CLOSE * self.target * abs(solved.objective)
            if (near and self.target > 0) or not (lazily or missing.size):
                break
            self.columns = self.columns.plus(missing)
            if solved.basis is not None:
                self.basis = solved.basis.grown(self.priced.keys, self.columns.keys, len(self.rows))
        return last

    def _padded(self, duals: Floats) -> Floats:
        """`duals` with 0 for the lazy rows that joined since."""
        return np.concatenate((duals, np.zeros(len(self.rows) - duals.size)))

    def _broken(self, solved: Solved) -> RowBoard:
        used = np.flatnonzero(solved.value > 1e-6)
        values = self.columns.where(used).with_values(solved.value[used])
        return broken_lazily(self.case, values, self.arrays.communes)

    def _price(self, solved: Solved) -> np.ndarray:
        """Keys of columns the program lacks; improves the bound on the way."""
        duals = clip(self.rows, self._padded(solved.duals))
        priced = all_reduced_costs(self.arrays, self.rows, duals, solved.own)
        self._bound_with(duals, priced)
        return np.setdiff1d(priced.keys, self.columns.keys)

    def _bound_with(self, duals: np.ndarray, priced: AllReduced) -> None:
        if priced.exact_bound > self.exact_bound:
            self.exact_bound = priced.exact_bound
            self.bound = max(0, priced.bound)
            self.duals, self.least = duals, priced.least
            self.certificate = certificate_of(self.rows, duals, self.bound)
            self._say("bound", certificate=self.certificate)

    def _rounded(self, solved: Solved) -> Incumbent | None:
        self._say("repair")
        return rounded(
            self.case, self.rows, self.priced, solved.value, self.columns, self.clock.left
        )

    def _offer(self, plan: Incumbent | None) -> None:
        """Keeps `plan` if it is lawful and better, and says so."""
        cost = plan.cost(self.rows) if plan is not None else None
        if plan is None or cost is None or (self.cost is not None and cost >= self.cost):
            return
        self.best, self.cost = plan, cost
        self._say("plan", plan)

    def _within(self, wanted: float) -> bool:
        """Whether the best plan is proven to be within this relative gap."""
        gap = relative_gap(self.cost, self.bound)
        return gap is not None and gap <= wanted

    def _finish(self) -> None:
        """The exact program over all columns that could still matter, or windows over a pool."""
        assert self.cost is not None and self.best is not None
        duals = self._padded(self.duals)
        slack = max(1.0, self.cost - self.exact_bound)
        keys = columns_within(self.arrays, self.rows, duals, self.least, min(slack, POOL_SLACK))
        pool = Columns.of(self.arrays, keys, self.best.columns.keys)
        if slack <= POOL_SLACK and len(pool) <= LARGEST_EXACT:
            self._exact(pool)
        elif len(self.case.communes) <= EXACT_UNITS:
            keys = columns_within(self.arrays, self.rows, duals, self.least, slack)
            self._exact(Columns.of(self.arrays, keys, self.best.columns.keys))
        elif slack > self.target * self.cost:
            keys = columns_within(self.arrays, self.rows, duals, self.least, WINDOW_SLACK)
            self._windows(Columns.of(self.arrays, keys, self.best.columns.keys))

    def _exact(self, pool: Columns) -> None:
        """Solves over every column that a better plan could use, so the answer is the best plan."""
        assert self.best is not None
        while not self.clock.out:
            self._say("exact")
            start = np.isin(pool.keys, self.best.columns.keys)
            program = whole_program(self.rows, pool)
            solved = program.solve(
                True, self.clock.left, nodes=EXACT_NODES, relative_gap=0.0, start=start
            )
            if not solved.found:
                return
            chosen = solved.value > 0.5
            plan = self.best.replaced(program.people, pool, chosen)
            if plan.add_broken(self.case, self.rows):
                continue
            self._offer(plan)
            if solved.optimal and self.cost is not None:
                self.bound = max(self.bound or 0, min(self.cost, round(solved.objective)))
                self._say("exact")
            return

    def _windows(self, pool: Columns) -> None:
        assert self.best is not None
        with workers_of(self.limits.workers) as workers:
            for number in range(min(SWEEPS, max(0, self.work - self.rounds))):
                if self.clock.out:
                    return
                self._say("windows")
                shift = number * (WINDOW // 2)
                plan = self.best
                better = sweep(
                    self.case,
                    self.rows,
                    plan,
                    pool,
                    WINDOW,
                    shift,
                    lambda: self.clock.left,
                    workers,
                )
                self._offer(better)
                if self._within(self.limits.gap or 0.0):
                    return

    def kept(self) -> Kept | None:
        """What a later search of a case like this one can go on from; None without a plan."""
        if self.best is None:
            return None
        duals = self._padded(self.duals)
        self.best.cost(self.rows)
        keys = columns_within(self.arrays, self.rows, duals, self.least, KEPT_SLACK)
        pool = Columns.of(self.arrays, keys, self.best.columns.keys)
        return Kept(
            case=self.case,
            arrays=self.arrays,
            rows=self.rows,
            columns=self.priced,
            basis=self.last_basis,
            duals=duals,
            least=self.least,
            best=self.best,
            pool=pool,
        )

    def _say(
        self, stage: str, plan: Incumbent | None = None, certificate: Certificate | None = None
    ) -> None:
        words = plan.plan(self.case) if plan is not None else None
        cost, bound = getattr(self, "cost", None), getattr(self, "bound", None)
        self._report(
            Progress(
                self.clock.elapsed,
                stage,
                cost=cost,
                bound=bound,
                plan=words,
                certificate=certificate,
            )
        )

    def _result(self) -> Draft:
        lawful = self.best is not None and self.cost is not None
        good = Outcome.BEST if self.cost == self.bound else Outcome.GOOD
        return Draft(
            good if lawful else Outcome.NO_ANSWER_YET,
            self.clock.elapsed,
            plan=self.best.plan(self.case) if self.best and lawful else None,
            cost=self.cost if lawful else None,
            bound=self.bound,
            cut_by_clock=self.cut,
            within_gap=lawful and self._within(self.target),
            rounds=self.rounds,
            certificate=self.certificate,
        )
