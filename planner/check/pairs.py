"""The case as arrays: who may take which bundle, what each pair costs, what is closed where.

A pair is (cadre, bundle); a column is a pair in a commune. Pairs are sorted by cadre, then bundle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.case import Case
from planner.check.gates import ANYWHERE, CLOSED, Eligibility, eligibility
from planner.rules import all_rules
from planner.rules.shape import Preference

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

UNFILLED_DEMAND = 10**6
"""Points for missing what a must demands: an artificial way out that keeps every program
feasible; a plan that uses it is no lawful plan."""


NO_PAIR = -1


@dataclass(frozen=True, eq=False, kw_only=True)
class Arrays:
    cadres: int
    communes: int
    bundles: int
    pair_cadre: Ints
    pair_bundle: Ints
    pair_cost: Ints
    pair_only: Ints
    """The one commune where a pair may sit; below 0 ANYWHERE or NOWHERE."""
    pair_fined: Ints
    """The one commune where a pair is not charged `pair_fine`; below 0 ANYWHERE."""
    pair_fine: Ints
    first: Ints
    """Where each cadre's pairs start; one longer than the number of cadres."""
    place_cost: NDArray[np.int32]
    """Commune × cadre; CLOSED where the cadre may not sit."""
    offered: Bools
    """Commune × bundle: whether every post of the bundle has a seat there."""
    unplaced: Ints
    """Points for leaving each cadre without a post."""
    demanded: Bools
    """Cadres who must be placed."""
    single: Mapping[int, tuple[Ints, Ints]]
    """Commune → pairs and points that are added to them there only."""

    def cost_in(self, commune: int) -> Ints:
        """Points of every pair in one commune; CLOSED or more where not allowed."""
        cost: Ints = self.pair_cost + self.place_cost[commune, self.pair_cadre]
        cost[~self.offered[commune, self.pair_bundle]] += CLOSED
        cost[(self.pair_only != ANYWHERE) & (self.pair_only != commune)] += CLOSED
        outside = (self.pair_fined != ANYWHERE) & (self.pair_fined != commune)
        cost[outside] += self.pair_fine[outside]
        if commune in self.single:
            pairs, points = self.single[commune]
            np.add.at(cost, pairs, points)
        return cost

    def pair_at(self, cadre: Ints, bundle: Ints) -> Ints:
        """Positions of pairs, NO_PAIR where a cadre may not hold a bundle at all."""
        known, wanted = self._codes, cadre * self.bundles + bundle
        place = np.searchsorted(known, wanted)
        there = place < known.size
        there[there] = known[place[there]] == wanted[there]
        return np.where(there, place, NO_PAIR)

    @cached_property
    def _codes(self) -> Ints:
        """One ascending number for each pair."""
        codes: Ints = self.pair_cadre * self.bundles + self.pair_bundle
        return codes

    def by_commune(
        self, triples: Sequence[tuple[int, int, int, int]] | Ints
    ) -> dict[int, tuple[Ints, Ints]]:
        """Commune → pairs and points of (cadre, commune, bundle, points) rows, where the pair is
        there at all."""
        table = _table(triples)
        place = self.pair_at(table[:, 0], table[:, 2])
        there = np.flatnonzero(place != NO_PAIR)
        order = there[np.argsort(table[there, 1], kind="stable")]
        communes, starts = np.unique(table[order, 1], return_index=True)
        ends = np.r_[starts, order.size][1:]
        return {
            int(commune): (place[order[start:end]], table[order[start:end], 3])
            for commune, start, end in zip(communes, starts, ends, strict=True)
        }

    def lawful(self, pair: Ints, commune: Ints) -> Bools:
        """Whether columns given by pair and commune are allowed."""
        return np.asarray(self.costs(pair, commune) < CLOSED)

    def costs(self, pair: Ints, commune: Ints) -> Ints:
        """Points of columns given by pair and commune."""
        cost = self.pair_cost[pair] + self.place_cost[commune, self.pair_cadre[pair]]
        cost[~self.offered[commune, self.pair_bundle[pair]]] += CLOSED
        only = self.pair_only[pair]
        cost[(only != ANYWHERE) & (only != commune)] += CLOSED
        fined = self.pair_fined[pair]
        cost += np.where((fined != ANYWHERE) & (fined != commune), self.pair_fine[pair], 0)
        for place, (pairs, points) in self.single.items():
            here = np.flatnonzero(commune == place)
            if here.size:
                extra = np.zeros(self.pair_cost.size, dtype=np.int64)
                np.add.at(extra, pairs, points)
                cost[here] += extra[pair[here]]
        return cost


