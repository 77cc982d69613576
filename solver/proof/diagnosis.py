"""An honest no: which demands clash, each clash re-verified alone, and what would end it.

A clash is cut down to demands of which none can be left out; each way out is confirmed by asking
again. "Impossible" is said only on a proof (see `solver.feasible`) or on two solvers' word.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from time import monotonic

import numpy as np

from planner.case import Case
from planner.check.certificate import Dual, proves_impossible
from planner.check.gates import eligibility
from planner.roster import Demand
from planner.why.clash import Bound, Clash, clash_text, clashes, with_only, without
from planner.why.remedies import MOST_AMOUNT, candidate_ways, of_amount, plain_ways, rank_of_way
from planner.why.way_out import WayOut
from solver.proof.feasible import Feasibility, Possibility, feasibility, musts

MOST_CLASHES = 12
REDUCING = 0.6
"""Part of the time left that may go into cutting a clash down."""


@dataclass(frozen=True)
class Found:
    """A clash, the ways out that were confirmed to end it, the cheapest first, and the duals that
    prove it (none where two solvers' word stands)."""

    clash: Clash
    ways: tuple[WayOut, ...]
    duals: tuple[Dual, ...] = ()


@dataclass(frozen=True)
class Diagnosis:
    """`together`: one way out for each clash, confirmed to make the whole possible when
    `confirmed`."""

    verdict: Possibility
    _: KW_ONLY
    found: tuple[Found, ...] = ()
    together: tuple[WayOut, ...] = ()
    confirmed: bool = False
    more: bool = False
    """Whether there are more clashes than were looked at."""


def diagnose(
    case: Case, seconds: float = 300.0, tell: Callable[[str], None] = lambda stage: None
) -> Diagnosis:
    """Why no plan keeps every must, or that one does; UNKNOWN when neither could be shown in
    time."""
    return _Doctor(case, seconds, tell).run()


class _Doctor:
    def __init__(self, case: Case, seconds: float, tell: Callable[[str], None]) -> None:
        self.case, self.tell = case, tell
        self._end = monotonic() + seconds

    def _left(self) -> float:
        return max(0.0, self._end - monotonic())

    def run(self) -> Diagnosis:
        self.tell("clashes")
        found = [Found(clash, plain_ways(self.case, clash)) for clash in clashes(self.case)]
        rest = self.case
        for one in found:
            rest = without(rest, one.clash.demands)
        ignored: set[Bound] = set()
        verdict = Possibility.UNKNOWN
        for _ in range(MOST_CLASHES):
            self.tell("feasible")
            kept = musts(rest) - ignored if ignored else None
            answer = feasibility(rest, kept, seconds=self._left)
            verdict = answer.verdict
            if verdict is not Possibility.IMPOSSIBLE:
                break
            self.tell("irreducible")
            clash, duals = self._irreducible(rest, answer, kept)
            if clash is None:
                verdict = Possibility.UNKNOWN
                break
            self.tell("ways")
            found.append(Found(clash, self._ways_of_proven(rest, clash), duals))
            rest = without(rest, clash.demands)
            ignored |= set(clash.bounds)
            if not clash.demands and not clash.bounds:
                break
        if not found:
            return Diagnosis(verdict)
        together, confirmed = self._together(found)
        more = verdict is Possibility.IMPOSSIBLE
        return Diagnosis(
            Possibility.IMPOSSIBLE,
            found=tuple(found),
            together=together,
            confirmed=confirmed,
            more=more,
        )

    def _together(self, found: list[Found]) -> tuple[tuple[WayOut, ...], bool]:
        """The cheapest way of each clash, and whether all of them make the whole possible."""
        self.tell("together")
        chosen = tuple(dict.fromkeys(one.ways[0] for one in found if one.ways))
        if len(found) > len([one for one in found if one.ways]):
            return chosen, False
        case = self.case
        for way in chosen:
            case = way.applied(case)
        if clashes(case):
            return chosen, False
        return chosen, feasibility(case, seconds=self._left).verdict is Possibility.POSSIBLE

    def _irreducible(
        self, case: Case, answer: Feasibility, kept: frozenset[Bound] | None
    ) -> tuple[Clash | None, tuple[Dual, ...]]:
        """Members of the proof less all that can be left out, and what proves that these alone
        clash, checked by plain sums (nothing where it was two solvers' word). None without a proof.
        """
        bounds = {(dual.norm, dual.about, dual.least) for dual in answer.duals}
        bounds |= {bound for bound, _ in answer.missing}
        involved = set(answer.weights) | set(answer.unplaced)
        units = {part.split("/")[0] for _, about, _ in bounds for part in about}
        demands = [
            d
            for d in case.requests.demands
            if d.cadre in involved or d.target.split("/")[0] in units or d.target in units
        ]
        pinned = {d.cadre for d in demands if d.pin}
        people = sorted(code for code in involved if code not in pinned)
        if not self._clash(case, bounds, demands, people):
            bounds = set(musts(case)) if kept is None else set(kept)
            demands, people = list(case.requests.demands), self._demanded(case)
            if not self._clash(case, bounds, demands, people):
                return None, ()
        until = monotonic() + self._left() * REDUCING
        for some in (*_by_norm(sorted(bounds)), *([bound] for bound in sorted(bounds))):
            fewer = bounds - set(some)
            trying = monotonic() < until and some[0] in bounds
            if trying and self._clash(case, fewer, demands, people):
                bounds = fewer
        for code in list(people):
            fewer_people = [other for other in people if other != code]
            if monotonic() < until and self._clash(case, bounds, demands, fewer_people):
                people = fewer_people
        for demand in list(demands):
            others = [other for other in demands if other != demand]
            if monotonic() < until and self._clash(case, bounds, others, people):
                demands = others
        alone, placed = with_only(case, demands), _placed(demands, people)
        proof = feasibility(alone, frozenset(bounds), placed, seconds=self._left)
        sound = not proof.duals or proves_impossible(alone, proof.duals, placed)
        if proof.verdict is not Possibility.IMPOSSIBLE or not sound:
            return None, ()
        asked = tuple(sorted(bounds))
        text = clash_text(case, list(asked), demands, people)
        reduced = monotonic() < until
        return Clash(
            tuple(demands), text, bounds=asked, people=tuple(people), reduced=reduced
        ), proof.duals

    def _demanded(self, case: Case) -> list[str]:
        table = eligibility(case)
        return [case.cadres[p].code for p in np.flatnonzero(table.demanded).tolist()]

    def _clash(
        self, case: Case, bounds: set[Bound], demands: list[Demand], people: list[str]
    ) -> bool:
        """Whether these alone cannot be met together."""
        return self._alone(case, bounds, demands, people).verdict is Possibility.IMPOSSIBLE

    def _alone(
        self, case: Case, bounds: set[Bound], demands: list[Demand], people: list[str]
    ) -> Feasibility:
        only = case if demands == list(case.requests.demands) else with_only(case, demands)
        placed = _placed(demands, people)
        return feasibility(only, frozenset(bounds), placed, seconds=self._left)

    def _ways_of_proven(self, case: Case, clash: Clash) -> tuple[WayOut, ...]:
        good = []
        for way in candidate_ways(case, clash):
            for amount in range(1, MOST_AMOUNT + 1):
                tried = of_amount(case, way, amount)
                if tried is None or self._left() <= 0:
                    break
                if self._ended(case, clash, tried):
                    good.append(tried)
                    break
        return tuple(sorted(good, key=rank_of_way))

    def _ended(self, case: Case, clash: Clash, way: WayOut) -> bool:
        """Whether the clash, alone, can be met once the change is made."""
        alone = with_only(case, list(clash.demands))
        after = way.applied(alone)
        bounds = set(clash.bounds) & musts(after)
        demands = list(after.requests.demands)
        people = list(clash.people)
        found = self._alone(after, bounds, demands, people)
        return found.verdict is Possibility.POSSIBLE


def _placed(demands: list[Demand], people: list[str]) -> frozenset[str]:
    """Who must have a post: those named, and those who are pinned."""
    return frozenset(people) | {demand.cadre for demand in demands if demand.pin}


def _by_norm(bounds: list[Bound]) -> list[list[Bound]]:
    """Groups by norm: what a whole norm asks can often be left out at once."""
    groups: dict[str, list[Bound]] = {}
    for bound in bounds:
        groups.setdefault(bound[0], []).append(bound)
    return list(groups.values())
