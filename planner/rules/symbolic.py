"""Counts as symbols: what a rule asks, kept as a sum of terms, to be priced or proven later."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from planner.case import Case, People, Posts


class Mode(IntEnum):
    COUNT = 0
    SEATS = 1
    HEADCOUNT = 2


@dataclass(frozen=True, slots=True)
class Term:
    mode: Mode
    people: People
    posts: Posts
    times: int


@dataclass(frozen=True, slots=True)
class Sum:
    """An integer combination of counts."""

    terms: tuple[Term, ...]

    def __add__(self, other: Self, /) -> "Sum":
        return Sum((*self.terms, *other.terms))

    def __sub__(self, other: Self, /) -> "Sum":
        return self + other * -1  # type: ignore[operator]

    def __mul__(self, times: int, /) -> "Sum":
        return Sum(tuple(Term(t.mode, t.people, t.posts, t.times * times) for t in self.terms))


class SumBoard:
    """A board on which every quantity is a `Sum`; what becomes of a bound is for its heirs."""

    def count(self, people: People, posts: Posts) -> Sum:
        return Sum((Term(Mode.COUNT, people, posts, 1),))

    def seats(self, posts: Posts) -> Sum:
        return Sum((Term(Mode.SEATS, People(), posts, 1),))

    def headcount(self, people: People, posts: Posts) -> Sum:
        return Sum((Term(Mode.HEADCOUNT, people, posts, 1),))


def weights(case: Case, term: Term) -> NDArray[np.int64]:
    """What one person on each bundle adds to the term, in a commune and for people it counts."""
    titles = sorted(term.posts.titles)
    if term.mode is Mode.HEADCOUNT:
        return np.isin(case.organisation.mains, titles) * np.int64(term.times)
    held: NDArray[np.int64] = case.organisation.holds[:, titles].sum(axis=1)
    return (held if term.mode is Mode.SEATS else np.minimum(held, 1)) * np.int64(term.times)
