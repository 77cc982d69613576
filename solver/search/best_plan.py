"""The best plan so far, as one column (or none) per cadre, with its exact integer cost."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy import sparse

from planner.case import Case
from planner.check.pairs import Arrays, Bools, Ints
from planner.plan import Placement, Plan
from solver.program.columns import Columns
from solver.program.lazy_rows import broken_lazily, counted_lazily
from solver.program.rows import Floats, Rows

NOWHERE = -1


@dataclass
class Counted:
    """What a plan counts in rows of one matrix; it hangs on nobody's prices."""

    matrix: sparse.csc_array | None = None
    activity: Floats = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, eq=False)
class Incumbent:
    """`key` of each cadre's column, NOWHERE without a post."""

    arrays: Arrays
    key: Ints
    counted: Counted = field(default_factory=Counted)
    """What was counted last."""

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
        """What the plan counts in each row; worked out once for rows that count the same."""
        if self.counted.matrix is not rows.matrix:
            self.counted.activity = self.columns.matrix(rows) @ np.ones(len(self.columns))
            self.counted.matrix = rows.matrix
        return self.counted.activity

    def without(self, people: Ints, rows: Rows) -> "Incumbent":
        """The plan in which `people` have no post."""
        key = self.key.copy()
        key[people] = NOWHERE
        own = self.key[people]
        leaving = Columns(self.arrays, np.sort(own[own != NOWHERE]))
        less = leaving.matrix(rows) @ np.ones(len(leaving))
        return Incumbent(self.arrays, key, Counted(rows.matrix, self.activity(rows) - less))

    def priced_by(self, arrays: Arrays) -> "Incumbent":
        """The same plan at other prices; positions must be the same."""
        return Incumbent(arrays, self.key, self.counted)

    def cost(self, rows: Rows) -> int | None:
        """Points, or None when a must is broken."""
        slack = rows.slack_cost(self.activity(rows))
        left_out = self.key == NOWHERE
        if not np.isfinite(slack) or (left_out & self.arrays.demanded).any():
            return None
        return round(
            int(self.columns.cost.sum()) + int(self.arrays.unplaced[left_out].sum()) + slack
        )

    def replaced(
        self, people: Ints, columns: Columns, chosen: Bools, rows: Rows | None = None
    ) -> "Incumbent":
        """The plan in which `people` take the chosen columns or nothing; with `rows` what it counts
        there follows from what this plan counts."""
        key = self.key.copy()
        key[people] = NOWHERE
        taken = columns.where(chosen)
        key[taken.cadre] = taken.keys
        if rows is None:
            return Incumbent(self.arrays, key)
        more = taken.matrix(rows) @ np.ones(len(taken))
        rest = self.without(people, rows).activity(rows)
        return Incumbent(self.arrays, key, Counted(rows.matrix, rest + more))

    def triples(self) -> list[tuple[int, int, int, float]]:
        """(cadre, bundle, commune, 1) of everybody placed."""
        return self.columns.with_values(np.ones(len(self.columns)))

    def add_broken(self, case: Case, rows: Rows) -> int:
        """Adds to `rows` the lazy rows this plan breaks; how many."""
        counted = np.array(sorted(counted_lazily(case)), dtype=np.int64)
        named = self.columns.where(np.isin(self.columns.cadre, counted))
        return rows.add(
            broken_lazily(case, named.with_values(np.ones(len(named))), self.arrays.communes)
        )

    def plan(self, case: Case) -> Plan:
        """The same plan in the words of the subject."""
        columns = self.columns
        placements = []
        rows = zip(
            columns.cadre.tolist(), columns.bundle.tolist(), columns.commune.tolist(), strict=True
        )
        for cadre, bundle, commune in rows:
            codes = [
                case.organisation.post_in[commune, case.organisation.title_at[code]].code
                for code in case.organisation.bundles[bundle].codes
            ]
            placements.append(
                Placement(case.cadres[cadre].code, codes[0], tuple(sorted(codes[1:])))
            )
        left = [case.cadres[p].code for p in np.flatnonzero(self.key == NOWHERE).tolist()]
        return Plan.of(placements, left)
