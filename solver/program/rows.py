"""The engine's board: counts become symbolic rows over all columns, never lists of variables."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from planner.case import Case, People, Posts
from planner.check.pairs import UNFILLED_DEMAND, Arrays, Ints
from planner.law.norm import Norm
from planner.rules import all_rules, rule_of
from planner.rules.shape import Count
from planner.rules.symbolic import Mode, Sum, SumBoard, Term
from planner.rules.symbolic import weights as weights_of

Floats = NDArray[np.float64]
INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a bound comes from: a norm, and what it is about."""

    norm: Norm
    about: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class RowLimits:
    """lower ≤ sum + short − over ≤ upper, where `short` and `over` cost their price a unit
    (infinite: forbidden)."""

    lower: float = -INFINITE
    upper: float = INFINITE
    short_price: float = INFINITE
    over_price: float = INFINITE
    asked: Origin | None = None
    """Who asks for `lower`."""
    allowed: Origin | None = None
    """Who allows no more than `upper`."""


@dataclass
class RowBoard(SumBoard):
    """Collects what rules ask, one row for each different sum."""

    communes: int
    limits: dict[Sum, RowLimits] = field(default_factory=dict)

    def places(self, people: People) -> Sequence[int]:
        return range(self.communes)

    def at_most(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        limits = self._free(value, bound, "upper")
        limits.upper, limits.allowed = bound, Origin(norm, about)
        limits.over_price = INFINITE if norm.must else norm.price

    def at_least(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        limits = self._free(value, bound, "lower")
        limits.lower, limits.asked = bound, Origin(norm, about)
        limits.short_price = INFINITE if norm.must else norm.price

    def _free(self, value: Sum, bound: int, side: str) -> RowLimits:
        """The row of `value` whose `side` nobody has bound yet and whose other side leaves room for
        `bound`: one row cannot ask for more than it allows. Else a row of its own."""
        limits = self.limits.get(value)
        while limits is not None and not _has_room(limits, bound, side):
            value = Sum(
                (*value.terms, Term(Mode.COUNT, People(frozenset()), Posts((), frozenset()), 1))
            )
            limits = self.limits.get(value)
        return self.limits.setdefault(value, RowLimits())


class Bounds(SumBoard):
    """A board that notes only who asks for which bound, not what is counted."""

    def __init__(self, communes: int) -> None:
        self._communes = communes
        self.found: dict[tuple[str, tuple[str, ...], bool], tuple[int, Norm]] = {}

    def places(self, people: People) -> Sequence[int]:
        return range(self._communes)

    def at_most(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        self.found[norm.id, about, False] = bound, norm

    def at_least(self, value: Sum, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        self.found[norm.id, about, True] = bound, norm


def _has_room(limits: RowLimits, bound: int, side: str) -> bool:
    if side == "upper":
        return limits.upper == INFINITE and limits.lower <= bound
    return limits.lower == -INFINITE and limits.upper >= bound


def _is_lazy(limits: RowLimits) -> bool:
    """Whether the row was added because a lazy rule was broken."""
    origin = limits.asked or limits.allowed
    rule = rule_of(origin.norm.used_by) if origin else None
    return isinstance(rule, Count) and rule.lazy


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of a row that counts some people only: in one commune, a weight for each bundle."""

    row: int
    commune: int
    cadres: Ints
    weights: Floats


class Rows:
    """Rows ready for arithmetic: bounds, prices, and coefficients of any columns.

    A must that asks for people (`demanded`) gets an artificial price in programs, so that they
    stay feasible while columns are few; a plan that falls short of it has no cost.
    """

    def __init__(self, case: Case, arrays: Arrays) -> None:
        self._case, self._arrays = case, arrays
        self._known: dict[Sum, int] = {}
        self.limits: list[RowLimits] = []
        self._everybody: list[tuple[int, int, int, float]] = []
        self.patches: list[Patch] = []
        board = RowBoard(arrays.communes)
        for rule in all_rules():
            if isinstance(rule, Count) and not rule.structural and not rule.lazy:
                rule.constrain(case, board)
        self.add(board)

    def __len__(self) -> int:
        return len(self.limits)

    def add(self, board: RowBoard) -> int:
        """Adds the rows of `board` that are not there yet; how many were new."""
        new = {value: limits for value, limits in board.limits.items() if value not in self._known}
        for value, limits in new.items():
            row = self._known[value] = len(self.limits)
            self.limits.append(limits)
            for term in value.terms:
                self._place(row, term)
        self._build()
        return len(new)

    def bounded_as(self, board: RowBoard) -> "Rows":
        """The same rows with the bounds and prices that `board` has now; what it no longer asks
        for binds nobody, what it newly asks for is added."""
        fresh, known = self.copied(), board.limits
        lazily = {row for row, limits in enumerate(self.limits) if _is_lazy(limits)}
        fresh.limits = [
            limits if row in lazily else known.get(value, RowLimits())
            for row, (value, limits) in enumerate(zip(self._known, self.limits, strict=True))
        ]
        if any(value not in self._known for value in known):
            fresh.add(board)
        else:
            fresh.refresh()
        return fresh

    def copied(self) -> "Rows":
        """The same rows, to which others can be added without these growing."""
        fresh = copy(self)
        fresh._known, fresh.limits = dict(self._known), list(self.limits)
        fresh._everybody, fresh.patches = list(self._everybody), list(self.patches)
        return fresh

    def moved_to(self, bounds: "Bounds") -> "Rows | None":
        """The same rows at the bounds that are asked for now; None when something else is asked
        for than before, so that rows would have to be made."""
        fresh, left = self.copied(), dict(bounds.found)
        fresh.limits = []
        for limits in self.limits:
            if _is_lazy(limits):
                fresh.limits.append(limits)
                continue
            moved = RowLimits()
            for origin, least in ((limits.asked, True), (limits.allowed, False)):
                found = left.pop((origin.norm.id, origin.about, least), None) if origin else None
                if found is None:
                    continue
                bound, norm = found
                price = INFINITE if norm.must else norm.price
                if least:
                    moved.lower, moved.short_price, moved.asked = bound, price, origin
                else:
                    moved.upper, moved.over_price, moved.allowed = bound, price, origin
            fresh.limits.append(moved)
        if left or any(limits.lower > limits.upper for limits in fresh.limits):
            return None
        fresh.refresh()
        return fresh

    def communes_of(self, rows: Iterable[int]) -> tuple[int, ...]:
        """Communes where some column counts in one of `rows`."""
        sums = list(self._known)
        terms = (term for row in rows for term in sums[row].terms)
        return tuple(sorted({commune for term in terms for commune in term.posts.communes}))

    def _place(self, row: int, term: Term) -> None:
        weights = weights_of(self._case, term).astype(np.float64)
        used = np.flatnonzero(weights)
        if used.size == 0:
            return
        for commune in term.posts.communes:
            if term.people.members is None:
                self._everybody += [
                    (row, commune, bundle, weights[bundle]) for bundle in used.tolist()
                ]
            else:
                cadres = np.array(sorted(term.people.members), dtype=np.int64)
                self.patches.append(Patch(row, commune, cadres, weights))

    def _build(self) -> None:
        spots = self._arrays.communes * self._arrays.bundles
        entries = np.array(self._everybody, dtype=np.float64).reshape(-1, 4)
        spot = entries[:, 1] * self._arrays.bundles + entries[:, 2]
        self.matrix = sparse.csc_array(
            (entries[:, 3], (entries[:, 0].astype(np.int64), spot.astype(np.int64))),
            shape=(len(self.limits), spots),
        )
        self.by_commune: dict[int, list[Patch]] = {}
        for patch in self.patches:
            self.by_commune.setdefault(patch.commune, []).append(patch)
        self.refresh()

    @property
    def priced(self) -> bool:
        """Whether some count is a wish; without any, the whole is nearly an assignment problem."""
        return bool(
            (np.isfinite(self.short_price) & np.isfinite(self.lower) & ~self.demanded).any()
            or (np.isfinite(self.over_price) & np.isfinite(self.upper)).any()
        )

    def refresh(self) -> None:
        """Takes over what `limits` says now."""
        fields = ("lower", "upper", "short_price", "over_price")
        self.lower, self.upper, self.short_price, self.over_price = (
            np.array([getattr(limits, name) for limits in self.limits], dtype=np.float64)
            for name in fields
        )
        self.demanded = np.isinf(self.short_price) & (self.lower > 0)
        self.short_price[self.demanded] = UNFILLED_DEMAND

    def of_columns(self, cadre: Ints, bundle: Ints, commune: Ints) -> sparse.csc_array:
        """Coefficients of the given columns: rows × columns."""
        spots = self.matrix[:, commune * self._arrays.bundles + bundle]
        rows: list[Ints] = []
        columns: list[Ints] = []
        values: list[Floats] = []
        order = np.argsort(commune, kind="stable")
        starts = np.searchsorted(commune[order], np.arange(self._arrays.communes + 1))
        member = np.zeros(self._arrays.cadres, dtype=np.bool_)
        for place, patches in self.by_commune.items():
            here = order[starts[place] : starts[place + 1]]
            if not here.size:
                continue
            for patch in patches:
                member[patch.cadres] = True
                among = here[member[cadre[here]]]
                member[patch.cadres] = False
                weights = patch.weights[bundle[among]]
                among, weights = among[weights != 0], weights[weights != 0]
                rows.append(np.full(among.size, patch.row))
                columns.append(among)
                values.append(weights)
        if not rows:
            return spots
        extra = sparse.csc_array(
            (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
            shape=spots.shape,
        )
        return sparse.csc_array(spots + extra)

    def slack_cost(self, activity: Floats) -> float:
        """What missing the bounds costs at this activity; infinite when a must is broken."""
        short, over = self.missed(activity)
        walls = self.demanded | np.isinf(self.short_price)
        forbidden = (walls & (short > 0)) | (np.isinf(self.over_price) & (over > 0))
        if forbidden.any():
            return INFINITE
        prices = np.where(np.isinf(self.short_price), 0, self.short_price)
        tops = np.where(np.isinf(self.over_price), 0, self.over_price)
        return float(prices @ short + tops @ over)

    def missed(self, activity: Floats) -> tuple[Floats, Floats]:
        """How far each row is below its lower and above its upper bound."""
        return (
            np.maximum(0, np.where(np.isinf(self.lower), 0, self.lower - activity)),
            np.maximum(0, np.where(np.isinf(self.upper), 0, activity - self.upper)),
        )
