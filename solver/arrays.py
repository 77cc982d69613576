"""The case as arrays: who may take which bundle, what each pair costs, what is closed where.

A pair is (cadre, bundle); a column is a pair in a commune. Pairs are sorted by cadre, then bundle.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.case import Case
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Gate, Preference

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

CLOSED = 10**8
"""Points that stand for "not allowed" in tables of costs."""
UNFILLED_DEMAND = 10**6
"""Points for leaving out a person whom a must demands to be placed: an artificial way out that
keeps every program feasible; a plan that uses it is no lawful plan."""


@dataclass(frozen=True, eq=False)
class Arrays:
    cadres: int
    communes: int
    bundles: int
    pair_cadre: Ints
    pair_bundle: Ints
    pair_cost: Ints
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
        if commune in self.single:
            pairs, points = self.single[commune]
            np.add.at(cost, pairs, points)
        return cost

    def costs(self, pair: Ints, commune: Ints) -> Ints:
        """Points of columns given by pair and commune."""
        cost = self.pair_cost[pair] + self.place_cost[commune, self.pair_cadre[pair]]
        cost[~self.offered[commune, self.pair_bundle[pair]]] += CLOSED
        for place, (pairs, points) in self.single.items():
            here = np.flatnonzero(commune == place)
            if here.size:
                extra = np.zeros(self.pair_cost.size, dtype=np.int64)
                np.add.at(extra, pairs, points)
                cost[here] += extra[pair[here]]
        return cost

    @cached_property
    def pairs_of(self) -> Mapping[tuple[int, int], int]:
        """(cadre, bundle) → pair."""
        both = zip(self.pair_cadre.tolist(), self.pair_bundle.tolist(), strict=True)
        return {key: pair for pair, key in enumerate(both)}


def arrays_of(case: Case) -> Arrays:
    """Asks every gate once per signature and adds up every preference."""
    bundles, people, units = len(case.bundles), len(case.cadres), len(case.communes)
    allowed = np.ones((bundles, people), dtype=np.bool_)
    cost = np.zeros((bundles, people), dtype=np.int64)
    place = np.zeros((units, people), dtype=np.int32)
    unplaced = np.zeros(people, dtype=np.int64)
    demanded = np.zeros(people, dtype=np.bool_)
    triples: list[tuple[int, int, int, int]] = []
    for rule in all_rules():
        if isinstance(rule, Preference):
            tables = rule.tables(case)
            cost += 0 if tables.by_bundle is None else tables.by_bundle
            place += 0 if tables.by_commune is None else tables.by_commune
            unplaced += 0 if tables.unplaced is None else tables.unplaced
            triples += tables.triples
        elif isinstance(rule, Gate):
            _judge(case, rule, allowed, cost)
            _locate(case, rule, place, unplaced, demanded)
            triples += _closed(case, rule)
    unplaced[demanded] = UNFILLED_DEMAND
    cadre, bundle = np.nonzero(allowed.T)
    first = np.searchsorted(cadre, np.arange(people + 1)).astype(np.int64)
    return Arrays(
        cadres=people,
        communes=units,
        bundles=bundles,
        pair_cadre=cadre.astype(np.int64),
        pair_bundle=bundle.astype(np.int64),
        pair_cost=cost[bundle, cadre],
        first=first,
        place_cost=np.minimum(place, CLOSED),
        offered=_offered(case),
        unplaced=unplaced,
        demanded=demanded,
        single=_single(triples, cadre, bundle),
    )


def _judge(case: Case, gate: Gate, allowed: Bools, cost: Ints) -> None:
    concerned = gate.concerns(case)
    groups: dict[tuple[Any, ...], list[int]] = {}
    for place in range(len(case.cadres)) if concerned is None else concerned:
        signature = tuple(getattr(case.cadres[place], name) for name in gate.reads)
        groups.setdefault(signature, []).append(place)
    for members in groups.values():
        person: Cadre = case.cadres[members[0]]
        for number, bundle in enumerate(case.bundles):
            for verdict in gate.judge(case, person, bundle):
                if verdict.refused and verdict.norm.must:
                    allowed[number, members] = False
                elif verdict.refused:
                    cost[number, members] += verdict.norm.price


def _locate(
    case: Case, gate: Gate, place: NDArray[np.int32], unplaced: Ints, demanded: Bools
) -> None:
    for cadre in gate.concerns(case) or ():
        who = case.cadres[cadre]
        for commune in range(len(case.communes)):
            for verdict in gate.locate(case, who, commune):
                if verdict.refused:
                    price = CLOSED if verdict.norm.must else verdict.norm.price
                    place[commune, cadre] = min(place[commune, cadre] + price, CLOSED)
        for verdict in gate.spare(case, who):
            if verdict.refused and verdict.norm.must:
                demanded[cadre] = True
            elif verdict.refused:
                unplaced[cadre] += verdict.norm.price


def _closed(case: Case, gate: Gate) -> list[tuple[int, int, int, int]]:
    found = []
    for cadre, code, verdict in gate.closed(case):
        post = case.posts[code]
        price = CLOSED if verdict.norm.must else verdict.norm.price
        for number, bundle in enumerate(case.bundles):
            if post.title in bundle.codes:
                found.append((cadre, case.commune_at[post.commune], number, price))
    return found


def _offered(case: Case) -> Bools:
    open_posts = np.zeros((len(case.communes), len(case.titles)), dtype=np.bool_)
    for (commune, title), post in case.post_in.items():
        open_posts[commune, title] = post.maximum > 0
    offered = np.ones((len(case.communes), len(case.bundles)), dtype=np.bool_)
    for number, bundle in enumerate(case.bundles):
        for code in bundle.codes:
            offered[:, number] &= open_posts[:, case.title_at[code]]
    return offered


def _single(
    triples: list[tuple[int, int, int, int]], cadre: Ints, bundle: Ints
) -> dict[int, tuple[Ints, Ints]]:
    pair_at = {key: n for n, key in enumerate(zip(cadre.tolist(), bundle.tolist(), strict=True))}
    found: dict[int, list[tuple[int, int]]] = {}
    for who, commune, number, points in triples:
        pair = pair_at.get((who, number))
        if pair is not None:
            found.setdefault(commune, []).append((pair, points))
    return {
        commune: (
            np.array([pair for pair, _ in rows], dtype=np.int64),
            np.array([points for _, points in rows], dtype=np.int64),
        )
        for commune, rows in sorted(found.items())
    }
