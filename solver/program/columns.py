"""A set of columns: (pair, commune) keys, sorted, so that a program is built always the same."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from planner.check.gates import CLOSED
from planner.check.pairs import Arrays, Ints
from solver.program.rows import Floats, Rows


@dataclass(frozen=True, eq=False)
class Columns:
    """`keys` = commune × number of pairs + pair, ascending and without repeats."""

    arrays: Arrays
    keys: Ints

    @classmethod
    def of(cls, arrays: Arrays, *keys: Ints) -> "Columns":
        return cls(arrays, np.unique(np.concatenate(keys)) if keys else np.zeros(0, np.int64))

    def __len__(self) -> int:
        return self.keys.size

    @cached_property
    def commune(self) -> Ints:
        return self.keys // self.arrays.pair_cadre.size

    @cached_property
    def pair(self) -> Ints:
        return self.keys % self.arrays.pair_cadre.size

    @cached_property
    def cadre(self) -> Ints:
        return self.arrays.pair_cadre[self.pair]

    @cached_property
    def bundle(self) -> Ints:
        return self.arrays.pair_bundle[self.pair]

    @cached_property
    def cost(self) -> Ints:
        return self.arrays.costs(self.pair, self.commune)

    def matrix(self, rows: Rows) -> sparse.csc_array:
        """Coefficients: rows × columns."""
        return rows.of_columns(self.cadre, self.bundle, self.commune)

    def with_values(self, values: Floats) -> list[tuple[int, int, int, float]]:
        """(cadre, bundle, commune, value) of each column."""
        parts = (self.cadre, self.bundle, self.commune, values)
        return list(zip(*(part.tolist() for part in parts), strict=True))

    def where(self, chosen: np.ndarray) -> "Columns":
        return Columns(self.arrays, self.keys[chosen])

    def plus(self, keys: Ints) -> "Columns":
        return Columns.of(self.arrays, self.keys, keys)


def cheapest_per_group(group: Ints, cost: Ints, number: int | Ints) -> Ints:
    """Positions of the `number` cheapest of each group (a number for all, or one per position,
    alike within a group), ties by position."""
    order = np.lexsort((np.arange(group.size), cost, group))
    ranked = group[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if ranked.size else ranked
    rank = np.arange(ranked.size) - np.repeat(starts, np.diff(np.r_[starts, ranked.size]))
    wanted = np.broadcast_to(number, group.shape)[order]
    return np.sort(order[rank < wanted])


def start_columns(arrays: Arrays, capacity: Ints, per_cadre: int = 4, near: int = 10) -> Columns:
    """Columns to begin with: for each cadre the cheapest over the nearest communes, and for each
    bundle of each commune as many of the cheapest as could ever sit there, and a few more.

    `capacity` is the number of seats, commune × bundle.
    """
    pairs = arrays.pair_cadre.size
    found: list[Ints] = []
    order = np.argsort(arrays.place_cost, axis=0, kind="stable")
    nearest = np.zeros(arrays.place_cost.shape, dtype=np.bool_)
    np.put_along_axis(nearest, order[: min(near, arrays.communes)], True, axis=0)
    near_keys: list[Ints] = []
    near_costs: list[Ints] = []
    for commune in range(arrays.communes):
        cost = arrays.cost_in(commune)
        open_pairs = np.flatnonzero(cost < CLOSED)
        bundle = arrays.pair_bundle[open_pairs]
        wanted = 2 * capacity[commune, bundle] + 3
        chosen = open_pairs[cheapest_per_group(bundle, cost[open_pairs], wanted)]
        found.append(chosen + commune * pairs)
        own = open_pairs[nearest[commune, arrays.pair_cadre[open_pairs]]]
        keep = own[cheapest_per_group(arrays.pair_cadre[own], cost[own], per_cadre)]
        near_keys.append(keep + commune * pairs)
        near_costs.append(cost[keep])
    keys, costs = np.concatenate(near_keys), np.concatenate(near_costs)
    few = cheapest_per_group(arrays.pair_cadre[keys % pairs], costs, per_cadre)
    return Columns.of(arrays, keys[few], *found)
