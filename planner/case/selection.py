"""Selections that rules hand to a board: some people, some posts."""

from dataclasses import dataclass


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
