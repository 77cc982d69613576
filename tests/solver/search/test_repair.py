"""Windows: never worse, always lawful, the same with any number of workers."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Scenario
from planner.check import check
from planner.check.pairs import arrays_of
from solver.program.columns import start_columns
from solver.program.program import whole_program
from solver.program.rows import Rows
from solver.search.best_plan import Incumbent
from solver.search.repair import rounded, sweep, windows
from tests.builders import DAY


def first_plan(situation: Situation):  # type: ignore[no-untyped-def]
    """A case of ten units with a crude first plan and a pool to better it from."""
    case = make_case(sample("Hà Nội", 9, situation, 10), Scenario("PA1", DAY))
    arrays = arrays_of(case)
    rows = Rows(case, arrays)
    few = start_columns(arrays, np.zeros_like(case.organisation.capacity), per_cadre=2, near=2)
    solved = whole_program(rows, few).solve(False, 60)
    plan = rounded(case, rows, few, solved.value, few, 60)
    assert plan is not None
    return case, rows, plan, start_columns(arrays, case.organisation.capacity)


@pytest.mark.parametrize("situation", list(Situation))
def test_a_sweep_makes_a_crude_plan_better_and_keeps_it_lawful(situation: Situation) -> None:
    case, rows, plan, pool = first_plan(situation)
    before = plan.cost(rows)
    better = sweep(case, rows, plan, pool, 4, 0, lambda: 60.0)
    after = better.cost(rows)
    assert before is not None and after is not None and after < before
    report = check(case, better.plan(case))
    assert report.lawful and report.cost == after


def test_two_workers_give_the_plan_of_one() -> None:
    case, rows, plan, pool = first_plan(Situation.MERGER)
    alone = sweep(case, rows, plan, pool, 4, 0, lambda: 60.0)
    case, rows, plan, pool = first_plan(Situation.MERGER)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        together = sweep(case, rows, plan, pool, 4, 0, lambda: 60.0, workers)
    assert (alone.key == together.key).all()


def test_windows_hold_everybody_once() -> None:
    case, _, plan, _ = first_plan(Situation.MERGER)
    for shift in (0, 2):
        people = np.concatenate(list(windows(case, plan, 4, shift)))
        assert sorted(people.tolist()) == list(range(len(case.cadres)))


def test_nobody_placed_is_the_plan_to_begin_with() -> None:
    case, rows, plan, _ = first_plan(Situation.MERGER)
    empty = Incumbent.nobody(plan.arrays)
    report = check(case, empty.plan(case))
    assert report.lawful and report.cost == empty.cost(rows)
