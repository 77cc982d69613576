"""Units: the communes of today and the old units that went into them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.roster.levels import Block, Feature, UnitRank, UnitType


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A commune-level unit of today; `lat`, `lon` in degrees, `area_km2` in km²."""

    code: str
    name: str
    type: UnitType
    province: str
    population: int
    area_km2: float
    lat: float
    lon: float
    quota: Mapping[Block, int] = field(default_factory=dict)
    """Quota the department typed; an absent block takes the quota profile's figure."""
    features: frozenset[Feature] = frozenset()
    rank: UnitRank | None = None
    """Class of the unit; None when unknown."""
    dossiers: int | None = None
    """Dossiers of administrative procedures a year; None when unknown."""

    @property
    def full_name(self) -> str:
        return f"{self.type.label} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldUnit:
    """A commune-level unit before the merger and the units it went into."""

    code: str
    name: str
    district: str
    lat: float
    lon: float
    successors: tuple[str, ...]
    """Codes of the new units; the main one first."""
    partial: bool = False
