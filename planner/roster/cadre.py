"""A cadre, as the roster describes them."""

from dataclasses import dataclass, replace
from datetime import date

from planner.roster.levels import (
    LEAVING,
    Discipline,
    Education,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadre:
    code: str
    name: str
    born: date
    sex: Sex
    kind: PersonKind
    status: Status
    education: Education
    theory: Theory
    rank: Rank
    fields: frozenset[str]
    it: ItLevel | None
    """None: nobody has recorded it (chưa rõ)."""
    party: bool
    place_kind: PlaceKind
    place: str
    """Code of the old unit, old district, commune or province where the cadre works today."""
    grade: Grade
    work: str
    """Field of the present work; empty when unknown."""
    months_left: int
    post: str = ""
    """Code of the present main post, in the running situation."""
    concurrent: tuple[str, ...] = ()
    title: str = ""
    """Present title in words."""
    home: str = ""
    """Code of the commune of residence; empty when unknown."""
    preferences: tuple[str, ...] = ()
    """Commune codes, first choice first."""
    ratings: tuple[Rating, ...] = ()
    minority: bool = False
    waiver: bool = False
    """May be placed on ability without a degree, on condition."""
    state_management: StateManagement | None = None
    """None: nobody has recorded it, here and below."""
    committee: bool = False
    """Sits in a Party committee today (cấp ủy viên)."""
    planned: Grade | None = None
    """Grade the cadre is planned for (quy hoạch)."""
    tenure: int | None = None
    """Months in the present or an equivalent post."""
    head_years: int | None = None
    """Years on end as head of the present post."""
    discipline: Discipline | None = None
    discipline_day: date | None = None
    deputy_of: str = ""
    """Code of the commune of whose People's Council the cadre is a deputy."""
    council_experience: bool = False
    origin: str = ""
    """Native place (quê quán): code of a commune, or words when it is elsewhere."""
    in_post_since: date | None = None
    policy: bool = False
    """Belongs to a group that policy protects from far moves."""
    matching_years: int | None = None
    """Years of insured work in matching work, for a reception into the civil service."""
    status_until: date | None = None
    """Last day of the status; None while it has no end."""
    id_number: str = ""
    """12-digit personal number, or empty."""

    def on(self, day: date) -> "Cadre":
        """The cadre as of `day`: a status that has ended gives way to working."""
        if self.leaving or self.status_until is None or self.status_until >= day:
            return self
        return replace(self, status=Status.WORKING, status_until=None)

    @property
    def leaving(self) -> bool:
        return self.status in LEAVING

    def age(self, day: date) -> int:
        """Whole years on `day`."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))
