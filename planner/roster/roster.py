"""The roster: units, posts and people as the department hands them over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planner.roster.asked import Concurrent, Demand, Score, Task, TaskOrder
from planner.roster.cadre import Cadre
from planner.roster.field_marks import UNREAD
from planner.roster.posts import Post, Title
from planner.roster.units import Commune, OldUnit


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """A cell that only people read, such as the relation of two kin; kept to be written again."""

    key: tuple[str, ...]
    """Codes that tell its row from the others of the sheet."""
    field: str
    text: str


@dataclass(frozen=True, kw_only=True)
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
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict, metadata={UNREAD: True})
    """By name of the sheet, in order; a sheet without any is left out."""

    def people_known(self) -> frozenset[str]:
        """Codes of everybody, people who leave among them."""
        return frozenset(cadre.code for cadre in self.cadres)

    def targets_known(self) -> frozenset[str]:
        """Codes that a pin or ban may aim at: posts and communes."""
        return frozenset((*(p.code for p in self.posts), *(u.code for u in self.communes)))

    @cached_property
    def records_deputies(self) -> bool:
        """Whether it says of anybody that they are a deputy of a People's Council."""
        return any(cadre.deputy_of for cadre in self.cadres)

    @property
    def running(self) -> bool:
        """Whether people already sit in new units (else this is a first placement)."""
        return any(cadre.post for cadre in self.cadres)
