"""How high a title stands: an ordered table of tier and rung, with equivalents and own ladders.

Levels are compared by `value` alone; two of one value are equivalent ("tương đương"). A step is
the way to the next level of the tier that is gone to; levels of other tiers do not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, total_ordering

from planner.titles.role import NOWHERE, Origin, Role
from planner.titles.rungs import Rung, Tier


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A place on the table; equal where the values are."""

    value: int
    tier: Tier
    rung: Rung

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Level) and self.value == other.value

    def __lt__(self, other: "Level") -> bool:
        return self.value < other.value

    def __hash__(self) -> int:
        return hash(self.value)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """Where a rung of a tier stands; one that is no `step` is not counted in passing."""

    level: Level
    step: bool = True
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class OwnLadder:
    """An organisation's own way up: the holders of `origins` are one step below `role`."""

    role: str
    origins: tuple[str, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class CommitteeLevel:
    """A member of a committee of `tier` stands at least as high as `at_least`."""

    membership: str
    tier: Tier
    at_least: tuple[Tier, Rung]
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class LevelTable:
    rows: tuple[LevelRow, ...] = ()
    ladders: tuple[OwnLadder, ...] = ()
    committees: tuple[CommitteeLevel, ...] = ()

    @cached_property
    def _by_place(self) -> Mapping[tuple[Tier, Rung], Level]:
        return {(row.level.tier, row.level.rung): row.level for row in self.rows}

    @cached_property
    def _steps(self) -> Mapping[Tier, tuple[int, ...]]:
        """The values of each tier that count as a step, lowest first."""
        return {
            tier: tuple(
                sorted({r.level.value for r in self.rows if r.level.tier is tier and r.step})
            )
            for tier in Tier
        }

    def at(self, tier: Tier, rung: Rung) -> Level:
        """The level of a rung; KeyError when the table has no such row."""
        return self._by_place[tier, rung]

    def level_of(
        self, role: Role, tier: Tier, memberships: Iterable[tuple[str, Tier]] = ()
    ) -> Level:
        """The level of a role in a body of `tier`, raised by committee membership held there."""
        held = frozenset(memberships)
        raised = (
            self.at(*row.at_least) for row in self.committees if (row.membership, row.tier) in held
        )
        return max((self.at(tier, role.rung), *raised))

    def steps_between(self, held: Level, wanted: Level) -> int:
        """Steps from `held` to `wanted`: 0 for equivalents, at least 1 for a higher one, negative
        on the way down."""
        if held == wanted:
            return 0
        if held > wanted:
            return -self.steps_between(wanted, held)
        return max(1, sum(held.value < value <= wanted.value for value in self._steps[wanted.tier]))

    def steps(self, held: tuple[Role, Tier], wanted: tuple[Role, Tier]) -> int:
        """Steps from one title to another; at most one where the organisation's own ladder
        leads from the one to the other."""
        count = self.steps_between(self.level_of(*held), self.level_of(*wanted))
        return min(count, 1) if held[0].code in self.origins_of(wanted[0].code) else count

    def origins_of(self, role: str) -> frozenset[str]:
        """Roles from which the organisation's own ladder leads to `role`."""
        return frozenset(
            code for ladder in self.ladders if ladder.role == role for code in ladder.origins
        )
