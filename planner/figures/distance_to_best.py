"""How far a plan can be from the best, in words that mean something: points, moves, and without the
cost that no plan avoids."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check import Report
from planner.check.pairs import arrays_of
from planner.plan import Plan
from planner.roster.levels import QUOTA_BLOCKS, Block, Grade
from planner.rules import rules_of
from planner.rules.roles import CapsBlocks, KeepsNear


@dataclass(frozen=True, slots=True)
class Distance:
    """`points` = cost − bound; `relative` to the cost; `avoidable` relative to the cost less what
    leaving people out must cost; `moves`: about how many specialists moved the points are worth,
    None when no price of moving is known."""

    points: int
    relative: float
    avoidable: float
    moves: float | None


def distance_to_best(case: Case, plan: Plan, report: Report, bound: int) -> Distance:
    points = max(0, report.cost - bound)
    free = report.cost - unavoidable(case)
    move = price_of_a_move(case, plan, report)
    return Distance(
        points,
        points / report.cost if report.cost else 0.0,
        points / free if free > 0 else 0.0,
        points / move if move else None,
    )


def unavoidable(case: Case) -> int:
    """Points that every plan pays for people without a post: those nobody may place, and of the
    others the cheapest as many as there are more people than places."""
    arrays = arrays_of(case)
    fitting = arrays.first[1:] > arrays.first[:-1]
    cheapest = np.sort(arrays.unplaced[fitting])
    left = max(0, cheapest.size - places(case))
    return int(arrays.unplaced[~fitting].sum() + cheapest[:left].sum())


def places(case: Case) -> int:
    """The most people who can have a main post: seats of each block, and its quota where that is a
    must."""
    seats: dict[tuple[int, Block], int] = {}
    for post in case.roster.posts:
        spot = case.commune_at[post.commune], case.title_of(post.code).block
        seats[spot] = seats.get(spot, 0) + post.maximum
    if any(norm.must for rule in rules_of(CapsBlocks) for norm in rule.norms(case)):
        for (commune, block), number in seats.items():
            quota = case.allotment.quota(commune, block) if block in QUOTA_BLOCKS else None
            seats[commune, block] = number if quota is None else min(number, quota)
    return sum(seats.values())


def price_of_a_move(case: Case, plan: Plan, report: Report) -> float | None:
    """What one specialist placed outside the present unit costs on average in this plan; when
    nobody is, what leaving the unit alone costs."""
    movers = {
        row.cadre
        for row in plan.placements
        if row.main in case.posts
        and row.cadre in case.cadre_at
        and case.cadre(row.cadre).grade is Grade.SPECIALIST
        and case.whereabouts.away(case.cadre_at[row.cadre], case.commune_of(row.main))
    }
    near = {rule.code for rule in rules_of(KeepsNear)}
    points = [f.cost for f in report.findings if f.rule in near and f.about[0] in movers]
    if movers and sum(points):
        return sum(points) / len(movers)
    prices = [rule.price_of_leaving(case) for rule in rules_of(KeepsNear)]
    return float(sum(prices)) or None
