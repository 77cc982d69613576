"""The oracle: one mixed program over every lawful column and every row, solved to the end.

It shares rows and costs with the engine but none of its search, so the engine's answers on small
cases are compared with it. Beyond a few communes it is far too slow; that is the point of the rest.
"""

import numpy as np

from planner.arrays import Arrays, arrays_of
from planner.case import Case
from planner.eligibility import CLOSED
from planner.rules import all_rules
from planner.rules.shape import Count
from solver.columns import Columns
from solver.incumbent import Incumbent
from solver.program import whole_program
from solver.progress import Draft, Outcome
from solver.rows import RowBoard, Rows


def everything(case: Case) -> tuple[Rows, Columns]:
    """Every row, the lazy ones among them, and every lawful column of a small case."""
    arrays = arrays_of(case)
    rows = Rows(case, arrays)
    board = RowBoard(arrays.communes)
    for rule in all_rules():
        if isinstance(rule, Count) and rule.lazy:
            rule.constrain(case, board)
    rows.add(board)
    return rows, every_column(arrays)


def every_column(arrays: Arrays) -> Columns:
    """Every lawful column."""
    pairs = arrays.pair_cadre.size
    keys = [
        np.flatnonzero(arrays.cost_in(commune) < CLOSED) + commune * pairs
        for commune in range(arrays.communes)
    ]
    return Columns.of(arrays, *keys)


def oracle(case: Case, seconds: float = 600) -> Draft:
    """The best plan of a small case, or `no_answer_yet` when there is none or the time is up."""
    rows, columns = everything(case)
    program = whole_program(rows, columns)
    solved = program.solve(True, seconds, relative_gap=0.0)
    if not (solved.found and solved.optimal):
        return Draft(Outcome.NO_ANSWER_YET, seconds)
    best = Incumbent.nobody(columns.arrays).replaced(
        program.people, program.columns, solved.value > 0.5
    )
    cost = best.cost(rows)
    if cost is None:
        return Draft(Outcome.NO_ANSWER_YET, seconds)
    return Draft(Outcome.BEST, 0.0, best.plan(case), cost, cost)
