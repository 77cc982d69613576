"""The roster: units, posts and people as the department hands them over."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from planner.levels import (
    LEAVING,
    Block,
    Discipline,
    Education,
    Feature,
    Grade,
    ItLevel,
    Kind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
    UnitRank,
    UnitType,
)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Office:
    code: str
    name: str
    block: Block
    ward_name: str = ""
    """Its name in a ward, when another one."""

    def named(self, unit: UnitType) -> str:
        return self.ward_name if self.ward_name and unit is UnitType.WARD else self.name


@dataclass(frozen=True, slots=True)
class Title:
    """A kind of post: what it is and what it asks of its holder."""

    code: str
    name: str
    office: Office
    grade: Grade
    order: int
    """Place in the unit's list: office by office, rank by rank."""
    key: bool = False
    scarce: bool = False
    education: Education = Education.UNIVERSITY
    theory: Theory = Theory.NONE
    party: bool = False
    fields: frozenset[str] = frozenset()
    """Fields of training, any of which fits; empty asks for none."""
    it: ItLevel = ItLevel.NONE

    @property
    def block(self) -> Block:
        return self.office.block

    @property
    def role(self) -> str:
        """The title that norms and bodies name; variants of it in a workbook ("X~2") share it."""
        return self.code.split("~")[0]


@dataclass(frozen=True, slots=True)
class Post:
    """The seats of one title in one commune; `minimum` must be filled, `maximum` never passed."""

    code: str
    commune: str
    title: str
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Cadre:
    code: str
    name: str
    born: date
    sex: Sex
    kind: Kind
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


@dataclass(frozen=True, slots=True)
class Demand:
    """A pin (the person holds this post or unit) or a ban (must not hold it)."""

    cadre: str
    target: str
    """Code of a post or of a commune."""
    pin: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concurrent:
    """What the department says of one title: it must, may or may never ride on `hosts` (roles)."""

    title: str
    force: str
    """must, may or never."""
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A group of tasks, or a field of procedures, and the positions that answer for it."""

    code: str
    name: str
    field: str
    owners: tuple[str, ...]
    """Roles of titles, first choice first."""
    deputies: tuple[str, ...]
    one_stop: bool = False
    legal: bool = False
    """Whether who answers signs by delegation and must have studied law."""
    load: int = 1


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """What the department says of one task in one unit; empty codes leave the choice open."""

    commune: str
    task: str
    owner: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The department's own points for a cadre at a post; more is better."""

    cadre: str
    post: str
    points: int


@dataclass(frozen=True)
class Roster:
    """A whole, fault-free workbook."""

    province: str
    communes: tuple[Commune, ...]
    old_units: tuple[OldUnit, ...]
    titles: tuple[Title, ...]
    posts: tuple[Post, ...]
    cadres: tuple[Cadre, ...]
    kin: tuple[tuple[str, str], ...] = ()
    demands: tuple[Demand, ...] = ()
    concurrency: tuple[Concurrent, ...] = ()
    scores: tuple[Score, ...] = ()
    tasks: tuple[TaskOrder, ...] = ()
    own_tasks: tuple[Task, ...] = ()
    """Tasks that the reference does not know."""
    own_posts: bool = True
    """Whether titles and posts were brought along; else there are none here, and a case takes those
    of the profile on its day."""

    def people_known(self) -> frozenset[str]:
        """Codes of everybody, people who leave among them."""
        return frozenset(cadre.code for cadre in self.cadres)

    def targets_known(self) -> frozenset[str]:
        """Codes that a pin or ban may aim at: posts and communes."""
        return frozenset((*(p.code for p in self.posts), *(u.code for u in self.communes)))

    @property
    def running(self) -> bool:
        """Whether people already sit in new units (else this is a first placement)."""
        return any(cadre.post for cadre in self.cadres)
