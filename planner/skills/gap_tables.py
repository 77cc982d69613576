"""Skill gaps: what posts ask of their holders against what these hold, person by person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.skills.requirements import Requirement, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One competence in one unit, office, district or the whole: counts of requirements."""

    met: int = 0
    short: int = 0
    unknown: int = 0
    vacant: int = 0
    weight: int = 0
    """Σ weight of those that are open."""

    @property
    def open(self) -> int:
        return self.short + self.vacant

    @property
    def required(self) -> int:
        return self.met + self.open + self.unknown

    def __add__(self, other: "Cell") -> "Cell":
        return Cell(
            met=self.met + other.met,
            short=self.short + other.short,
            unknown=self.unknown + other.unknown,
            vacant=self.vacant + other.vacant,
            weight=self.weight + other.weight,
        )


def cell_of(row: Requirement) -> Cell:
    return Cell(
        met=int(row.standing is Standing.MET),
        short=int(row.standing is Standing.SHORT),
        unknown=int(row.standing is Standing.UNKNOWN),
        vacant=int(row.standing is Standing.VACANT),
        weight=row.weight if row.open else 0,
    )


Table = Mapping[tuple[str, str], Cell]
"""(group, competence) → counts."""


def by_unit(asked: tuple[Requirement, ...]) -> Table:
    return _grouped((row.commune, row) for row in asked)


def by_office(case: Case, asked: tuple[Requirement, ...]) -> Table:
    """Groups are "commune/office"; what is asked of a unit as a whole has no office."""
    return _grouped(
        (f"{row.commune}/{case.title_of(row.post).office.code}", row) for row in asked if row.post
    )


def by_district(case: Case, asked: tuple[Requirement, ...]) -> Table:
    """Groups are the old districts that most of a unit's old units lay in."""
    return _grouped((district_of(case, row.commune), row) for row in asked)


def by_competence(asked: tuple[Requirement, ...]) -> Mapping[str, Cell]:
    whole = _grouped(("", row) for row in asked)
    return {competence: cell for (_, competence), cell in whole.items()}


def district_of(case: Case, commune: str) -> str:
    """The old district of a unit: that of most of its old units, the first by name among equals;
    empty when the roster has no merger."""
    olds = [
        case.organisation.old_units[code].district
        for code in case.organisation.merged_into.get(commune, ())
    ]
    return min(olds, key=lambda name: (-olds.count(name), name)) if olds else ""


def _grouped(rows: Iterator[tuple[str, Requirement]]) -> Table:
    found: dict[tuple[str, str], Cell] = {}
    for group, row in rows:
        spot = group, row.competence
        found[spot] = found.get(spot, Cell()) + cell_of(row)
    return found
