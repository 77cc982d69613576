"""A province profile: the offices, titles, bodies and quota schemes of its communes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from planner.levels import Block, UnitType
from planner.roster import Office, Title


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats a title has in a commune: `minimum`, `maximum`, and one more seat at the top
    for every `per` inhabitants when that gives more (0: the maximum is fixed)."""

    minimum: int
    maximum: int
    per: int = 0

    def top(self, population: int) -> int:
        return max(self.maximum, -(-population // self.per)) if self.per else self.maximum


@dataclass(frozen=True, slots=True)
class QuotaScheme:
    """Headcount by block: a mean per unit spread by population, or a base with a step.

    `mean[block]` with `spread` (the part that follows population); or `base[block]`, plus one for
    every `step` inhabitants above `above`, at most `cap[unit type]`, in the blocks of `grows`.
    """

    name: str
    title: str
    source: str
    mean: Mapping[Block, int] = field(default_factory=dict)
    spread: Mapping[Block, Fraction] = field(default_factory=dict)
    base: Mapping[Block, int] = field(default_factory=dict)
    above: int = 0
    step: int = 0
    cap: Mapping[UnitType, int] = field(default_factory=dict)
    grows: frozenset[Block] = frozenset()


@dataclass(frozen=True)
class Profile:
    code: str
    name: str
    province: str
    """Code of the province; empty fits any."""
    offices: tuple[Office, ...]
    titles: tuple[Title, ...]
    seats: Mapping[str, Seats]
    """By title code."""
    unit_types: Mapping[str, frozenset[UnitType]]
    """Office code → unit types that have it; absent means all."""
    bodies: Mapping[str, tuple[str, ...]]
    """Body code → codes of the titles whose holders belong to it."""
    body_names: Mapping[str, str]
    schemes: tuple[QuotaScheme, ...]

    def scheme(self, name: str) -> QuotaScheme:
        """The quota scheme `name`, or the default one when empty; KeyError when unknown."""
        if not name:
            return self.schemes[0]
        return {scheme.name: scheme for scheme in self.schemes}[name]
