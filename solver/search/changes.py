"""What differs between two cases of the same organisation, in the positions of the older one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.case import Case
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Rule


@dataclass(frozen=True, kw_only=True)
class Changes:
    """`cadres`: positions whose demands or records changed; `gone`: those of them who left."""

    cadres: tuple[int, ...]
    gone: frozenset[int]
    wishes: tuple[Preference, ...]
    """Those whose points may differ."""
    counts: bool
    """Whether what counts count may have changed."""
    quota: bool
    """Whether bounds may have changed though the norms of the counts did not."""
    too_much: bool
    """Whether more changed than can be read again at once: what gates say of everybody, the
    organisation, or who there is."""


def changes_between(old: Case, new: Case) -> Changes:
    """What differs, in positions of `old`."""
    touched = {d.cadre for d in set(old.requests.all_demands) ^ set(new.requests.all_demands)}
    touched |= {w.cadre for w in set(old.scenario.waivers) ^ set(new.scenario.waivers)}
    if new.roster.cadres is not old.roster.cadres:
        now = {cadre.code: cadre for cadre in new.roster.cadres}
        before = {cadre.code: cadre for cadre in old.roster.cadres}
        touched |= {code for code in {*now, *before} if _differ(now.get(code), before.get(code))}
    cadres = tuple(sorted(old.cadre_at[code] for code in touched if code in old.cadre_at))
    stay = in_place(new, old, cadres)
    newcomers = not all(code in old.cadre_at for code in _working(new, touched))
    redone = {_shape(rule) for rule in all_rules() if rule.norms(old) != rule.norms(new)}
    return Changes(
        cadres=cadres,
        gone=frozenset(p for p in cadres if old.cadres[p].code not in stay),
        wishes=tuple(r for r in all_rules() if isinstance(r, Preference) and r.differs(old, new)),
        counts=Count in redone,
        quota=_bounds_of(old) != _bounds_of(new),
        too_much=newcomers
        or Gate in redone
        or _organisation(old) != _organisation(new)
        or old.organisation.bundles != new.organisation.bundles,
    )


def _bounds_of(case: Case) -> tuple[object, ...]:
    """What sets bounds of counts besides norms."""
    scenario, quotas = case.scenario, [unit.quota for unit in case.communes]
    return case.scheme_quota, scenario.transfers, scenario.base_headcount, quotas


def _organisation(case: Case) -> tuple[object, ...]:
    """What a first answer takes as given."""
    roster = case.roster
    units = [replace(unit, quota={}) for unit in case.communes]
    fixed = (roster.posts, roster.titles, roster.old_units, roster.kin, roster.scores)
    return (*fixed, roster.concurrency, units)


def _shape(rule: Rule) -> type[Rule]:
    return next(shape for shape in (Gate, Count, Preference, Frame) if isinstance(rule, shape))


def _differ(one: Cadre | None, other: Cadre | None) -> bool:
    return one is not other and one != other


def _working(case: Case, codes: set[str]) -> Iterator[str]:
    for cadre in case.roster.cadres:
        if cadre.code in codes and not cadre.leaving:
            yield cadre.code


def in_place(new: Case, old: Case, cadres: tuple[int, ...]) -> dict[str, Cadre]:
    """Those of the cadres (positions in `old`) whom `new` still places, by code."""
    codes = {old.cadres[place].code for place in cadres}
    return {c.code: c for c in new.roster.cadres if c.code in codes and not c.leaving}
