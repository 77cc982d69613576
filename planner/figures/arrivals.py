"""Who came to a unit and changed title in it; who belongs to it today, with what they wished."""

from dataclasses import dataclass

from planner.case import Case
from planner.check.whence import whence, workplace
from planner.figures.plan_report import choice_of
from planner.plan import Placement, Plan
from planner.roster import Cadre
from planner.text.vietnamese import name_key, text_key


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who sits elsewhere than before; `arrived` when from outside the unit."""

    name: str
    whence: str
    title: str
    arrived: bool


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """An office: those who are new in their seats, and how many stay in theirs."""

    office: str
    arrivals: tuple[Arrival, ...]
    same: int


def office_changes(case: Case, plan: Plan, commune: int) -> tuple[OfficeChange, ...]:
    """Offices with a change first, each in the order of titles."""
    new: dict[str, list[Arrival]] = {}
    same: dict[str, int] = {}
    for row in sorted(plan.placements, key=lambda r: case.title_of(r.main).order):
        if case.commune_of(row.main) != commune:
            continue
        office = case.title_of(row.main).office.named(case.communes[commune].type)
        arrival = _arrival(case, row, commune)
        if arrival is None:
            same[office] = same.get(office, 0) + 1
        else:
            new.setdefault(office, []).append(arrival)
    return tuple(
        OfficeChange(office, tuple(new.get(office, ())), same.get(office, 0))
        for office in dict.fromkeys([*new, *same])
    )


def _arrival(case: Case, row: Placement, commune: int) -> Arrival | None:
    """None for whoever stays: in the same posts, or in no post before and from this very unit."""
    place = case.cadre_at[row.cadre]
    cadre = case.cadres[place]
    held = cadre.post == row.main and set(cadre.concurrent) == set(row.concurrent)
    arrived = bool(case.whereabouts.away(place, commune))
    if held or (not cadre.post and not arrived):
        return None
    return Arrival(cadre.name, whence(case, cadre), case.title_of(row.main).name, arrived)


def belongs_to(case: Case, place: int, commune: int) -> bool:
    """Whether a cadre of the case works here today, or mainly would after the merger."""
    return bool(case.whereabouts.own[place]) and case.whereabouts.home(place) == commune


def people_today(case: Case, commune: int) -> dict[str, tuple[Cadre, ...]]:
    """Workplace → who works there today, over those who belong to the unit; both by name."""
    found: dict[str, list[Cadre]] = {}
    for place, cadre in enumerate(case.cadres):
        if belongs_to(case, place, commune):
            found.setdefault(workplace(case, cadre), []).append(cadre)
    return {
        name: tuple(sorted(found[name], key=lambda cadre: name_key(cadre.name)))
        for name in sorted(found, key=text_key)
    }


def wishes_of_unit(case: Case, plan: Plan, commune: int) -> tuple[int, int]:
    """Of the people who belong to the unit and wished for one: who gets any, and how many they
    are."""
    here = [
        cadre
        for place, cadre in enumerate(case.cadres)
        if cadre.preferences and belongs_to(case, place, commune)
    ]
    return sum(choice_of(case, plan, cadre) > 0 for cadre in here), len(here)
