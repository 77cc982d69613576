"""The oracle: one mixed program over every lawful column and every row, solved to the end.

It shares rows and costs with the engine but none of its search, so the engine's answers on small
cases are compared with it. Beyond a few communes it is far too slow; that is the point of the rest.
"""

from planner.case import Case
from solver.program.every_column import everything
from solver.program.program import whole_program
from solver.progress import Draft, Outcome
from solver.search.best_plan import Incumbent


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
    return Draft(Outcome.BEST, 0.0, plan=best.plan(case), cost=cost, bound=cost)
