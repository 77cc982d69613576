"""The four shapes a rule can have. A rule is one file of this folder that ends in `RULE = …()`."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, auto
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Asked
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.roster import Cadre, Commune
from planner.rules.board import Board, T

Costs = NDArray[np.int32]


class Subject(Enum):
    """Headings of the catalogue of rules, in order."""

    STRUCTURE = "Tổ chức, chỗ làm việc"
    QUOTA = "Biên chế"
    DEPUTIES = "Cấp phó, ngạch"
    CONCURRENCY = "Kiêm nhiệm"
    ELIGIBILITY = "Điều kiện, tiêu chuẩn"
    STATUS = "Đối tượng, tình trạng"
    KINSHIP = "Quan hệ thân nhân"
    SHARES = "Cơ cấu"
    SKILLS = "Năng lực, lĩnh vực thiếu người"
    CONTINUITY = "Ổn định, luân chuyển"
    WISHES = "Nguyện vọng, chính sách"
    TASKS = "Nhiệm vụ"
    OWN = "Yêu cầu của đơn vị"


class WishAbout(IntEnum):
    """What a wish is about, in the order on screen."""

    NEARNESS = auto()
    WORK = auto()
    POST = auto()
    CHOICE = auto()
    SEATS = auto()
    PEOPLE = auto()
    SKILLS = auto()
    LOAD = auto()
    MIX = auto()


@dataclass(frozen=True, slots=True)
class WishWords:
    """A wish in plain words."""

    about: WishAbout
    name: str
    help: str


class Rule:
    """`code` names the rule in norms, findings and files; `title` is its sentence on screen;
    `subject` is the heading it stands under in the catalogue; `figures` says what values its norms
    carry and in which units."""

    code: ClassVar[str]
    title: ClassVar[str]
    subject: ClassVar[Subject]
    figures: ClassVar[Mapping[str, Asked]] = {}
    scoped_by: ClassVar[frozenset[str]] = frozenset()
    """Keys of a scope, besides the province, that it heeds; a norm with another is refused."""

    wish: ClassVar[WishWords | None] = None
    """What it is called where one says how much a wish counts; None: not said there."""

    def wish_words(self) -> WishWords | None:
        return self.wish

    @property
    def waivable(self) -> bool:
        """Whether the competent body may let somebody pass who does not meet it: conditions and
        standards, never status, kinship or the department's own demands."""
        return self.subject is Subject.ELIGIBILITY

    def norms(self, case: Case) -> tuple[Norm, ...]:
        """Its norms in force, whatever unit or title they are for."""
        return case.norms.of(self.code)

    def norms_at(self, case: Case, unit: Commune) -> tuple[Norm, ...]:
        """Its norms in force in one unit."""
        return case.norms.at(self.code, unit)

    def where(self, case: Case) -> Iterator[tuple[Norm, tuple[int, ...]]]:
        """Each of its norms and the communes (positions) where it holds."""
        held = [self.norms_at(case, unit) for unit in case.communes]
        for norm in self.norms(case):
            yield norm, tuple(n for n, norms in enumerate(held) if any(m is norm for m in norms))

    @abstractmethod
    def explain(self, case: Case, finding: Finding) -> str:
        """One clause, in Vietnamese, that says what `finding` found."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a norm says against a pair: refused, or allowed until a day on a condition."""

    norm: Norm
    until: date | None = None
    condition: str = ""

    @property
    def refused(self) -> bool:
        return not self.condition


class Gate(Rule):
    """Who may hold what, where. A gate that says nothing allows.

    `reads` names the attributes of a cadre that `judge` looks at, so that it is asked once for all
    cadres who agree in them. A refusal at wish force is a price, not a wall.
    """

    reads: ClassVar[tuple[str, ...]] = ()

    def concerns(self, case: Case) -> Iterable[int] | None:
        """Cadres the gate can say something about; None when it may be anybody."""
        return None

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        """What the gate says about holding `bundle`, in whatever commune."""
        return iter(())

    def locate(self, case: Case, cadre: Cadre, commune: int) -> Iterator[Verdict]:
        """What the gate says about sitting in `commune`. Asked of `concerns` only."""
        return iter(())

    def spare(self, case: Case, cadre: Cadre) -> Iterator[Verdict]:
        """What the gate says about leaving `cadre` without a post. Asked of `concerns` only."""
        return iter(())

    def confined(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[int, Verdict]]:
        """The one commune (position) where the cadre may hold `bundle`, when there is only one;
        the verdict is what refuses every other."""
        return iter(())

    def closed(self, case: Case) -> Iterator[tuple[int, str, Verdict]]:
        """Single (cadre, post code) pairs that are refused whatever else holds."""
        return iter(())

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        """Clauses for a reason, each with the norm it meets; asked of lawful pairs only."""
        return iter(())


class Count(Rule):
    """How many people of a kind hold posts of a kind. Two readings that tests hold together."""

    structural: ClassVar[bool] = False
    """True when the engine's columns cannot break it."""
    lazy: ClassVar[bool] = False
    """True when its rows are so many and so seldom tight that they join only once broken."""

    @abstractmethod
    def constrain(self, case: Case, board: Board[T]) -> None:
        """Hands the board every count with its bound."""

    @abstractmethod
    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        """Finds the same shortfalls in a finished plan, without a board."""


TRIPLE = ("cadre", "commune", "bundle", "points")
"""The fields of one row of `Tables.triples`."""


@dataclass(frozen=True)
class Tables:
    """Points by bundle × cadre, commune × cadre, per cadre without a post, and single triples.

    `triples` rows are (cadre, commune, bundle, points), added to the tables. None means all 0.
    """

    by_bundle: Costs | None = None
    by_commune: Costs | None = None
    unplaced: Costs | None = None
    triples: Sequence[tuple[int, int, int, int]] | NDArray[np.int64] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a person would sit: a bundle in a commune (position in `Case.communes`)."""

    bundle: Bundle
    commune: int


class Preference(Rule):
    """What one placement costs, apart from all others. `spot` None means left without a post."""

    @abstractmethod
    def tables(self, case: Case) -> Tables:
        """Points for all pairs at once, for the engine."""

    @abstractmethod
    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        """The same points for one cadre, for the check."""

    def differs(self, old: Case, new: Case) -> bool:
        """Whether its points may differ between two cases of the same people and posts."""
        return self.norms(old) != self.norms(new)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        """The clause for a reason when the wish is met; empty when there is nothing to say."""
        return ""


class Frame(Rule):
    """Judges the organisation itself, before anybody is placed."""

    @abstractmethod
    def faults(self, case: Case) -> Iterator[Finding]: ...
