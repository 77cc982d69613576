"""Who could hold a post besides its holders: lawful people first, then those whom little bars."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check.gates import ANYWHERE, CLOSED, eligibility
from planner.plan import Plan
from planner.why.instead import judged
from planner.why.prices import Prices
from planner.why.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """`at_least`: points that any plan with them here costs more; None when not known. `barriers`:
    what bars them, none when lawful. `free`: without a post in the plan."""

    cadre: str
    kilometres: int
    at_least: int | None
    free: bool
    barriers: tuple[Reason, ...] = ()


def candidates(
    case: Case, plan: Plan, post: str, prices: Prices | None, most: int = 5
) -> tuple[Candidate, ...]:
    """The best lawful people for a post who do not hold it: by price where it is known, else
    people without a post first, then the nearest. KeyError for an unknown post."""
    commune = case.commune_of(post)
    fits = eligibility(case).fits(case, post)
    holders = {case.cadre_at.get(code) for code in plan.by_post.get(post, ())}
    far = case.whereabouts.distances[commune]

    def candidate(code: str, at_least: int | None = None) -> Candidate:
        km, free = int(far[case.cadre_at[code]]), code not in plan.by_cadre
        return Candidate(cadre=code, kilometres=km, at_least=at_least, free=free)

    if prices is not None:
        options = prices.of_post(post, most)
        return tuple(candidate(option.cadre, option.at_least) for option in options)
    able = [place for place in np.flatnonzero(fits).tolist() if place not in holders]

    def key(place: int) -> tuple[bool, int, str]:
        code = case.cadres[place].code
        return code in plan.by_cadre, int(far[place]), code

    return tuple(candidate(case.cadres[place].code) for place in sorted(able, key=key)[:most])


def near_misses(case: Case, plan: Plan, post: str, most: int = 5) -> tuple[Candidate, ...]:
    """People whom a single condition or standard bars from a post, the nearest first, each with
    what bars them."""
    wanted = case.posts[post]
    commune = case.commune_at[wanted.commune]
    tables = eligibility(case)
    bundles = [
        n for n, bundle in enumerate(case.organisation.bundles) if wanted.title in bundle.codes
    ]
    if not bundles:
        return ()
    against = sum(refused[bundles].astype(np.int16) for refused in tables.refused.values())
    here = np.isin(tables.only[bundles], (ANYWHERE, commune))
    once = ((np.asarray(against) == 1) & here).any(axis=0) & (tables.place[commune] < CLOSED)
    once &= ~tables.fits(case, post)
    far = case.whereabouts.distances[commune]
    found = []
    for place in sorted(np.flatnonzero(once).tolist(), key=lambda n: (int(far[n]), n)):
        code = case.cadres[place].code
        said = judged(case, code, post)
        if said.refused:
            free = code not in plan.by_cadre
            found.append(
                Candidate(
                    cadre=code,
                    kilometres=int(far[place]),
                    at_least=None,
                    free=free,
                    barriers=said.refused,
                )
            )
        if len(found) == most:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Opening:
    """A post with an empty seat whose conditions somebody meets."""

    post: str
    kilometres: int
    vacant: bool
    """Below its minimum; else a seat up to the maximum."""


def openings(case: Case, plan: Plan, cadre: str, most: int = 5) -> tuple[Opening, ...]:
    """The best openings that conditions and standards allow one person: seats below their minimum
    first, then the nearest. KeyError for an unknown code."""
    place = case.cadre_at[cadre]
    tables = eligibility(case)
    allowed = {
        code
        for number in np.flatnonzero(tables.allowed[:, place]).tolist()
        for code in case.organisation.bundles[number].codes
    }
    found = []
    for post in case.roster.posts:
        held = len(plan.by_post.get(post.code, ()))
        if held >= post.maximum or post.title not in allowed:
            continue
        commune = case.commune_at[post.commune]
        if tables.place[commune, place] < CLOSED and tables.fits(case, post.code)[place]:
            km = int(case.whereabouts.distances[commune, place])
            found.append(Opening(post.code, km, held < post.minimum))
    return tuple(sorted(found, key=lambda o: (not o.vacant, o.kilometres, o.post))[:most])