def arrays_of(case: Case) -> Arrays:
    """What the gates allow and every preference charges."""
    bundles, people = len(case.organisation.bundles), len(case.cadres)
    gates = eligibility(case)
    cost, place, unplaced = gates.price.copy(), gates.place.copy(), gates.spare.copy()
    triples = [_table(_closed(case, gates))]
    for rule in all_rules():
        if isinstance(rule, Preference):
            tables = rule.tables(case)
            cost += 0 if tables.by_bundle is None else tables.by_bundle
            place += 0 if tables.by_commune is None else tables.by_commune
            unplaced += 0 if tables.unplaced is None else tables.unplaced
            triples.append(_table(tables.triples))
    unplaced[gates.demanded] = UNFILLED_DEMAND
    cadre, bundle = np.nonzero(gates.allowed.T)
    first = np.searchsorted(cadre, np.arange(people + 1)).astype(np.int64)
    bare = Arrays(
        cadres=people,
        communes=len(case.communes),
        bundles=bundles,
        pair_cadre=cadre.astype(np.int64),
        pair_bundle=bundle.astype(np.int64),
        pair_cost=cost[bundle, cadre],
        pair_only=gates.only[bundle, cadre].astype(np.int64),
        pair_fined=gates.fined_outside[bundle, cadre].astype(np.int64),
        pair_fine=gates.fine[bundle, cadre],
        first=first,
        place_cost=np.minimum(place, CLOSED),
        offered=_offered(case),
        unplaced=unplaced,
        demanded=gates.demanded,
        single={},
    )
    return replace(bare, single=bare.by_commune(np.concatenate(triples)))


def bare_of(arrays: Arrays) -> Arrays:
    """The same places, each free; only who must be placed costs one point when left out."""
    shut = [
        (commune, pairs[points >= CLOSED], points[points >= CLOSED])
        for commune, (pairs, points) in arrays.single.items()
    ]
    return replace(
        arrays,
        pair_cost=np.where(arrays.pair_cost >= CLOSED, CLOSED, 0),
        pair_fine=np.zeros_like(arrays.pair_fine),
        place_cost=np.where(arrays.place_cost >= CLOSED, CLOSED, 0).astype(np.int32),
        unplaced=arrays.demanded.astype(np.int64),
        single={commune: (pairs, points) for commune, pairs, points in shut if pairs.size},
    )


def _closed(case: Case, gates: Eligibility) -> list[tuple[int, int, int, int]]:
    return [
        (cadre, case.commune_of(code), number, points)
        for (cadre, code), points in gates.closed.items()
        for number, bundle in enumerate(case.organisation.bundles)
        if case.posts[code].title in bundle.codes
    ]


def _offered(case: Case) -> Bools:
    open_posts = np.zeros((len(case.communes), len(case.titles)), dtype=np.bool_)
    for (commune, title), post in case.organisation.post_in.items():
        open_posts[commune, title] = post.maximum > 0
    offered = np.ones((len(case.communes), len(case.organisation.bundles)), dtype=np.bool_)
    for number, bundle in enumerate(case.organisation.bundles):
        for code in bundle.codes:
            offered[:, number] &= open_posts[:, case.organisation.title_at[code]]
    return offered


def _table(triples: Sequence[tuple[int, int, int, int]] | Ints) -> Ints:
    return np.asarray(triples, dtype=np.int64).reshape(-1, 4)
