"""What a text was read as: roles in order, or a question, or that it is none of ours."""

from dataclasses import dataclass, field

from planner.roster.levels import Block
from planner.titles.level import Level
from planner.titles.role import Role
from planner.titles.rungs import NOT_HOLDING, Mark, ReadingKind, Rung, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRead:
    """A role that a text names, at its tier, with the words that change it."""

    role: Role
    tier: Tier
    marks: tuple[Mark, ...] = ()
    office: str = field(default="", compare=False)
    """Office that the words or the office column name; empty when neither does."""
    block: Block | None = field(default=None, compare=False)

    @property
    def holds(self) -> bool:
        """Whether the person holds it now."""
        return not NOT_HOLDING.intersection(self.marks)


@dataclass(frozen=True, slots=True)
class Membership:
    """Membership of a body, which is no seat."""

    code: str
    tier: Tier | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    kind: ReadingKind
    roles: tuple[RoleRead, ...] = ()
    """In the order of the text; empty for a question, which has `choices`."""
    choices: tuple[tuple[RoleRead, ...], ...] = ()
    """The readings that nothing tells apart, or the one that left words unread."""
    memberships: tuple[Membership, ...] = ()
    level: Level | None = None
    """Of the main role."""
    unread: tuple[str, ...] = field(default=(), compare=False)
    """Words that no spelling knows, as written."""
    not_ours: tuple[str, ...] = field(default=(), compare=False)
    """Titles in the text that are no seat of ours, as written."""

    @property
    def main(self) -> RoleRead | None:
        """The first role that the person holds, else the first one named."""
        held = (role for role in self.roles if role.holds)
        return next(held, self.roles[0] if self.roles else None)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(read.role.code for read in self.roles)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(dict.fromkeys(mark for read in self.roles for mark in read.marks))

    @property
    def tier(self) -> Tier | None:
        return self.main.tier if self.main else None

    @property
    def rung(self) -> Rung | None:
        return self.main.role.rung if self.main else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeReading:
    """What an office is: codes of offices that the words fit, and the tier they name."""

    kind: ReadingKind
    codes: tuple[str, ...] = ()
    tiers: frozenset[Tier] = frozenset()
    block: Block | None = None
    unread: tuple[str, ...] = field(default=(), compare=False)

    @property
    def code(self) -> str:
        """The one office; empty when none or several."""
        return self.codes[0] if len(self.codes) == 1 else ""
