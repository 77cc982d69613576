"""Linear and mixed programs over given columns, handed to HiGHS.

Variables: columns, then each cadre without a post, then one `short` and one `over` per priced row.
Rows: those of the rules, then one per cadre (a column or none).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from scipy import sparse

from planner.check.pairs import Bools, Ints
from solver.program.columns import Columns
from solver.program.rows import Floats, Rows

WIDE = highspy.kHighsInf
STATUSES = sorted(highspy.HighsBasisStatus.__members__.values(), key=int)
LOWER = int(highspy.HighsBasisStatus.kLower)
BASIC = int(highspy.HighsBasisStatus.kBasic)


@dataclass(frozen=True, eq=False, kw_only=True)
class Basis:
    """Where a linear program stopped, named so that a changed program can go on from there.

    HiGHS' statuses (small integers): of columns by key, of each cadre without a post, of `short`
    and `over` and the row itself per rule row, and of each cadre's own row.
    """

    columns: Ints
    none: Ints
    short: Ints
    over: Ints
    rows: Ints
    own: Ints

    def grown(self, before: Ints, after: Ints, rows: int) -> "Basis":
        """The same basis once columns (keys, ascending) and rows have joined."""
        columns = np.full(after.size, LOWER, dtype=np.int64)
        columns[np.searchsorted(after, before)] = self.columns
        more = rows - self.rows.size

        def longer(part: Ints, fill: int) -> Ints:
            return np.concatenate((part, np.full(more, fill, dtype=np.int64)))

        short, over = longer(self.short, LOWER), longer(self.over, LOWER)
        return Basis(
            columns=columns,
            none=self.none,
            short=short,
            over=over,
            rows=longer(self.rows, BASIC),
            own=self.own,
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class Solved:
    """`value` per column; `duals` per rule row, `own` per cadre (programs without whole numbers).

    `status` is HiGHS' word; `optimal` means solved to its tolerances, `found` that there is a
    solution at all.
    """

    optimal: bool
    found: bool
    objective: float
    value: Floats
    duals: Floats
    own: Floats
    status: str
    basis: Basis | None = None


@dataclass(frozen=True, eq=False)
class Program:
    """Columns free to move, people free to move, and what is already sitting on the rows."""

    rows: Rows
    columns: Columns
    people: Ints
    """Cadres who take one of the columns or none; ascending."""
    sitting: Floats
    """Activity of the rows from everybody else."""

    def solve(
        self,
        whole: bool,
        seconds: float,
        nodes: int = 0,
        relative_gap: float = 1e-9,
        start: Bools | None = None,
        seed: int = 1,
        basis: Basis | None = None,
        interrupted: Callable[[], bool] | None = None,
        improved: Callable[[Any], None] | None = None,
    ) -> Solved:
        """Solves it; `whole` asks for whole columns, `nodes` ends a search by work; `improved` is
        told of better whole solutions."""
        model, used = self._model(whole)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("random_seed", seed)
        solver.setOptionValue("time_limit", max(0.1, float(seconds)))
        solver.setOptionValue("mip_rel_gap", relative_gap)
        solver.setOptionValue("mip_abs_gap", 0.99 if whole else 1e-6)
        if nodes:
            solver.setOptionValue("mip_max_nodes", nodes)
        solver.passModel(model)
        if start is not None:
            self._hand_over(solver, start, used)
        if basis is not None:
            self._go_on_from(solver, basis, used)
        if interrupted is not None:

            def ask(event: Any) -> None:
                if interrupted():
                    event.interrupt()

            solver.cbSimplexInterrupt += ask
        if improved is not None:
            solver.cbMipImprovingSolution += improved
        solver.run()
        return self._read(solver, used, whole)

    def _constant(self, used: Ints) -> tuple[float, Floats]:
        """What rows without any column here cost anyway, and duals that say so."""
        bare = np.ones(len(self.rows), dtype=np.bool_)
        bare[used] = False
        short, over = (np.where(bare, missed, 0) for missed in self.rows.missed(self.sitting))
        low, high = self.rows.short_price, self.rows.over_price
        duals = np.where((short > 0) & np.isfinite(low), low, 0.0)
        duals = np.where((over > 0) & np.isfinite(high), -high, duals)
        return float(np.abs(duals) @ (short + over)), duals

    def _model(self, whole: bool) -> tuple[highspy.HighsLp, Ints]:
        matrix = self.columns.matrix(self.rows)
        touched = np.diff(sparse.csr_array(matrix).indptr) > 0
        bounded = np.isfinite(self.rows.lower) | np.isfinite(self.rows.upper)
        used = np.flatnonzero(touched & bounded)
        lower, upper = self.rows.lower[used], self.rows.upper[used]
        low, high = lower - self.sitting[used], upper - self.sitting[used]
        short, over = self._slack_rows(used)
        number, cadres = len(self.columns), self.people.size
        owner = np.searchsorted(self.people, self.columns.cadre)
        own = sparse.csc_array(
            (np.ones(number), (owner, np.arange(number))), shape=(cadres, number)
        )
        none = sparse.csc_array(sparse.eye(cadres))
        blank = sparse.csc_array((used.size, cadres))
        slack_rows = np.concatenate((short, over))
        slack = _slack(short, over, used.size)
        empty = sparse.csc_array((cadres, slack_rows.size))
        whole_matrix = sparse.csc_array(
            sparse.block_array(
                [[sparse.csr_array(matrix)[used], blank, slack], [own, none, empty]], format="csc"
            )
        )
        model = highspy.HighsLp()
        model.num_col_ = number + cadres + slack_rows.size
        model.num_row_ = used.size + cadres
        model.col_cost_ = np.concatenate(
            (
                self.columns.cost,
                self.columns.arrays.unplaced[self.people],
                self.rows.short_price[used][short],
                self.rows.over_price[used][over],
            )
        ).astype(np.float64)
        model.col_lower_ = np.zeros(model.num_col_)
        model.col_upper_ = np.concatenate(
            (np.ones(number + cadres), np.full(slack_rows.size, WIDE))
        )
        model.row_lower_ = np.concatenate((np.where(np.isinf(low), -WIDE, low), np.ones(cadres)))
        model.row_upper_ = np.concatenate((np.where(np.isinf(high), WIDE, high), np.ones(cadres)))
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = whole_matrix.indptr
        model.a_matrix_.index_ = whole_matrix.indices
        model.a_matrix_.value_ = whole_matrix.data
        if whole:
            kinds = [highspy.HighsVarType.kInteger] * number
            kinds += [highspy.HighsVarType.kContinuous] * (model.num_col_ - number)
            model.integrality_ = kinds
        return model, used

    def _hand_over(self, solver: highspy.Highs, start: Bools, used: Ints) -> None:
        """Gives HiGHS a plan to begin with: whole columns, the rest follows from them."""
        solution = highspy.HighsSolution()
        chosen = self.columns.where(start)
        placed = np.isin(self.people, chosen.cadre)
        activity = (chosen.matrix(self.rows) @ np.ones(len(chosen)) + self.sitting)[used]
        lower, upper = self.rows.lower[used], self.rows.upper[used]
        short = np.isfinite(lower) & np.isfinite(self.rows.short_price[used])
        over = np.isfinite(upper) & np.isfinite(self.rows.over_price[used])
        solution.col_value = list(
            np.concatenate(
                (
                    start.astype(np.float64),
                    (~placed).astype(np.float64),
                    np.maximum(0, lower - activity)[short],
                    np.maximum(0, activity - upper)[over],
                )
            )
        )
        solver.setSolution(solution)

    def _slack_rows(self, used: Ints) -> tuple[Ints, Ints]:
        """Positions in `used` of the rows that have a `short`, and of those that have an `over`."""
        lower, upper = self.rows.lower[used], self.rows.upper[used]
        short = np.flatnonzero(np.isfinite(lower) & np.isfinite(self.rows.short_price[used]))
        over = np.flatnonzero(np.isfinite(upper) & np.isfinite(self.rows.over_price[used]))
        return short, over

    def _go_on_from(self, solver: highspy.Highs, basis: Basis, used: Ints) -> None:
        """Gives HiGHS the basis to begin with; it mends what no longer fits."""
        short, over = self._slack_rows(used)
        given = highspy.HighsBasis()
        parts = (basis.columns, basis.none, basis.short[used][short], basis.over[used][over])
        given.col_status = [STATUSES[n] for n in np.concatenate(parts).tolist()]
        rows = np.concatenate((basis.rows[used], basis.own))
        given.row_status = [STATUSES[n] for n in rows.tolist()]
        given.valid = True
        given.alien = True
        solver.setBasis(given)

    def _basis(self, solver: highspy.Highs, used: Ints) -> Basis:
        found = solver.getBasis()
        columns = np.array([int(status) for status in found.col_status], dtype=np.int64)
        rows = np.array([int(status) for status in found.row_status], dtype=np.int64)
        number, cadres = len(self.columns), self.people.size
        short, over = self._slack_rows(used)
        slack = columns[number + cadres :]
        every = len(self.rows)
        shorts, overs = (np.full(every, LOWER) for _ in range(2))
        shorts[used[short]] = slack[: short.size]
        overs[used[over]] = slack[short.size :]
        statuses = np.full(every, BASIC)
        statuses[used] = rows[: used.size]
        own = rows[used.size :]
        none = columns[number : number + cadres]
        return Basis(
            columns=columns[:number], none=none, short=shorts, over=overs, rows=statuses, own=own
        )

    def _read(self, solver: highspy.Highs, used: Ints, whole: bool) -> Solved:
        status = solver.getModelStatus()
        info, solution = solver.getInfo(), solver.getSolution()
        number = len(self.columns)
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        value = np.array(solution.col_value[:number]) if found else np.zeros(number)
        constant, duals = self._constant(used)
        own = np.zeros(self.people.size)
        if not whole and solution.dual_valid:
            given = np.array(solution.row_dual)
            duals[used] = given[: used.size]
            own = given[used.size :]
        return Solved(
            optimal=status == highspy.HighsModelStatus.kOptimal,
            found=found,
            objective=float(info.objective_function_value) + constant,
            value=value,
            duals=duals,
            own=own,
            status=solver.modelStatusToString(status),
            basis=None if whole or not found else self._basis(solver, used),
        )


def whole_program(rows: Rows, columns: Columns) -> Program:
    """The program in which everybody is free."""
    people = np.arange(columns.arrays.cadres, dtype=np.int64)
    return Program(rows, columns, people, np.zeros(len(rows)))


def _slack(short: Ints, over: Ints, rows: int) -> sparse.csc_array:
    """A column for each row that may be missed: +1 where below its bound, -1 where above."""
    touched = np.concatenate((short, over))
    signs = np.concatenate((np.ones(short.size), -np.ones(over.size)))
    return sparse.csc_array((signs, (touched, np.arange(touched.size))), shape=(rows, touched.size))
