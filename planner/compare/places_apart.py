"""Units, new and old, in which two plans differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.case import Case
from planner.check.finding_words import named
from planner.figures.plan_report import placed_by_old_unit
from planner.figures.summary import UnitFigures
from planner.plan import Plan
from planner.text.vietnamese import text_key

Counted = Iterable[UnitFigures]


@dataclass(frozen=True, slots=True)
class UnitApart:
    """A unit whose vacancies or people differ: its figures in the one plan and in the other."""

    name: str
    one: UnitFigures
    two: UnitFigures

    @property
    def vacant(self) -> int:
        """Seats more (or, below 0, fewer) that are empty in the other."""
        return self.two.total("vacant") - self.one.total("vacant")

    @property
    def placed(self) -> int:
        return self.two.total("placed") - self.one.total("placed")

    @property
    def differs(self) -> bool:
        return bool(self.vacant or self.placed or self.one.vacant_key != self.two.vacant_key)


def units_apart(case: Case, one: Counted, two: Counted) -> tuple[UnitApart, ...]:
    """Units of both plans that differ, those with most vacancies between them first."""
    before, after = ({f.commune: f for f in counted} for counted in (one, two))
    both = (
        UnitApart(unit.full_name, before[unit.code], after[unit.code])
        for unit in case.communes
        if unit.code in before and unit.code in after
    )
    found = (unit for unit in both if unit.differs)
    return tuple(sorted(found, key=lambda unit: (-abs(unit.vacant), text_key(unit.name))))


@dataclass(frozen=True, slots=True)
class OldPlaceApart:
    """An old unit or district, and the share of its people with a post in each plan."""

    name: str
    one: float
    two: float


def old_places_apart(one: tuple[Case, Plan], two: tuple[Case, Plan]) -> tuple[OldPlaceApart, ...]:
    """Old places of both plans whose share differs, what loses most in the other first."""
    case, _ = two
    before, after = placed_by_old_unit(*one), placed_by_old_unit(*two)

    def name(place: str) -> str:
        old = case.organisation.old_units.get(place)
        return old.name if old else named(case, place)

    found = (
        OldPlaceApart(name(place), before[place], share)
        for place, share in after.items()
        if place in before and share != before[place]
    )
    return tuple(sorted(found, key=lambda place: (place.two - place.one, text_key(place.name))))
