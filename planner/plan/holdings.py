"""What a plan says, seat by seat: who holds which known title where. The check counts on these."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from planner.case import Case
from planner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Holding:
    """One person on one post, by position in the case; `main` where the person is counted."""

    cadre: int
    commune: int
    title: int
    main: bool


@lru_cache(maxsize=4)
def holdings(case: Case, plan: Plan) -> tuple[Holding, ...]:
    """Every holding of people and posts that the case knows; others are the check's to name."""
    found = []
    for row in plan.placements:
        cadre = case.cadre_at.get(row.cadre)
        if cadre is None:
            continue
        for code in row.posts:
            post = case.posts.get(code)
            if post is not None:
                spot = case.organisation.cell_of(post)
                found.append(Holding(cadre, *spot, code == row.main))
    return tuple(found)


def people_by_commune(case: Case, rows: Iterable[Holding]) -> list[set[int]]:
    """For each commune the people among `rows`, each once."""
    found: list[set[int]] = [set() for _ in case.communes]
    for row in rows:
        found[row.commune].add(row.cadre)
    return found


def people_seated(case: Case, plan: Plan) -> list[list[int]]:
    """For each commune the people whose main post is there, by position."""
    found: list[list[int]] = [[] for _ in case.communes]
    for row in holdings(case, plan):
        if row.main:
            found[row.commune].append(row.cadre)
    return found


def seats_by_commune(case: Case, rows: Iterable[Holding]) -> list[int]:
    """For each commune the number of `rows`."""
    found = [0] * len(case.communes)
    for row in rows:
        found[row.commune] += 1
    return found
