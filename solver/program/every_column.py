"""Every lawful column of a case as one program, for small cases."""

import numpy as np

from planner.case import Case
from planner.check.gates import CLOSED
from planner.check.pairs import Arrays, arrays_of
from planner.rules import all_rules
from planner.rules.shape import Count
from solver.program.columns import Columns
from solver.program.rows import RowBoard, Rows


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
