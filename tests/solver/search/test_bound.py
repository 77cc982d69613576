"""The bound holds at any duals, and so do its parts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.case import Case
from planner.check.gates import CLOSED
from planner.check.pairs import arrays_of
from solver.program.columns import Columns, cheapest_per_group
from solver.program.rows import Rows
from solver.progress import Draft
from solver.search.reduced_costs import (
    GRAIN,
    all_reduced_costs,
    clip,
    columns_within,
    reduced_costs,
)


@given(seed=st.integers(0, 10**6), size=st.sampled_from([1.0, 50.0, 3000.0]))
def test_no_duals_prove_more_than_the_best_plan(
    merger_case: Case, merger_draft: Draft, seed: int, size: float
) -> None:
    best = merger_draft
    arrays = arrays_of(merger_case)
    rows = Rows(merger_case, arrays)
    duals = clip(rows, np.random.default_rng(seed).normal(0, size, len(rows)))
    priced = all_reduced_costs(arrays, rows, duals, arrays.unplaced.astype(np.float64))
    assert best.cost is not None and priced.bound <= best.cost


def test_clipped_duals_lie_on_the_grain_and_within_the_prices(merger_case: Case) -> None:
    arrays = arrays_of(merger_case)
    rows = Rows(merger_case, arrays)
    duals = clip(rows, np.random.default_rng(1).normal(0, 10**5, len(rows)))
    assert (duals * GRAIN == np.rint(duals * GRAIN)).all()
    assert (duals <= np.where(np.isinf(rows.lower), 0, rows.short_price)).all()
    assert (duals >= np.where(np.isinf(rows.upper), 0, -rows.over_price)).all()


@given(seed=st.integers(0, 10**6))
def test_reduced_cost_is_cost_minus_coefficients_times_duals(merger_case: Case, seed: int) -> None:
    rng = np.random.default_rng(seed)
    arrays = arrays_of(merger_case)
    rows = Rows(merger_case, arrays)
    duals = clip(rows, rng.normal(0, 300, len(rows)))
    commune = int(rng.integers(arrays.communes))
    keys = rng.integers(0, arrays.pair_cadre.size, 60) + commune * arrays.pair_cadre.size
    columns = Columns.of(arrays, keys)
    wanted = columns.cost - columns.matrix(rows).T @ duals
    got = reduced_costs(arrays, rows, duals, commune)[columns.pair]
    allowed = columns.cost < CLOSED
    assert np.allclose(got[allowed], wanted[allowed])


def test_within_slack_nothing_that_could_matter_is_left_out(
    merger_case: Case, merger_draft: Draft
) -> None:
    best = merger_draft
    arrays = arrays_of(merger_case)
    rows = Rows(merger_case, arrays)
    duals = np.zeros(len(rows))
    priced = all_reduced_costs(arrays, rows, duals, arrays.unplaced.astype(np.float64))
    assert best.cost is not None and best.plan is not None
    keys = columns_within(arrays, rows, duals, priced.least, best.cost - priced.exact_bound)
    held = {(row.cadre, row.main) for row in best.plan.placements}
    columns = Columns.of(arrays, keys)
    kept = {
        (
            merger_case.cadres[p].code,
            f"{merger_case.communes[c].code}/{merger_case.organisation.bundles[b].main.code}",
        )
        for p, c, b in zip(columns.cadre, columns.commune, columns.bundle, strict=True)
    }
    assert held <= kept


def test_the_cheapest_of_each_group_are_taken_ties_by_place() -> None:
    group, cost = np.array([0, 1, 0, 1, 0]), np.array([3, 1, 2, 1, 2])
    assert cheapest_per_group(group, cost, 1).tolist() == [1, 2]
    assert cheapest_per_group(group, cost, 2).tolist() == [1, 2, 3, 4]
    assert cheapest_per_group(group, cost, np.array([1, 2, 1, 2, 1])).tolist() == [1, 2, 3]
