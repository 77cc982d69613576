"""What all gates together say: who may hold what, where, and at what price, as tables.

Each gate is asked once per signature, that is for one of the cadres who agree in all it reads.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.case import Case
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Gate, Spot, Verdict

CLOSED = 10**8
"""Points that stand for "not allowed" in tables of costs."""
ANYWHERE, NOWHERE = -1, -2
WAIVED = "có quyết định của cấp có thẩm quyền cho miễn"


@dataclass(frozen=True, eq=False, kw_only=True)
class Eligibility:
    allowed: NDArray[np.bool_]
    """Bundle × cadre: no must refuses the pair."""
    price: NDArray[np.int64]
    """Bundle × cadre: points of the wishes that do."""
    place: NDArray[np.int32]
    """Commune × cadre: points for sitting there, CLOSED where a must refuses."""
    spare: NDArray[np.int64]
    """Points for leaving each cadre without a post."""
    demanded: NDArray[np.bool_]
    """Cadres whom a must forbids to leave without a post."""
    closed: Mapping[tuple[int, str], int]
    """(cadre, post code) → points, CLOSED where a must refuses."""
    only: NDArray[np.int32]
    """Bundle × cadre: the one commune where a must allows the pair; ANYWHERE where it may be any,
    NOWHERE where two musts name different ones."""
    fined_outside: NDArray[np.int32]
    """Bundle × cadre: the one commune where no wish charges the pair; ANYWHERE where none does."""
    fine: NDArray[np.int64]
    """Bundle × cadre: points for sitting in any other."""
    refused: Mapping[str, NDArray[np.bool_]]
    """Gate → bundle × cadre: a must of it refuses the pair."""

    def fits(self, case: Case, post: str) -> NDArray[np.bool_]:
        """Per cadre: some bundle with this post is allowed, in its commune."""
        title, commune = case.posts[post].title, case.commune_of(post)
        bundles = [n for n, bundle in enumerate(case.organisation.bundles) if title in bundle.codes]
        open_here = self.place[commune] < CLOSED
        for (cadre, code), points in self.closed.items():
            if code == post and points >= CLOSED:
                open_here[cadre] = False
        here = np.isin(self.only[bundles], (ANYWHERE, commune))
        fitting: NDArray[np.bool_] = (self.allowed[bundles] & here).any(axis=0) & open_here
        return fitting


@lru_cache(maxsize=2)
def eligibility(case: Case) -> Eligibility:
    """The tables of `case`."""
    people = len(case.cadres)
    closed: dict[tuple[int, str], int] = {}
    refused: dict[str, NDArray[np.bool_]] = {}
    found = Eligibility(
        allowed=np.ones((len(case.organisation.bundles), people), dtype=np.bool_),
        price=np.zeros((len(case.organisation.bundles), people), dtype=np.int64),
        place=np.zeros((len(case.communes), people), dtype=np.int32),
        spare=np.zeros(people, dtype=np.int64),
        demanded=np.zeros(people, dtype=np.bool_),
        closed=closed,
        only=np.full((len(case.organisation.bundles), people), ANYWHERE, dtype=np.int32),
        fined_outside=np.full((len(case.organisation.bundles), people), ANYWHERE, dtype=np.int32),
        fine=np.zeros((len(case.organisation.bundles), people), dtype=np.int64),
        refused=refused,
    )
    for rule in all_rules():
        if isinstance(rule, Gate):
            refused[rule.code] = _judge(case, rule, found)
            _locate(case, rule, found)
            for cadre, post, verdict in rule.closed(case):
                points = CLOSED if verdict.norm.must else verdict.norm.price
                closed[cadre, post] = min(closed.get((cadre, post), 0) + points, CLOSED)
    return found


def verdicts(
    case: Case, gate: Gate, cadre: Cadre, spot: Spot, posts: Collection[str]
) -> Iterator[Verdict]:
    """All that `gate` says of `cadre` on `spot`, whose post codes are `posts`."""
    waived = case.requests.waived.get(cadre.code, frozenset())
    for verdict in gate.judge(case, cadre, spot.bundle):
        yield as_waived(verdict, waived)
    yield from _elsewhere(case, gate, cadre, spot, posts)


def as_waived(verdict: Verdict, waived: frozenset[str]) -> Verdict:
    """The verdict, or a condition instead of a refusal whose norm is waived."""
    if verdict.refused and verdict.norm.id in waived:
        return Verdict(verdict.norm, condition=WAIVED)
    return verdict


def _elsewhere(
    case: Case, gate: Gate, cadre: Cadre, spot: Spot, posts: Collection[str]
) -> Iterator[Verdict]:
    place = case.cadre_at[cadre.code]
    yield from (v for only, v in gate.confined(case, cadre, spot.bundle) if only != spot.commune)
    if place in _concerned(case, gate):
        yield from gate.locate(case, cadre, spot.commune)
    closed = _closed(case, gate)
    yield from (v for post in posts for v in closed.get((place, post), ()))


@lru_cache(maxsize=64)
def _concerned(case: Case, gate: Gate) -> frozenset[int]:
    """Cadres whom the gate may bar from places; none when it speaks of everybody alike."""
    return frozenset(gate.concerns(case) or ())


@lru_cache(maxsize=64)
def _closed(case: Case, gate: Gate) -> Mapping[tuple[int, str], tuple[Verdict, ...]]:
    """(cadre, post code) → what refuses that one pair."""
    found: dict[tuple[int, str], tuple[Verdict, ...]] = {}
    for cadre, post, verdict in gate.closed(case):
        found[cadre, post] = (*found.get((cadre, post), ()), verdict)
    return found


def _judge(case: Case, gate: Gate, found: Eligibility) -> NDArray[np.bool_]:
    """Writes what the gate says of all pairs; returns which pairs a must of it refuses."""
    refused = np.zeros_like(found.allowed)
    concerned = gate.concerns(case)
    groups: dict[tuple[Any, ...], list[int]] = {}
    for place in range(len(case.cadres)) if concerned is None else concerned:
        waived = case.requests.waived.get(case.cadres[place].code)
        signature = (waived, *(_read(case, case.cadres[place], name) for name in gate.reads))
        groups.setdefault(signature, []).append(place)
    for members in groups.values():
        person = case.cadres[members[0]]
        waived = case.requests.waived.get(person.code, frozenset())
        for number, bundle in enumerate(case.organisation.bundles):
            for verdict in gate.judge(case, person, bundle):
                if verdict.norm.id in waived:
                    continue
                if verdict.refused and verdict.norm.must:
                    found.allowed[number, members] = False
                    refused[number, members] = True
                elif verdict.refused:
                    found.price[number, members] += verdict.norm.price
            for commune, verdict in gate.confined(case, person, bundle):
                if verdict.norm.must:
                    own = found.only[number, members]
                    found.only[number, members] = np.where(
                        (own == ANYWHERE) | (own == commune), commune, NOWHERE
                    )
                else:
                    found.fined_outside[number, members] = commune
                    found.fine[number, members] += verdict.norm.price
    return refused


def _read(case: Case, cadre: Cadre, name: str) -> Any:
    """What a gate sees of an attribute; of a present post only its title matters."""
    value = getattr(cadre, name)
    return case.posts[value].title if name == "post" and value in case.posts else value


def _locate(case: Case, gate: Gate, found: Eligibility) -> None:
    for cadre in gate.concerns(case) or ():
        who = case.cadres[cadre]
        for commune in range(len(case.communes)):
            for verdict in gate.locate(case, who, commune):
                if verdict.refused:
                    price = CLOSED if verdict.norm.must else verdict.norm.price
                    found.place[commune, cadre] = min(found.place[commune, cadre] + price, CLOSED)
        for verdict in gate.spare(case, who):
            if verdict.refused and verdict.norm.must:
                found.demanded[cadre] = True
            elif verdict.refused:
                found.spare[cadre] += verdict.norm.price
