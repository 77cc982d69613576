"""A second opinion on small cases: the oracle's program handed to CP-SAT instead of HiGHS.

Another search over the same rows and columns; where both finish they must agree to the point.
"""

import numpy as np
from ortools.sat.python import cp_model
from scipy import sparse

from planner.case import Case
from solver.program.columns import Columns
from solver.program.every_column import everything
from solver.program.program import whole_program
from solver.program.rows import Rows
from solver.progress import Draft, Outcome
from solver.search.best_plan import Incumbent


def second_opinion(case: Case, work: float = 60.0) -> Draft:
    """The best plan by CP-SAT within `work` units of deterministic time; `no_answer_yet` when it
    did not finish or the plan misses a must. Best is said only when objective equals bound."""
    rows, columns = everything(case)
    model, takes = model_of(rows, columns)
    solver = _solver(work)
    solver.solve(model)
    if solver.objective_value != solver.best_objective_bound:
        return Draft(Outcome.NO_ANSWER_YET, solver.wall_time)
    chosen = np.array([bool(solver.value(take)) for take in takes], dtype=np.bool_)
    people = whole_program(rows, columns).people
    best = Incumbent.nobody(columns.arrays).replaced(people, columns, chosen)
    found = best.cost(rows)
    if found is None:
        return Draft(Outcome.NO_ANSWER_YET, solver.wall_time)
    return Draft(Outcome.BEST, solver.wall_time, plan=best.plan(case), cost=found, bound=found)


def model_of(rows: Rows, columns: Columns) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The whole program as CP-SAT takes it, and its columns."""
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in range(len(columns))]
    cost = [(int(points), take) for points, take in zip(columns.cost, takes, strict=True)]
    by_cadre: list[list[cp_model.IntVar]] = [[] for _ in range(columns.arrays.cadres)]
    for cadre, take in zip(columns.cadre.tolist(), takes, strict=True):
        by_cadre[cadre].append(take)
    for cadre, own in enumerate(by_cadre):
        spare = model.new_bool_var("")
        model.add_exactly_one([*own, spare])
        cost.append((int(columns.arrays.unplaced[cadre]), spare))
    matrix = sparse.csr_array(columns.matrix(rows))
    largest = int(abs(matrix).sum(axis=1).max()) + 10**4
    for row in range(len(rows)):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        weights = matrix.data[part].astype(int).tolist()
        total = cp_model.LinearExpr.weighted_sum(
            [takes[column] for column in matrix.indices[part].tolist()], weights
        )
        for bound, price, sign in (
            (rows.lower[row], rows.short_price[row], 1),
            (rows.upper[row], rows.over_price[row], -1),
        ):
            if not np.isfinite(bound):
                continue
            slack = model.new_int_var(0, largest if np.isfinite(price) else 0, "")
            if np.isfinite(price):
                cost.append((int(price), slack))
            model.add(sign * total + slack >= sign * int(bound))
    model.minimize(sum(points * variable for points, variable in cost))
    return model, takes


def bends(rows: Rows, columns: Columns, work: float = 30.0) -> int | None:
    """The least cost over whole plans, by CP-SAT; None when it did not finish."""
    model, _ = model_of(rows, columns)
    solver = _solver(work)
    solver.solve(model)
    if solver.objective_value != solver.best_objective_bound:
        return None
    return round(solver.objective_value)


def _solver(work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = work
    return solver
