"""Pricing: the reduced cost of every lawful column at given duals, and the bound that follows.

For any duals y of the rows, Σ_rows y·bound + Σ_cadres min(cost without a post, least reduced cost)
is at most the cost of every lawful plan (Lagrange). Duals are rounded to 1/64 first, so that every
sum here is exact in binary floating point.
"""

from dataclasses import dataclass
from math import ceil

import numpy as np
from scipy import sparse

from planner.check.certificate import GRAIN, Certificate, Dual
from planner.check.gates import CLOSED
from planner.check.pairs import Arrays, Ints
from solver.program.columns import cheapest_per_group
from solver.program.rows import Floats, Rows

FEW = 50
"""People up to whom a row's own columns are found one person at a time."""
THRESHOLD = 1 / GRAIN


def clip(rows: Rows, duals: Floats) -> Floats:
    """`duals` rounded and brought within what the prices of the rows allow."""
    low = np.where(np.isinf(rows.upper), 0, -rows.over_price)
    high = np.where(np.isinf(rows.lower), 0, rows.short_price)
    return np.rint(np.clip(duals, low, high) * GRAIN) / GRAIN


def certificate_of(rows: Rows, duals: Floats, bound: int) -> Certificate:
    """The clipped `duals` that prove `bound`, in the words that anybody can check."""
    found = []
    for row in np.flatnonzero(duals).tolist():
        limits, least = rows.limits[row], bool(duals[row] > 0)
        origin = limits.asked if least else limits.allowed
        assert origin is not None
        points = abs(round(float(duals[row]) * GRAIN))
        found.append(Dual(origin.norm.id, origin.about, least, points))
    return Certificate(bound, tuple(sorted(found)))


def reduced_costs(arrays: Arrays, rows: Rows, duals: Floats, commune: int) -> Floats:
    """Reduced cost of every pair in one commune, before the cadre's own dual; CLOSED or more where
    the pair is not allowed there."""
    spots = slice(commune * arrays.bundles, (commune + 1) * arrays.bundles)
    given = np.asarray(sparse.csc_array(rows.matrix[:, spots]).T @ duals)
    cost = arrays.cost_in(commune) - given[arrays.pair_bundle]
    member = np.zeros(arrays.cadres, dtype=np.bool_)
    for patch in rows.by_commune.get(commune, ()):
        dual = duals[patch.row]
        if not dual:
            continue
        if patch.cadres.size <= FEW:
            for cadre in patch.cadres:
                own = slice(arrays.first[cadre], arrays.first[cadre + 1])
                cost[own] -= dual * patch.weights[arrays.pair_bundle[own]]
        else:
            member[patch.cadres] = True
            pairs = np.flatnonzero(member[arrays.pair_cadre])
            member[patch.cadres] = False
            cost[pairs] -= dual * patch.weights[arrays.pair_bundle[pairs]]
    return np.asarray(cost, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class AllReduced:
    """`bound`: no lawful plan costs less. `least`: each cadre's dual. `keys`: columns that the
    program lacks most."""

    bound: int
    exact_bound: float
    least: Floats
    keys: Ints


def all_reduced_costs(
    arrays: Arrays,
    rows: Rows,
    duals: Floats,
    own: Floats,
    per_cadre: int = 3,
    per_bundle: int = 6,
) -> AllReduced:
    """One look at all columns, commune by commune. `duals` must have been clipped.

    Of the columns cheaper than their cadre's dual in `own`, keeps the cheapest few of each cadre,
    and of each bundle in each commune.
    """
    least = arrays.unplaced.astype(np.float64)
    some = np.flatnonzero(arrays.first[1:] > arrays.first[:-1])
    starts = arrays.first[some]
    limit = own[arrays.pair_cadre] - THRESHOLD
    by_bundle: list[Ints] = []
    by_cadre: list[tuple[Ints, Ints]] = []
    for commune in range(arrays.communes):
        cost = reduced_costs(arrays, rows, duals, commune)
        least[some] = np.minimum(least[some], np.minimum.reduceat(cost, starts))
        good = np.flatnonzero((cost < limit) & (cost < CLOSED / 2))
        gain = np.rint((cost[good] - limit[good]) * GRAIN).astype(np.int64)
        key = good + commune * arrays.pair_cadre.size
        by_bundle.append(key[cheapest_per_group(arrays.pair_bundle[good], gain, per_bundle)])
        few = cheapest_per_group(arrays.pair_cadre[good], gain, per_cadre)
        by_cadre.append((key[few], gain[few]))
    key = np.concatenate([keys for keys, _ in by_cadre])
    gain = np.concatenate([gains for _, gains in by_cadre])
    few = cheapest_per_group(arrays.pair_cadre[key % arrays.pair_cadre.size], gain, per_cadre)
    sides = np.where(duals > 0, rows.lower, np.where(duals < 0, rows.upper, 0))
    exact = float(duals @ sides + least.sum())
    keys = np.unique(np.concatenate((key[few], *by_bundle)))
    return AllReduced(ceil(exact - 1e-9), exact, least, keys)


def columns_within(arrays: Arrays, rows: Rows, duals: Floats, least: Floats, slack: float) -> Ints:
    """Keys of every column whose reduced cost is at most `slack` above its cadre's dual.

    With `slack` = cost of a known plan − bound, no column left out can be in a better plan.
    """
    limit = least[arrays.pair_cadre] + slack
    keys = []
    for commune in range(arrays.communes):
        cost = reduced_costs(arrays, rows, duals, commune)
        near = np.flatnonzero((cost <= limit) & (cost < CLOSED / 2))
        keys.append(near + commune * arrays.pair_cadre.size)
    return np.concatenate(keys)
