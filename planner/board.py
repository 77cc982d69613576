"""The board on which rules count, and the selections they hand to it.

Three boards speak this Protocol: the engine's (a symbolic row), the Ledger (plain integers of a
finished plan) and the probe of a fractional plan. A rule never sees which one it writes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from planner.norms import Norm


class Quantity(Protocol):
    """What a count gives: closed under +, − and × integer."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, times: int, /) -> Self: ...


T = TypeVar("T", bound=Quantity)


@dataclass(frozen=True, slots=True)
class People:
    """A set of cadres by position in `Case.cadres`; None means everybody."""

    members: frozenset[int] | None = None

    def __contains__(self, cadre: int) -> bool:
        return self.members is None or cadre in self.members


EVERYBODY = People()


@dataclass(frozen=True, slots=True)
class Posts:
    """A rectangle of posts: titles in communes, each by position in the case."""

    communes: tuple[int, ...]
    titles: frozenset[int]


class Board(Protocol[T]):
    def count(self, people: People, posts: Posts) -> T:
        """How many of `people` hold one or more of `posts`, each person once."""
        ...

    def seats(self, posts: Posts) -> T:
        """How many seats of `posts` are filled; a person holding two fills two."""
        ...

    def headcount(self, people: People, posts: Posts) -> T:
        """How many of `people` have their main post among `posts`."""
        ...

    def places(self, people: People) -> Sequence[int]:
        """Communes where a count over `people` can be other than zero."""
        ...

    def at_most(self, value: T, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        """Forbids (must) or charges (wish, `norm.price` a unit) what `value` passes `bound` by."""
        ...

    def at_least(self, value: T, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        """Forbids (must) or charges (wish) what `value` lacks to `bound`."""
        ...
