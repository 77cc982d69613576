"""Swaps: circles of two to four people who could change places so that nobody is worse off."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check import check
from planner.check.gates import CLOSED
from planner.check.pairs import NO_PAIR, Arrays, arrays_of
from planner.check.whence import spot_of
from planner.plan import Placement, Plan

LONGEST = 4
TRIED = 60
"""Circles that are checked in full at most, those that promise most first."""
NEXT = 12
"""Places looked at from each person, the best first."""


@dataclass(frozen=True, slots=True)
class Swap:
    """`cadres` in a circle: each takes the place of the next. `gains`: points each is better off by
    (never below 0); `total`: points the whole plan is better off by, above 0."""

    cadres: tuple[str, ...]
    gains: tuple[int, ...]
    total: int

    def taken(self, plan: Plan) -> tuple[tuple[str, ...], ...]:
        """Posts that each of them takes, in the order of `cadres`."""
        nexts = (*self.cadres[1:], *self.cadres[:1])
        return tuple(plan.by_cadre[code][0].posts for code in nexts)


def swaps(case: Case, plan: Plan, most: int = 10) -> tuple[Swap, ...]:
    """Circles that keep the plan lawful, make the whole better and nobody's own place dearer, each
    checked in full; the best first, no person in two."""
    before = check(case, plan)
    found: list[Swap] = []
    used: set[str] = set()
    for gain, circle in sorted(_circles(case, plan), key=lambda pair: (-sum(pair[0]), pair[1]))[
        :TRIED
    ]:
        if used & set(circle):
            continue
        after = check(case, swapped(plan, circle))
        if len(after.breaches) <= len(before.breaches) and after.cost < before.cost:
            found.append(Swap(circle, gain, before.cost - after.cost))
            used |= set(circle)
    return tuple(sorted(found, key=lambda swap: -swap.total)[:most])


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody with whom a person could change places, conditions of both met. `points`: what the
    two places together cost more (or, below 0, less) than now."""

    cadre: str
    points: int


def partners(case: Case, plan: Plan, cadre: str, most: int = 4) -> tuple[Partner, ...]:
    """The people one person could best change places with, the cheapest first; what the change
    does to counts over several people is for the check to say."""
    place = case.cadre_at[cadre]
    arrays = arrays_of(case)
    seat = _spots(case, plan)
    if place not in seat:
        return ()
    bundle, commune = seat[place]
    others = np.array([o for o in seat if o != place and seat[o] != seat[place]], dtype=np.int64)
    if not others.size:
        return ()
    spots = np.array([seat[int(other)] for other in others], dtype=np.int64).reshape(-1, 2)
    here, me = np.full(others.size, commune), np.full(others.size, place)
    mine = int(arrays.costs(arrays.pair_at(me[:1], np.array([bundle])), here[:1])[0])
    change = np.full(others.size, -mine, dtype=np.int64)
    fits = np.ones(others.size, dtype=np.bool_)
    for people, wanted, where, sign in (
        (others, spots[:, 0], spots[:, 1], -1),
        (me, spots[:, 0], spots[:, 1], 1),
        (others, np.full(others.size, bundle), here, 1),
    ):
        pair = arrays.pair_at(people, wanted)
        there = pair != NO_PAIR
        points = np.full(others.size, CLOSED, dtype=np.int64)
        points[there] = arrays.costs(pair[there], where[there])
        fits &= points < CLOSED
        change += sign * points
    order = sorted((int(change[n]), case.cadres[int(others[n])].code) for n in np.flatnonzero(fits))
    return tuple(Partner(code, points) for points, code in order[:most])


def swapped(plan: Plan, circle: tuple[str, ...]) -> Plan:
    """The plan in which each of the circle takes the place of the next."""
    rows = {code: plan.by_cadre[code][0] for code in circle}
    after = dict(zip(circle, (*circle[1:], circle[0]), strict=True))
    return Plan.of(
        (
            Placement(row.cadre, (taken := rows[after[row.cadre]]).main, taken.concurrent)
            if row.cadre in after
            else row
            for row in plan.placements
        ),
        plan.surplus,
    )


def _circles(case: Case, plan: Plan) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """(gain of each, codes) of circles in which nobody's own points rise and somebody's fall."""
    arrays = arrays_of(case)
    seat, own = _seats(case, plan, arrays)
    better = _better(arrays, seat, own)
    holders: dict[tuple[int, int], list[int]] = {}
    for cadre, spot in seat.items():
        holders.setdefault(spot, []).append(cadre)
    seen: set[frozenset[int]] = set()
    for first in sorted(better):
        stack: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((first,), ())]
        while stack:
            path, gains = stack.pop()
            for gain, spot in better.get(path[-1], ()):
                if spot == seat[first] and len(path) > 1:
                    told = (*gains, gain)
                    if sum(told) > 0 and frozenset(path) not in seen:
                        seen.add(frozenset(path))
                        yield told, tuple(case.cadres[p].code for p in path)
                elif len(path) < LONGEST:
                    for holder in holders.get(spot, ())[:1]:
                        if holder not in path and holder > first:
                            stack.append(((*path, holder), (*gains, gain)))


def _spots(case: Case, plan: Plan) -> dict[int, tuple[int, int]]:
    """Cadre → (bundle, commune), of lawful single placements."""
    numbers = {bundle.codes: n for n, bundle in enumerate(case.organisation.bundles)}
    seat: dict[int, tuple[int, int]] = {}
    for code, rows in plan.by_cadre.items():
        spot = spot_of(case, rows[0]) if len(rows) == 1 else None
        if spot is not None and code in case.cadre_at:
            seat[case.cadre_at[code]] = numbers[spot.bundle.codes], spot.commune
    return seat


def _seats(
    case: Case, plan: Plan, arrays: Arrays
) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
    """Cadre → (bundle, commune), and what the place costs; only of lawful single placements."""
    seat = _spots(case, plan)
    own: dict[int, int] = {}
    for commune in range(arrays.communes):
        cost = arrays.cost_in(commune)
        for cadre, (bundle, where) in seat.items():
            if where == commune:
                mine = slice(arrays.first[cadre], arrays.first[cadre + 1])
                place = np.flatnonzero(arrays.pair_bundle[mine] == bundle)
                points = int(cost[mine][place[0]]) if place.size else CLOSED
                own[cadre] = points
    return seat, own


def _better(
    arrays: Arrays, seat: dict[int, tuple[int, int]], own: dict[int, int]
) -> dict[int, list[tuple[int, tuple[int, int]]]]:
    """Cadre → (points gained, place) of the taken places that cost them no more, best first."""
    taken = np.zeros((arrays.communes, arrays.bundles), dtype=np.bool_)
    limit = np.full(arrays.cadres, -1, dtype=np.int64)
    for cadre, (bundle, commune) in seat.items():
        taken[commune, bundle] = True
        limit[cadre] = own[cadre]
    found: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for commune in range(arrays.communes):
        cost = arrays.cost_in(commune)
        good = (cost < CLOSED) & (cost <= limit[arrays.pair_cadre])
        good &= taken[commune, arrays.pair_bundle]
        for pair in np.flatnonzero(good).tolist():
            cadre, bundle = int(arrays.pair_cadre[pair]), int(arrays.pair_bundle[pair])
            if seat.get(cadre) not in (None, (bundle, commune)):
                gain = own[cadre] - int(cost[pair])
                found.setdefault(cadre, []).append((gain, (bundle, commune)))
    return {
        cadre: sorted(rows, key=lambda row: (-row[0], row[1]))[:NEXT]
        for cadre, rows in found.items()
    }
