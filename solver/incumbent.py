"""The best plan so far, as one column (or none) per cadre, with its exact integer cost."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.arrays import Arrays, Bools, Ints
from planner.case import Case
from planner.plan import Placement, Plan
from solver.columns import Columns
from solver.lazy_rows import broken_lazily
from solver.rows import Floats, Rows

NOWHERE = -1


@dataclass(frozen=True, eq=False)
class Incumbent:
    """`key` of each cadre's column, NOWHERE without a post."""

    arrays: Arrays
    key: Ints

    @classmethod
    def nobody(cls, arrays: Arrays) -> "Incumbent":
        return cls(arrays, np.full(arrays.cadres, NOWHERE, dtype=np.int64))

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.arrays, np.sort(self.key[self.key != NOWHERE]))

    @property
    def commune(self) -> Ints:
        """Where each cadre sits, NOWHERE without a post."""
        return np.where(self.key == NOWHERE, NOWHERE, self.key // self.arrays.pair_cadre.size)

    def activity(self, rows: Rows) -> Floats:
        return np.asarray(self.columns.matrix(rows) @ np.ones(len(self.columns)))

    def cost(self, rows: Rows) -> int | None:
        """Points, or None when a must is broken."""
        slack = rows.slack_cost(self.activity(rows))
        left_out = self.key == NOWHERE
        if not np.isfinite(slack) or (left_out & self.arrays.demanded).any():
            return None
        return round(
            int(self.columns.cost.sum()) + int(self.arrays.unplaced[left_out].sum()) + slack
        )

    def replaced(self, people: Ints, columns: Columns, chosen: Bools) -> "Incumbent":
        """The plan in which `people` take the chosen columns or nothing."""
        key = self.key.copy()
        key[people] = NOWHERE
        taken = columns.where(chosen)
        key[taken.cadre] = taken.keys
        return Incumbent(self.arrays, key)

    def triples(self) -> list[tuple[int, int, int, float]]:
        """(cadre, bundle, commune, 1) of everybody placed."""
        columns = self.columns
        ones = np.ones(len(columns)).tolist()
        return list(
            zip(
                columns.cadre.tolist(),
                columns.bundle.tolist(),
                columns.commune.tolist(),
                ones,
                strict=True,
            )
        )

    def add_broken(self, case: Case, rows: Rows) -> int:
        """Adds to `rows` the lazy rows this plan breaks; how many."""
        return rows.add(broken_lazily(case, self.triples(), self.arrays.communes))

    def plan(self, case: Case) -> Plan:
        """The same plan in the words of the subject."""
        columns = self.columns
        placements = []
        rows = zip(
            columns.cadre.tolist(), columns.bundle.tolist(), columns.commune.tolist(), strict=True
        )
        for cadre, bundle, commune in rows:
            codes = [
                case.post_in[commune, case.title_at[code]].code
                for code in case.bundles[bundle].codes
            ]
            placements.append(
                Placement(case.cadres[cadre].code, codes[0], tuple(sorted(codes[1:])))
            )
        left = [case.cadres[p].code for p in np.flatnonzero(self.key == NOWHERE).tolist()]
        return Plan.of(placements, left)
