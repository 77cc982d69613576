"""Rows of lazy rules: found when a plan breaks them, or all those that could be broken nearby."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from planner.case import Case, People, Posts
from planner.law.norm import Norm
from planner.rules import all_rules
from planner.rules.shape import Count
from planner.rules.symbolic import Mode, Sum, SumBoard, Term
from solver.program.rows import RowBoard


class Probe:
    """A board that counts a fractional plan and keeps the rows it breaks."""

    def __init__(
        self, case: Case, columns: Iterable[tuple[int, int, int, float]], communes: int
    ) -> None:
        """`columns` are (cadre, bundle, commune, value) with value above 0."""
        self.broken = RowBoard(communes)
        self._case = case
        self._held: dict[int, list[tuple[int, frozenset[int], int, float]]] = {}
        for cadre, bundle, commune, value in columns:
            titles = frozenset(
                case.organisation.title_at[code] for code in case.organisation.bundles[bundle].codes
            )
            main = case.organisation.title_at[case.organisation.bundles[bundle].main.code]
            self._held.setdefault(cadre, []).append((commune, titles, main, value))

    def places(self, people: People) -> Sequence[int]:
        assert people.members is not None, "a lazy rule counts named people"
        return sorted({row[0] for p in people.members for row in self._held.get(p, ())})

    def count(self, people: People, posts: Posts) -> "Fraction":
        assert people.members is not None, "a lazy rule counts named people"
        value = sum(
            share
            for person in people.members
            for commune, titles, _, share in self._held.get(person, ())
            if commune in posts.communes and titles & posts.titles
        )
        return Fraction(value, Sum((Term(Mode.COUNT, people, posts, 1),)))

    def seats(self, posts: Posts) -> "Fraction":
        raise NotImplementedError("a lazy rule counts named people")

    def headcount(self, people: People, posts: Posts) -> "Fraction":
        raise NotImplementedError("a lazy rule counts named people")

    def at_most(self, value: "Fraction", bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        if value.value > bound + 1e-6:
            self.broken.at_most(value.sum, bound, norm, about)

    def at_least(self, value: "Fraction", bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        if value.value < bound - 1e-6:
            self.broken.at_least(value.sum, bound, norm, about)


@dataclass(frozen=True, slots=True)
class Fraction:
    """A count of a fractional plan and the sum it came from."""

    value: float
    sum: Sum

    def __add__(self, other: Self, /) -> "Fraction":
        return Fraction(self.value + other.value, self.sum + other.sum)

    def __sub__(self, other: Self, /) -> "Fraction":
        return Fraction(self.value - other.value, self.sum - other.sum)

    def __mul__(self, times: int, /) -> "Fraction":
        return Fraction(self.value * times, self.sum * times)


class _Names(SumBoard):
    """A board that only notes whom lazy rules count."""

    def __init__(self) -> None:
        self.people: set[int] = set()

    def places(self, people: People) -> Sequence[int]:
        assert people.members is not None, "a lazy rule counts named people"
        self.people |= people.members
        return ()

    def at_most(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        raise AssertionError("a lazy rule asks for nothing where nobody can be")

    at_least = at_most


@lru_cache(maxsize=2)
def counted_lazily(case: Case) -> frozenset[int]:
    """Positions of the people whom lazy rules count; nobody else can break their rows."""
    board = _Names()
    for rule in all_rules():
        if isinstance(rule, Count) and rule.lazy:
            rule.constrain(case, board)
    return frozenset(board.people)


def broken_lazily(
    case: Case, columns: Iterable[tuple[int, int, int, float]], communes: int
) -> RowBoard:
    """The rows of lazy rules that these (cadre, bundle, commune, value) columns break."""
    probe = Probe(case, columns, communes)
    for rule in all_rules():
        if isinstance(rule, Count) and rule.lazy:
            rule.constrain(case, probe)
    return probe.broken


@dataclass
class NearBoard(RowBoard):
    """A board that takes the rows of lazy rules only where all the people counted may sit."""

    reach: dict[int, frozenset[int]] = field(default_factory=dict)

    def places(self, people: People) -> Sequence[int]:
        assert people.members is not None, "a lazy rule counts named people"
        shared = (self.reach.get(p, frozenset()) for p in people.members)
        return sorted(frozenset.intersection(*shared))


def lazy_rows_near(case: Case, communes: int, columns: Iterable[tuple[int, int]]) -> RowBoard:
    """Every row of lazy rules that plans made of these (cadre, commune) columns could break."""
    reach: dict[int, set[int]] = {}
    for cadre, commune in columns:
        reach.setdefault(cadre, set()).add(commune)
    board = NearBoard(communes, reach={p: frozenset(places) for p, places in reach.items()})
    for rule in all_rules():
        if isinstance(rule, Count) and rule.lazy:
            rule.constrain(case, board)
    return board
