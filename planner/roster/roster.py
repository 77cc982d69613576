"""The roster: units, posts and people as the department hands them over."""

from dataclasses import dataclass
from functools import cached_property

from planner.roster.asked import Concurrent, Demand, Score, Task, TaskOrder
from planner.roster.cadre import Cadre
from planner.roster.posts import Post, Title
from planner.roster.units import Commune, OldUnit


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

    @cached_property
    def records_deputies(self) -> bool:
        """Whether it says of anybody that they are a deputy of a People's Council."""
        return any(cadre.deputy_of for cadre in self.cadres)

    @property
    def running(self) -> bool:
        """Whether people already sit in new units (else this is a first placement)."""
        return any(cadre.post for cadre in self.cadres)
