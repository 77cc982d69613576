"""The scenario: what the department assumes and asks on top of roster and norms."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date

from planner.law.policy import ConcurrencyPolicy
from planner.roster import Demand
from planner.roster.field_marks import LATER
from planner.roster.levels import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """An explicit decision that moves `number` of a unit's quota from one block to another."""

    commune: str
    source: Block
    target: Block
    number: int
    body: str
    """Who decided it."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A decision of the competent body that a norm does not bar one person."""

    norm: str
    cadre: str
    body: str = ""
    note: str = ""


@dataclass(frozen=True)
class Scenario:
    """`forces` and `prices` lay over norms by id; `demands` add to the workbook's own."""

    name: str
    as_of: date
    _: KW_ONLY
    quota: str = ""
    """Name of a quota profile; empty takes the province profile's default."""
    forces: Mapping[str, str] = field(default_factory=dict)
    prices: Mapping[str, int] = field(default_factory=dict)
    demands: tuple[Demand, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    base_headcount: int | None = None
    """Headcount of the base period against which cuts are counted; None: no cut is judged."""
    only: tuple[str, ...] = ()
    """Codes of the only rules whose wishes count; empty: all. Musts on people always hold; what
    frames say of the organisation is then told, but stops nothing."""
    waivers: tuple[Waiver, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    """Cadre → posts, main first, with spaces between, in the plan to keep to when it is drafted
    again with least change."""
    concurrency: ConcurrencyPolicy = field(default=ConcurrencyPolicy.BY_LAW, metadata={LATER: True})
    """`forces` and `prices` of single norms come after it."""
