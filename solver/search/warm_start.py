"""What a finished search leaves behind, so that a changed case can go on from it."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check.certificate import GRAIN, Certificate
from planner.check.pairs import NO_PAIR, Arrays, Ints, arrays_of
from planner.check.whence import spot_of
from planner.plan import Plan
from solver.program.columns import Columns
from solver.program.lazy_rows import lazy_rows_near
from solver.program.program import BASIC, LOWER, Basis
from solver.program.rows import Floats, RowLimits, Rows
from solver.search.best_plan import NOWHERE, Incumbent
from solver.search.reduced_costs import all_reduced_costs, clip, columns_within

GONE = -1
KEPT_SLACK = 12
"""Points of reduced cost up to which a column is kept for the first answer to a change."""
Name = tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, eq=False, kw_only=True)
class Kept:
    """`columns` and `basis` belong together; `duals` are per row, clipped."""

    case: Case
    arrays: Arrays
    rows: Rows
    columns: Columns
    basis: Basis | None
    duals: Floats
    least: Floats
    best: Incumbent
    pool: Columns
    """Columns of small reduced cost, among which a change looks for its first answer."""


@dataclass(frozen=True, eq=False)
class Start:
    """The same in the positions of another case: columns, their basis, duals and plan."""

    columns: Columns
    basis: Basis | None
    duals: Floats
    best: Incumbent


def _names(limits: RowLimits) -> list[Name]:
    found: list[Name] = []
    if limits.asked is not None:
        found.append((limits.asked.norm.id, limits.asked.about, True))
    if limits.allowed is not None:
        found.append((limits.allowed.norm.id, limits.allowed.about, False))
    return found


def _row_map(old: Rows, new: Rows) -> Ints:
    """Per row of `new` the row of `old` that asks the same, GONE where there is none."""
    known = {name: row for row, limits in enumerate(old.limits) for name in _names(limits)}
    found = np.full(len(new), GONE, dtype=np.int64)
    for row, limits in enumerate(new.limits):
        for name in _names(limits):
            if name in known:
                found[row] = known[name]
                break
    return found


def _cadre_map(old: Case, new: Case) -> Ints:
    """Per cadre of `old` the position in `new`, GONE who is not there."""
    return np.array([new.cadre_at.get(c.code, GONE) for c in old.cadres], dtype=np.int64)


def _key_map(kept: Kept, case: Case, arrays: Arrays, keys: Ints, cadres: Ints) -> Ints:
    """Keys of the same columns in the new arrays, GONE where a column is no longer lawful."""
    old = Columns(kept.arrays, keys)
    bundles = {bundle.codes: place for place, bundle in enumerate(case.organisation.bundles)}
    bundle_at = np.array(
        [bundles.get(b.codes, GONE) for b in kept.case.organisation.bundles], dtype=np.int64
    )
    commune_at = np.array(
        [case.commune_at.get(u.code, GONE) for u in kept.case.communes], dtype=np.int64
    )
    cadre, bundle, commune = cadres[old.cadre], bundle_at[old.bundle], commune_at[old.commune]
    there = (cadre != GONE) & (bundle != GONE) & (commune != GONE)
    place = arrays.pair_at(cadre, bundle)
    there &= place != NO_PAIR
    found = np.full(keys.size, GONE, dtype=np.int64)
    found[there] = commune[there] * arrays.pair_cadre.size + place[there]
    some = np.flatnonzero(there)
    found[some[~arrays.lawful(place[some], commune[some])]] = GONE
    return found


def start_in(kept: Kept, case: Case, arrays: Arrays, rows: Rows) -> Start:
    """What `kept` knows, said in the positions of `case`."""
    cadres = _cadre_map(kept.case, case)
    lines = _row_map(kept.rows, rows)
    found = lines != GONE
    duals = np.zeros(len(rows))
    held = np.concatenate((kept.duals, np.zeros(len(kept.rows) - kept.duals.size)))
    duals[found] = held[lines[found]]
    keys = _key_map(kept, case, arrays, kept.columns.keys, cadres)
    columns = Columns.of(arrays, keys[keys != GONE])
    own = kept.best.key
    placed = np.flatnonzero(own != NOWHERE)
    again = _key_map(kept, case, arrays, own[placed], cadres)
    key = np.full(arrays.cadres, NOWHERE, dtype=np.int64)
    stays = again != GONE
    key[cadres[placed[stays]]] = again[stays]
    basis = _basis_in(kept, arrays, keys, columns, cadres, lines) if kept.basis else None
    return Start(columns, basis, duals, Incumbent(arrays, key))


def _basis_in(
    kept: Kept, arrays: Arrays, keys: Ints, columns: Columns, cadres: Ints, lines: Ints
) -> Basis:
    basis = kept.basis
    assert basis is not None
    status = np.full(len(columns), LOWER, dtype=np.int64)
    there = keys != GONE
    status[np.searchsorted(columns.keys, keys[there])] = basis.columns[there]
    none, own = (np.full(arrays.cadres, fill, dtype=np.int64) for fill in (LOWER, LOWER))
    here = cadres != GONE
    none[cadres[here]] = basis.none[here]
    own[cadres[here]] = basis.own[here]
    fresh = np.setdiff1d(np.arange(arrays.cadres), cadres[here])
    none[fresh] = BASIC
    size = basis.rows.size
    known = (lines != GONE) & (lines < size)
    parts = []
    for old, fill in ((basis.short, LOWER), (basis.over, LOWER), (basis.rows, BASIC)):
        new = np.full(lines.size, fill, dtype=np.int64)
        new[known] = old[lines[known]]
        parts.append(new)
    return Basis(columns=status, none=none, short=parts[0], over=parts[1], rows=parts[2], own=own)


def kept_of(case: Case, plan: Plan, certificate: Certificate) -> Kept:
    """What a search would have left, made from a plan and its certificate alone (no basis)."""
    arrays = arrays_of(case)
    rows = Rows(case, arrays)
    rows.add(lazy_rows_near(case, arrays.communes, _spots_named(case, certificate)))
    points = {(d.norm, d.about, d.least): d.points / GRAIN for d in certificate.duals}
    duals = np.zeros(len(rows))
    for row, limits in enumerate(rows.limits):
        for name in _names(limits):
            duals[row] += points.get(name, 0.0) * (1 if name[2] else -1)
    duals = clip(rows, duals)
    least = all_reduced_costs(arrays, rows, duals, np.full(arrays.cadres, -np.inf)).least
    best = Incumbent(arrays, _keys_of(case, arrays, plan))
    keys = columns_within(arrays, rows, duals, least, KEPT_SLACK)
    pool = Columns.of(arrays, keys, best.columns.keys)
    best.add_broken(case, rows)
    duals = np.concatenate((duals, np.zeros(len(rows) - duals.size)))
    return Kept(
        case=case,
        arrays=arrays,
        rows=rows,
        columns=pool,
        basis=None,
        duals=duals,
        least=least,
        best=best,
        pool=pool,
    )


def _spots_named(case: Case, certificate: Certificate) -> list[tuple[int, int]]:
    """(cadre, commune) named together in a dual: where rows of lazy rules weigh."""
    found = []
    for dual in certificate.duals:
        people = [case.cadre_at[part] for part in dual.about if part in case.cadre_at]
        places = [case.commune_at[part] for part in dual.about if part in case.commune_at]
        found += [(person, place) for person in people for place in places]
    return found


def _keys_of(case: Case, arrays: Arrays, plan: Plan) -> Ints:
    numbers = {bundle.codes: n for n, bundle in enumerate(case.organisation.bundles)}
    key = np.full(arrays.cadres, NOWHERE, dtype=np.int64)
    rows = [(row.cadre, spot_of(case, row)) for row in plan.placements]
    lost = next((c for c, spot in rows if spot is None or c not in case.cadre_at), None)
    if lost is not None:
        raise ValueError(f"{lost}: not a lawful placement")
    cadre = np.array([case.cadre_at[code] for code, _ in rows], dtype=np.int64)
    bundle = np.array([numbers[spot.bundle.codes] for _, spot in rows if spot], dtype=np.int64)
    commune = np.array([spot.commune for _, spot in rows if spot], dtype=np.int64)
    place = arrays.pair_at(cadre, bundle)
    if (place == NO_PAIR).any():
        raise ValueError(f"{rows[int((place == NO_PAIR).argmax())][0]}: not a lawful placement")
    key[cadre] = commune * arrays.pair_cadre.size + place
    return key
