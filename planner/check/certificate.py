"""The certificate: integer duals from which a bound follows by plain sums, without any solver.

For any duals y ≥ 0 of the counts' bounds, no wish's above its price, no lawful plan costs less than
Σ ±y·bound + Σ_cadres min(points without a post, least points of a place less its duals): whatever
the plan, each missed unit costs its price, which is at least y, and each person takes one place or
none (Lagrange). So a wrong number can only prove less, or be refused; it never proves what is not
so. Duals are whole 1/GRAIN points, hence every sum is exact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.case import Case, People
from planner.check.gates import CLOSED
from planner.check.pairs import Arrays, arrays_of, bare_of
from planner.law.norm import Norm
from planner.rules import all_rules
from planner.rules.shape import Count, Rule
from planner.rules.symbolic import Sum, SumBoard, Term, weights

GRAIN = 64
"""Parts of a point in which duals are whole."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Dual:
    """The price of one bound: `points`/GRAIN for each unit it were looser. `least` says which side
    of the count it is on: at least (True) or at most."""

    norm: str
    about: tuple[str, ...]
    least: bool
    points: int


@dataclass(frozen=True)
class Certificate:
    """`bound` is what the duals are said to prove."""

    bound: int
    duals: tuple[Dual, ...]


class BadCertificate(ValueError):
    """A certificate that proves nothing; the message says which line and why."""


