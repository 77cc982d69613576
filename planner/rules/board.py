"""The board on which rules count, and the selections they hand to it.

Three boards speak this Protocol: the engine's (a symbolic row), the Ledger (plain integers of a
finished plan) and the probe of a fractional plan. A rule never sees which one it writes on.
"""

from collections.abc import Sequence
from typing import Protocol, Self, TypeVar

from planner.case import People, Posts
from planner.law.norm import Norm


class Quantity(Protocol):
    """What a count gives: closed under +, − and × integer."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, times: int, /) -> Self: ...


T = TypeVar("T", bound=Quantity)


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
