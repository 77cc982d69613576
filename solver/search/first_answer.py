"""What if, at once: a first answer to a changed case from what the last search left.

Only what changed is read again: the places of the people concerned, the prices of the wishes, the
bounds of the counts. Then the people around the change are placed again, all others staying. The
answer is a plan of the changed case; whether it is lawful in every respect is for the check to say.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from planner.case import Case
from planner.check.gates import CLOSED
from planner.check.pairs import NO_PAIR, UNFILLED_DEMAND, Arrays, Ints, arrays_of
from planner.plan import Plan
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Count, Preference
from solver.program.columns import Columns, cheapest_per_group
from solver.program.rows import Bounds, RowBoard, Rows
from solver.progress import Answer
from solver.search.best_plan import NOWHERE, Incumbent
from solver.search.changes import Changes, changes_between, in_place
from solver.search.repair import improved
from solver.search.warm_start import Kept

CHOICES = 12
"""Places looked at for each person who has to move."""
SPARE = 4
"""People without a post looked at for each place that comes free."""
NODES = 200
ROUGH = 2e-3
"""Relative gap at which the people around a change are placed well enough for a first answer."""
NEAR_PLACES = 40
"""Communes touched up to which a changed bound frees everybody who sits there."""


def first_answer(kept: Kept, new: Case, seconds: float = 30.0) -> Answer:
    """A plan of `new` near the kept one. No answer when too much changed, or when no plan was found
    around the change."""
    found = changes_between(kept.case, new)
    if found.too_much:
        return Answer(None, None)
    people = in_place(new, kept.case, found.cadres)
    same = replace(new.roster, cadres=kept.case.roster.cadres)
    in_old_places = replace(new, roster=same, organisation=kept.case.organisation)
    arrays = _arrays(kept, new, in_old_places, found, people)
    rows = kept.rows.copied()
    if found.counts or found.quota:
        rows = _rows(kept.rows, in_old_places, arrays, found)
    key = kept.best.key
    placed = np.flatnonzero(key != NOWHERE)
    pair, commune = key[placed] % arrays.pair_cadre.size, key[placed] // arrays.pair_cadre.size
    plan = kept.best.without(placed[~arrays.lawful(pair, commune)], rows).priced_by(arrays)
    pool = Columns(arrays, kept.pool.keys)
    cost = plan.cost(rows)
    for everywhere in (False, True):
        free, columns = _around(kept, plan, rows, pool, found, everywhere)
        if not free.size:
            break
        better = improved(
            kept.case,
            rows,
            plan,
            free,
            columns,
            seconds,
            forced=cost is None,
            nodes=NODES,
            gap=ROUGH,
        )
        if better is not None:
            plan, cost = better, better.cost(rows)
        if cost is not None:
            break
    if cost is None:
        return Answer(None, None)
    words = plan.plan(kept.case)
    left = {kept.case.cadres[place].code for place in found.gone}
    return Answer(
        Plan(words.placements, tuple(code for code in words.surplus if code not in left)), cost
    )


def _arrays(
    kept: Kept, new: Case, in_old_places: Case, found: Changes, people: dict[str, Cadre]
) -> Arrays:
    """The kept arrays with the changed wishes' prices and the changed people's places."""
    arrays = _repriced(kept, in_old_places, found.wishes) if found.wishes else kept.arrays
    if found.cadres:
        few = replace(new.roster, cadres=tuple(people.values()))
        small = replace(new, roster=few, organisation=in_old_places.organisation)
        fresh = arrays_of(small)
        arrays = _with_people(kept.case, arrays, small, fresh, found.cadres)
    return arrays


def _repriced(kept: Kept, case: Case, wishes: tuple[Preference, ...]) -> Arrays:
    """The kept arrays with these wishes' points of `case` instead of the kept case's."""
    old = kept.arrays
    cost, place, unplaced = old.pair_cost.copy(), old.place_cost, old.unplaced.copy()
    single = dict(old.single)
    for rule in wishes:
        for under, sign in ((kept.case, -1), (case, 1)):
            tables = rule.tables(under)
            if tables.by_bundle is not None:
                cost += sign * tables.by_bundle[old.pair_bundle, old.pair_cadre]
            if tables.by_commune is not None:
                place = np.where(place >= CLOSED, place, place + sign * tables.by_commune)
            if tables.unplaced is not None:
                unplaced += sign * tables.unplaced
            _add_triples(old, single, tables.triples, sign)
    unplaced[old.demanded] = UNFILLED_DEMAND
    return replace(old, pair_cost=cost, place_cost=place, unplaced=unplaced, single=single)


def _with_people(
    case: Case, old: Arrays, small: Case, fresh: Arrays, cadres: tuple[int, ...]
) -> Arrays:
    """The arrays with what `fresh` says of the people of `small` among `cadres`; the others of
    them have no place any more, and cost nothing."""
    cost, only, fined, fine = (
        part.copy() for part in (old.pair_cost, old.pair_only, old.pair_fined, old.pair_fine)
    )
    place, unplaced = old.place_cost.copy(), old.unplaced.copy()
    demanded = old.demanded.copy()
    theirs = np.concatenate([np.arange(old.first[p], old.first[p + 1]) for p in cadres])
    cost[theirs] = CLOSED
    gone = np.zeros(old.pair_cadre.size, dtype=np.bool_)
    gone[theirs] = True
    single = {
        commune: (pairs[~gone[pairs]], points[~gone[pairs]])
        for commune, (pairs, points) in old.single.items()
    }
    at = np.array([small.cadre_at.get(case.cadres[p].code, NO_PAIR) for p in cadres])
    here = np.array(cadres, dtype=np.int64)
    unplaced[here[at == NO_PAIR]], demanded[here[at == NO_PAIR]] = 0, False
    here, at = here[at != NO_PAIR], at[at != NO_PAIR]
    place[:, here] = fresh.place_cost[:, at]
    unplaced[here], demanded[here] = fresh.unplaced[at], fresh.demanded[at]
    position = np.full(fresh.cadres, NO_PAIR, dtype=np.int64)
    position[at] = here
    ours = old.pair_at(position[fresh.pair_cadre], fresh.pair_bundle)
    known = ours != NO_PAIR
    for whole, part in (
        (cost, fresh.pair_cost),
        (only, fresh.pair_only),
        (fined, fresh.pair_fined),
        (fine, fresh.pair_fine),
    ):
        whole[ours[known]] = part[known]
    for commune, (pairs, points) in fresh.single.items():
        there = known[pairs]
        _append(single, commune, ours[pairs[there]], points[there])
    return replace(
        old,
        pair_cost=cost,
        pair_only=only,
        pair_fined=fined,
        pair_fine=fine,
        place_cost=place,
        unplaced=unplaced,
        demanded=demanded,
        single=single,
    )


def _append(single: dict[int, tuple[Ints, Ints]], commune: int, pairs: Ints, points: Ints) -> None:
    before = single.get(commune)
    if before is not None:
        pairs, points = np.concatenate((before[0], pairs)), np.concatenate((before[1], points))
    single[commune] = pairs, points


def _add_triples(
    arrays: Arrays,
    single: dict[int, tuple[Ints, Ints]],
    triples: Sequence[tuple[int, int, int, int]] | Ints,
    sign: int,
) -> None:
    for commune, (pairs, points) in arrays.by_commune(triples).items():
        _append(single, commune, pairs, sign * points)


def _rows(rows: Rows, case: Case, arrays: Arrays, found: Changes) -> Rows:
    counts = [r for r in all_rules() if isinstance(r, Count) and not r.structural and not r.lazy]
    if not found.counts:
        bounds = Bounds(arrays.communes)
        for rule in counts:
            rule.constrain(case, bounds)
        moved = rows.moved_to(bounds)
        if moved is not None:
            return moved
    board = RowBoard(arrays.communes)
    for rule in counts:
        rule.constrain(case, board)
    return rows.bounded_as(board)


def _around(
    kept: Kept, plan: Incumbent, rows: Rows, pool: Columns, found: Changes, everywhere: bool
) -> tuple[Ints, Columns]:
    """The people to place again and their columns: those who changed, who sits in the offices they
    come from or may go to (`everywhere`: in the whole communes), and the best of those without a
    post for the places that come free."""
    arrays, case = plan.arrays, kept.case
    moving = np.array([p for p in found.cadres if p not in found.gone], dtype=np.int64)
    touched = _touched(kept.rows, rows)
    if not moving.size and not found.gone and not touched.size:
        return moving, pool
    keys = _places_of(arrays, moving)
    before = kept.best.key[np.array(found.cadres, dtype=np.int64)]
    before = before[before != NOWHERE]
    office = np.unique([title.office.code for title in case.titles], return_inverse=True)[1]
    offices = int(office.max()) + 1

    def spot(of: Ints) -> Ints:
        columns = Columns(arrays, of)
        if everywhere:
            return columns.commune
        found_office = office[case.organisation.mains[columns.bundle]]
        return np.asarray(columns.commune * offices + found_office)

    seated = np.flatnonzero(plan.key != NOWHERE)
    spots = np.unique(np.concatenate((spot(keys), spot(before))))
    free = seated[np.isin(spot(plan.key[seated]), spots)]
    if touched.size:
        free = np.union1d(free, seated[np.isin(plan.commune[seated], touched)])
    near = pool.where(np.isin(spot(pool.keys), spots) | np.isin(pool.commune, touched))
    idle = near.where(plan.key[near.cadre] == NOWHERE)
    seat = idle.commune * arrays.bundles + idle.bundle
    fresh = idle.cadre[cheapest_per_group(seat, idle.cost, SPARE)]
    gone = np.array(sorted(found.gone), dtype=np.int64)
    people = np.setdiff1d(np.union1d(np.union1d(free, fresh), moving), gone)
    columns = Columns.of(arrays, pool.keys[np.isin(pool.cadre, people)], keys)
    lawful = arrays.lawful(columns.pair, columns.commune)
    return people, columns.where(lawful)


def _places_of(arrays: Arrays, cadres: Ints) -> Ints:
    """Keys of the cheapest lawful places of each of some people, over all communes."""
    if not cadres.size:
        return cadres
    pairs = np.concatenate([np.arange(arrays.first[p], arrays.first[p + 1]) for p in cadres])
    communes = np.repeat(np.arange(arrays.communes), pairs.size)
    pair = np.tile(pairs, arrays.communes)
    cost = arrays.costs(pair, communes)
    good = np.flatnonzero(cost < CLOSED)
    few = cheapest_per_group(arrays.pair_cadre[pair[good]], cost[good], CHOICES)
    chosen = good[few]
    return np.unique(communes[chosen] * arrays.pair_cadre.size + pair[chosen])


def _touched(old: Rows, new: Rows) -> Ints:
    """Communes of the rows whose bounds or prices changed; none when they are too many."""
    size = min(len(old), len(new))
    same = np.ones(size, dtype=np.bool_)
    for name in ("lower", "upper", "short_price", "over_price"):
        same &= getattr(old, name)[:size] == getattr(new, name)[:size]
    changed = [*np.flatnonzero(~same).tolist(), *range(size, len(new))]
    found = np.array(new.communes_of(changed), dtype=np.int64)
    return found if found.size <= NEAR_PLACES else np.zeros(0, dtype=np.int64)