@dataclass(kw_only=True)
class _DualBoard(SumBoard):
    """Weighs every bound that a rule asks for with its dual, and keeps the terms that follow."""

    case: Case
    given: dict[tuple[str, tuple[str, ...], bool], int]
    lazily: Sequence[int]
    bare: bool = False
    """Only musts may have duals, each as high as one likes."""
    constant: int = 0
    """Σ ±y·bound in parts of a point."""
    terms: list[tuple[Term, int]] = field(default_factory=list)

    def places(self, people: People) -> Sequence[int]:
        """Only communes that a dual of a lazy rule names: elsewhere its bounds have none."""
        return self.lazily

    def at_most(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        self._weigh(value, bound, norm, about, False)

    def at_least(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        self._weigh(value, bound, norm, about, True)

    def _weigh(
        self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...], least: bool
    ) -> None:
        points = self.given.pop((norm.id, about, least), 0)
        price = 0 if self.bare else norm.price
        if points < 0 or (not norm.must and points > price * GRAIN):
            most = "" if norm.must else f", nhiều nhất {price * GRAIN}"
            where = " | ".join((norm.id, *about))
            raise BadCertificate(f"{where}: giá đối ngẫu {points}; cần từ 0{most}")
        if points:
            signed = points if least else -points
            self.constant += signed * bound
            self.terms += [(term, signed * term.times) for term in value.terms]


class Reduced:
    """What every place costs each person once the duals are taken off, in parts of a point.

    Raises BadCertificate when a dual is out of range or names a bound that no rule asks for.
    """

    def __init__(self, case: Case, duals: Iterable[Dual], bare: Arrays | None = None) -> None:
        """`bare`: arrays of the same places to prove with, as if every wish were off."""
        self.case, self.arrays = case, bare or arrays_of(case)
        board = _board(case, duals, bare is not None)
        self.constant = board.constant
        shape = (self.arrays.communes, self.arrays.bundles)
        self._everybody = np.zeros(shape, dtype=np.int64)
        self._named: dict[int, dict[frozenset[int], Ints]] = {}
        self._pairs: dict[frozenset[int], Ints] = {}
        known: dict[Term, Ints] = {}
        for term, points in board.terms:
            counted = Term(term.mode, People(), term.posts, 1)
            if counted not in known:
                known[counted] = weights(case, counted)
            given = known[counted] * points
            if term.people.members is None:
                self._everybody[list(term.posts.communes)] += given
                continue
            for commune in term.posts.communes:
                here, members = self._named.setdefault(commune, {}), term.people.members
                here[members] = here[members] + given if members in here else given

    def in_commune(self, commune: int) -> Ints:
        """Per pair of the arrays; CLOSED or more where the pair is not allowed there."""
        arrays = self.arrays
        bare = arrays.cost_in(commune)
        closed = bare >= CLOSED
        points: Ints = bare * GRAIN - self._everybody[commune, arrays.pair_bundle]
        for members, given in self._named.get(commune, {}).items():
            pairs = self._pairs_of(members)
            points[pairs] -= given[arrays.pair_bundle[pairs]]
        points[closed] = CLOSED * GRAIN
        return points

    def of_cadre(self, cadre: int) -> Ints:
        """The same for the pairs of one cadre in all communes: commune × pair of the cadre."""
        arrays = self.arrays
        pairs = np.arange(*arrays.first[cadre : cadre + 2].tolist())
        places = np.arange(arrays.communes)
        bundles = arrays.pair_bundle[pairs]
        bare = arrays.costs(np.tile(pairs, places.size), np.repeat(places, pairs.size))
        points: Ints = (bare * GRAIN).reshape(places.size, pairs.size)
        closed = points >= CLOSED * GRAIN
        points -= self._everybody[:, bundles]
        for commune, named in self._named.items():
            for members, given in named.items():
                if cadre in members:
                    points[commune] -= given[bundles]
        points[closed] = CLOSED * GRAIN
        return points

    def _pairs_of(self, members: frozenset[int]) -> Ints:
        """The pairs of some cadres; kept for sets that come back in many communes."""
        found = self._pairs.get(members)
        if found is None:
            own = [np.arange(*self.arrays.first[n : n + 2].tolist()) for n in sorted(members)]
            found = np.concatenate(own) if own else np.zeros(0, dtype=np.int64)
            self._pairs[members] = found
        return found

    @property
    def total(self) -> int:
        """What no lawful plan costs less than, in parts of a point."""
        return self.constant + int(self.least.sum())

    @cached_property
    def least(self) -> Ints:
        """Per cadre: the least over all places, or what it costs to leave the person without."""
        arrays = self.arrays
        least = arrays.unplaced * GRAIN
        some = np.flatnonzero(arrays.first[1:] > arrays.first[:-1])
        starts = arrays.first[some]
        for commune in range(arrays.communes):
            points = self.in_commune(commune)
            if some.size:
                least[some] = np.minimum(least[some], np.minimum.reduceat(points, starts))
        return least


def _lazy(rule: Rule) -> bool:
    return isinstance(rule, Count) and rule.lazy


def _board(case: Case, duals: Iterable[Dual], bare: bool) -> _DualBoard:
    given: dict[tuple[str, tuple[str, ...], bool], int] = {}
    named: set[int] = set()
    lazy = {n.id for rule in all_rules() if _lazy(rule) for n in rule.norms(case)}
    for dual in duals:
        key = dual.norm, dual.about, dual.least
        if key in given:
            raise BadCertificate(f"{' | '.join((dual.norm, *dual.about))}: hai dòng như nhau")
        given[key] = dual.points
        if dual.norm in lazy:
            named |= {case.commune_at[part] for part in dual.about if part in case.commune_at}
    board = _DualBoard(case=case, given=given, lazily=sorted(named), bare=bare)
    for rule in all_rules():
        if isinstance(rule, Count) and not rule.structural:
            rule.constrain(case, board)
    if board.given:
        norm, about, _ = next(iter(board.given))
        raise BadCertificate(f"{' | '.join((norm, *about))}: không quy tắc nào đặt ra giới hạn này")
    return board


@lru_cache(maxsize=1)
def reduced_by(case: Case, duals: tuple[Dual, ...]) -> Reduced:
    """What the duals leave of every cost, worked out once for the proof and the prices."""
    return Reduced(case, duals)


def proven(case: Case, duals: Iterable[Dual]) -> int:
    """The bound that the duals prove: no lawful plan of `case` costs less. Raises
    BadCertificate."""
    return max(0, -(-reduced_by(case, tuple(duals)).total // GRAIN))


def proves_impossible(
    case: Case, duals: Iterable[Dual], placed: frozenset[str] | None = None
) -> bool:
    """Whether the duals of musts prove, by plain sums, that no plan keeps all of them and places
    everybody who must be placed (only `placed`, when given; Farkas). Raises BadCertificate."""
    return Reduced(case, duals, demanding(case, bare_of(arrays_of(case)), placed)).total > 0


def demanding(case: Case, bare: Arrays, placed: frozenset[str] | None) -> Arrays:
    """Bare arrays in which only `placed` cost a point when left out; None: all who must not be."""
    if placed is None:
        return bare
    chosen = np.zeros(bare.cadres, dtype=np.int64)
    chosen[[case.cadre_at[code] for code in sorted(placed) if code in case.cadre_at]] = 1
    return replace(bare, unplaced=bare.unplaced * chosen)
