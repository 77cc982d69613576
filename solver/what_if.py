"""What if, at once: a first answer to a changed case from what the last search left.

Only what changed is read again: the places of the people concerned, the prices of the wishes, the
bounds of the counts. Then the people around the change are placed again, all others staying. The
answer is a plan of the changed case; whether it is lawful in every respect is for the check to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.arrays import UNFILLED_DEMAND, Arrays, Ints, arrays_of
from planner.case import Case
from planner.eligibility import CLOSED
from planner.plan import Plan
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Count, Gate, Preference
from solver.columns import Columns, cheapest_per_group
from solver.incumbent import NOWHERE, Incumbent
from solver.kept import Kept
from solver.progress import Answer
from solver.repair import improved
from solver.rows import Bounds, RowBoard, Rows

CHOICES = 12
"""Places looked at for each person who has to move."""
SPARE = 4
"""People without a post looked at for each place that comes free."""
NODES = 200
ROUGH = 2e-3
"""Relative gap at which the people around a change are placed well enough for a first answer."""
NEAR_PLACES = 40
"""Communes touched up to which a changed bound frees everybody who sits there."""


@dataclass(frozen=True)
class Changes:
    """`cadres`: positions whose demands or records changed; `gone`: those of them who left."""

    cadres: tuple[int, ...]
    gone: frozenset[int]
    gates: bool
    """Whether what gates say of everybody may have changed."""
    wishes: tuple[Preference, ...]
    counts: bool
    """Whether what counts count may have changed."""
    quota: bool
    """Whether bounds may have changed though the norms of the counts did not."""
    newcomers: bool
    """Whether there are people whom the old case does not know."""


def changes_between(old: Case, new: Case) -> Changes:
    """What differs, in positions of `old`."""
    touched = {d.cadre for d in set(old.all_demands) ^ set(new.all_demands)}
    touched |= {w.cadre for w in set(old.scenario.waivers) ^ set(new.scenario.waivers)}
    if new.roster.cadres is not old.roster.cadres:
        now = {cadre.code: cadre for cadre in new.roster.cadres}
        before = {cadre.code: cadre for cadre in old.roster.cadres}
        touched |= {code for code in {*now, *before} if _differ(now.get(code), before.get(code))}
    newcomers = not all(code in old.cadre_at for code in _working(new, touched))
    cadres = tuple(sorted(old.cadre_at[code] for code in touched if code in old.cadre_at))
    stay = _in_place(new, old, cadres)
    gone = frozenset(p for p in cadres if old.cadres[p].code not in stay)
    differ = {rule.code for rule in all_rules() if rule.norms(old) != rule.norms(new)}
    quota = (old.scheme_quota, old.scenario.transfers, old.roster.communes) != (
        new.scheme_quota,
        new.scenario.transfers,
        new.roster.communes,
    )
    base = old.scenario.base_headcount != new.scenario.base_headcount
    keeps = old.scenario.kept != new.scenario.kept
    return Changes(
        cadres,
        gone,
        any(isinstance(rule, Gate) and rule.code in differ for rule in all_rules()),
        tuple(
            rule
            for rule in all_rules()
            if isinstance(rule, Preference)
            and (rule.code in differ or (keeps and rule.code == "keep_plan"))
        ),
        any(isinstance(rule, Count) and rule.code in differ for rule in all_rules()),
        quota or base,
        newcomers,
    )


def _differ(one: Cadre | None, other: Cadre | None) -> bool:
    return one is not other and one != other


def _working(case: Case, codes: set[str]) -> Iterator[str]:
    for cadre in case.roster.cadres:
        if cadre.code in codes and not cadre.leaving:
            yield cadre.code


def _in_place(new: Case, old: Case, cadres: tuple[int, ...]) -> dict[str, Cadre]:
    codes = {old.cadres[place].code for place in cadres}
    return {c.code: c for c in new.roster.cadres if c.code in codes and not c.leaving}


def first_answer(kept: Kept, new: Case, seconds: float = 30.0) -> Answer:
    """A plan of `new` near the kept one. No answer when gates changed for everybody, or when no
    plan was found around the change."""
    found = changes_between(kept.case, new)
    if found.gates or found.newcomers:
        return Answer(None, None)
    people = _in_place(new, kept.case, found.cadres)
    same = replace(new.roster, cadres=kept.case.roster.cadres)
    in_old_places = replace(new, roster=same)
    organised = new.roster.posts == kept.case.roster.posts
    if organised:
        in_old_places.taking_over(kept.case)
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
    """The kept arrays with the changed people's places and the changed wishes' prices."""
    old = kept.arrays
    cost, place = old.pair_cost.copy(), old.place_cost
    only, fined, fine = old.pair_only, old.pair_fined, old.pair_fine
    unplaced, demanded, single = old.unplaced.copy(), old.demanded.copy(), dict(old.single)
    for rule in found.wishes:
        for case, sign in ((kept.case, -1), (in_old_places, 1)):
            tables = rule.tables(case)
            if tables.by_bundle is not None:
                cost += sign * tables.by_bundle[old.pair_bundle, old.pair_cadre]
            if tables.by_commune is not None:
                shut = place >= CLOSED
                place = np.where(shut, place, place + sign * tables.by_commune)
            if tables.unplaced is not None:
                unplaced += sign * tables.unplaced
            _add_triples(old, single, tables.triples, sign)
    if found.cadres:
        place, only, fined, fine = place.copy(), only.copy(), fined.copy(), fine.copy()
        small = replace(new, roster=replace(new.roster, cadres=tuple(people.values())))
        small.taking_over(in_old_places)
        fresh = arrays_of(small)
        gone = np.zeros(old.pair_cadre.size, dtype=np.bool_)
        for cadre in found.cadres:
            gone[old.first[cadre] : old.first[cadre + 1]] = True
        cost[gone] = CLOSED
        for commune, (pairs, points) in single.items():
            keep = ~gone[pairs]
            single[commune] = pairs[keep], points[keep]
        for cadre in found.cadres:
            code = kept.case.cadres[cadre].code
            if code not in small.cadre_at:
                unplaced[cadre], demanded[cadre] = 0, False
                continue
            at = small.cadre_at[code]
            mine = np.arange(fresh.first[at], fresh.first[at + 1])
            own = np.arange(old.first[cadre], old.first[cadre + 1])
            known = {int(old.pair_bundle[n]): int(n) for n in own}
            both = [(int(n), known[b]) for n in mine if (b := int(fresh.pair_bundle[n])) in known]
            theirs, ours = (np.array([pair[k] for pair in both], dtype=np.int64) for k in (0, 1))
            cost[ours], only[ours] = fresh.pair_cost[theirs], fresh.pair_only[theirs]
            fined[ours], fine[ours] = fresh.pair_fined[theirs], fresh.pair_fine[theirs]
            place[:, cadre] = fresh.place_cost[:, at]
            unplaced[cadre], demanded[cadre] = fresh.unplaced[at], fresh.demanded[at]
            here = dict(both)
            for commune, (pairs, points) in fresh.single.items():
                moved = [
                    (here[int(p)], int(n))
                    for p, n in zip(pairs, points, strict=True)
                    if int(p) in here
                ]
                _append(single, commune, moved)
    unplaced[demanded] = UNFILLED_DEMAND
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


def _append(
    single: dict[int, tuple[Ints, Ints]], commune: int, rows: list[tuple[int, int]]
) -> None:
    if not rows:
        return
    nothing = np.zeros(0, dtype=np.int64)
    pairs, points = single.get(commune, (nothing, nothing))
    more = np.array(rows, dtype=np.int64)
    single[commune] = np.concatenate((pairs, more[:, 0])), np.concatenate((points, more[:, 1]))


def _add_triples(
    arrays: Arrays,
    single: dict[int, tuple[Ints, Ints]],
    triples: Sequence[tuple[int, int, int, int]] | Ints,
    sign: int,
) -> None:
    table = np.asarray(triples, dtype=np.int64).reshape(-1, 4)
    if not table.size:
        return
    pairs = arrays.pair_cadre * arrays.bundles + arrays.pair_bundle
    wanted = table[:, 0] * arrays.bundles + table[:, 2]
    place = np.minimum(np.searchsorted(pairs, wanted), pairs.size - 1)
    there = pairs[place] == wanted
    for commune in np.unique(table[there, 1]).tolist():
        here = there & (table[:, 1] == commune)
        rows = zip(place[here].tolist(), (sign * table[here, 3]).tolist(), strict=True)
        _append(single, commune, list(rows))


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
    touched = _touched(kept.rows, rows) if rows is not kept.rows else np.zeros(0, dtype=np.int64)
    if not moving.size and not found.gone and not touched.size:
        return moving, pool
    keys = _places_of(arrays, moving)
    before = kept.best.key[np.array(found.cadres, dtype=np.int64)]
    before = before[before != NOWHERE]
    office = np.unique([title.office.code for title in case.titles], return_inverse=True)[1]
    main = np.array([case.title_at[bundle.main.code] for bundle in case.bundles])
    offices = int(office.max()) + 1

    def spot(of: Ints) -> Ints:
        columns = Columns(arrays, of)
        if everywhere:
            return columns.commune
        found_office = office[main[columns.bundle]]
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
