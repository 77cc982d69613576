"""A province profile: the offices, titles, bodies and quota schemes of its communes on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from planner.roster import Commune, Office, Title
from planner.roster.levels import Block, Feature, UnitRank, UnitType


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats a title has in a commune: `minimum`, `maximum`, and one more seat at the top
    for every `per` inhabitants when that gives more (0: the maximum is fixed)."""

    minimum: int
    maximum: int
    per: int = 0

    def top(self, population: int) -> int:
        return max(self.maximum, -(-population // self.per)) if self.per else self.maximum


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Where a block's headcount comes from: value `value` of norm `norm`, times `part`.

    `spread` is the part that follows population over the province, the total staying mean × units;
    `grows` adds the steps for inhabitants that the same norm states.
    """

    norm: str
    value: str
    part: Fraction = Fraction(1)
    spread: Fraction = Fraction(0)
    grows: bool = False


@dataclass(frozen=True, slots=True)
class QuotaScheme:
    name: str
    title: str
    blocks: Mapping[Block, Share]


@dataclass(frozen=True, kw_only=True)
class Part:
    """The posts of units of some types: offices and seats by title code."""

    code: str
    name: str
    unit_types: frozenset[UnitType]
    offices: frozenset[str]
    seats: Mapping[str, Seats]
    class_seats: Mapping[UnitRank, Mapping[str, Seats]] = field(default_factory=dict)
    """Seats that differ for units of a class."""

    def seats_in(self, unit: Commune, title: str) -> Seats | None:
        """Seats of a title in a unit; None when it has none."""
        own = self.class_seats.get(unit.rank, {}) if unit.rank else {}
        return own.get(title, self.seats.get(title))


@dataclass(frozen=True, kw_only=True)
class Profile:
    code: str
    name: str
    titles: tuple[Title, ...]
    """Of all parts, in order."""
    parts: tuple[Part, ...]
    """The first whose unit types hold a unit's type makes its posts."""
    office_types: Mapping[str, frozenset[UnitType]]
    """Office code → unit types that have it; absent means all."""
    office_features: Mapping[str, frozenset[Feature]]
    """Office code → features a unit must have to have it."""
    bodies: Mapping[str, tuple[str, ...]]
    """Body code → codes of the titles whose holders belong to it."""
    body_names: Mapping[str, str]
    schemes: tuple[QuotaScheme, ...]
    roles: frozenset[str] = frozenset()
    """Codes of the titles of all profiles, on any day: those that norms may name."""
    earlier_units: bool = False
    """Whether its units are those before the merger of 2025."""

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple(dict.fromkeys(title.office for title in self.titles))

    def part_of(self, unit: Commune) -> Part:
        fitting = (part for part in self.parts if unit.type in part.unit_types)
        return next(fitting, self.parts[-1])

    def has_office(self, unit: Commune, office: str) -> bool:
        """Whether `unit` has that office."""
        return (
            office in self.part_of(unit).offices
            and unit.type in self.office_types.get(office, {unit.type})
            and self.office_features.get(office, frozenset()) <= unit.features
        )

    def scheme(self, name: str) -> QuotaScheme:
        """The quota scheme `name`, or the default one when empty; KeyError when unknown."""
        if not name:
            return self.schemes[0]
        return {scheme.name: scheme for scheme in self.schemes}[name]


def unbound(titles: Iterable[Title], roles: frozenset[str]) -> tuple[str, ...]:
    """Titles, in words, that are none of the `roles` that norms may name: no rule has a say on
    them but by block and grade."""
    return tuple(title.name for title in titles if title.role not in roles)
