"""What posts and units ask people to be able to do, and how one person stands against it."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

from planner.law.norm import Norm
from planner.roster import Cadre
from planner.roster.levels import Scale

UNRECORDED = "chưa ghi"


@dataclass(frozen=True, slots=True)
class Competence:
    """Something that people can do, besides the professional fields, which bear their own names."""

    code: str
    name: str
    short: str = ""
    """For a mark on a chart, a column."""
    _: KW_ONLY
    personal: bool = False
    """Whether everybody needs it for their own post, so that nobody can stand in with it."""
    order: int = 0
    """Place among what one title asks for."""


IT = Competence("it", "Chuyển đổi số, CNTT", "CNTT", order=1)
POLITICAL = Competence("theory", "Lý luận chính trị", personal=True, order=2)
STATE = Competence("state", "Quản lý nhà nước", personal=True, order=3)


@dataclass(frozen=True, slots=True)
class FieldsAsked:
    """A title asks its holders to be trained in any of `fields`."""

    fields: frozenset[str]
    norm: Norm | None

    @property
    def needed(self) -> str:
        return " hoặc ".join(sorted(self.fields))

    def met(self, cadre: Cadre) -> bool | None:
        """None when nothing is recorded."""
        return bool(self.fields & cadre.fields) if cadre.fields else None

    def held(self, cadre: Cadre) -> str:
        return ", ".join(sorted(cadre.fields)) or UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelAsked:
    """A title asks its holders for a level of a competence; `needed` says which in words."""

    competence: Competence
    level: int
    needed: str
    norm: Norm | None
    reached: Callable[[Cadre], Scale | None]

    def met(self, cadre: Cadre) -> bool | None:
        """None when nothing is recorded."""
        reached = self.reached(cadre)
        return None if reached is None else reached >= self.level

    def held(self, cadre: Cadre) -> str:
        reached = self.reached(cadre)
        return UNRECORDED if reached is None else reached.label.lower()


def it_asked(level: int, norm: Norm | None) -> LevelAsked:
    return LevelAsked(
        competence=IT,
        level=level,
        needed=f"CNTT mức {level} trở lên",
        norm=norm,
        reached=lambda cadre: cadre.it,
    )
