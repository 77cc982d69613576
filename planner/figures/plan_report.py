"""One plan in figures that a leader compares: the same report for every plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from planner.case import Case
from planner.check import Report
from planner.figures.summary import Figures, figures
from planner.plan import Placement, Plan
from planner.plan.counts import vacant
from planner.plan.holdings import people_seated
from planner.roster import Cadre
from planner.roster.levels import QUOTA_BLOCKS, Block, Grade, Sex
from planner.rules import rules_of
from planner.rules.competence import IT
from planner.rules.cover import Cover

YOUNG = 40
"""Years up to which a leader counts as young in the report; no rule hangs on it."""
FURTHEST = 10
"""One in so many: the share of people with the longest ways that is looked at alone."""
MANY_TITLES = 3


@dataclass(frozen=True, kw_only=True)
class PlanReport:
    """`None` where nothing can be said: no wishes were expressed, nobody is placed."""

    figures: Figures
    breaches: int
    vacant_scarce: int
    excess: Mapping[Block, int]
    """People above the quota, over the units that are above it."""
    shortage: Mapping[Block, int]
    moved_km: float | None
    """Mean kilometres of those who leave their own units."""
    furthest_km: float | None
    """Mean kilometres of the tenth of all placed people that goes furthest."""
    wishes: int
    first_met: int
    any_met: int
    """People with a wish; those who get their first, and any of theirs."""
    many_titles: int
    """People with three titles or more."""
    without_it: int
    """Units that nobody sits in who can run IT: the one cover that reports had from the first."""
    women_leaders: float | None
    young_leaders: float | None
    """Shares among holders of leading posts."""
    worst_old_unit: float | None
    """Placed share of the old unit whose people fare worst."""
    by_rule: Mapping[str, int]
    cost: int
    uncovered: Mapping[str, int] = field(default_factory=dict)
    """The same of every other cover, by code of its competence."""

    def without(self, competence: str) -> int:
        """Units that nobody sits in who can do it."""
        return self.without_it if competence == IT.code else self.uncovered.get(competence, 0)


def plan_report(case: Case, plan: Plan, report: Report) -> PlanReport:
    """The figures of a plan that was checked."""
    rows = [r for r in plan.placements if r.cadre in case.cadre_at and r.main in case.posts]
    ways = {row.cadre: kilometres_of(case, row) for row in rows}
    moving = [km for row in rows if _moves(case, row) for km in (ways[row.cadre],)]
    far = sorted(ways.values(), reverse=True)[: max(1, len(ways) // FURTHEST)]
    leaders = [case.cadre(r.cadre) for r in rows if _leads(case, r)]
    excess, shortage = _against_quota(case, rows)
    wishing = [cadre for cadre in case.cadres if cadre.preferences]
    uncovered = _uncovered(case, plan)
    return PlanReport(
        figures=figures(case, plan),
        breaches=len(report.breaches),
        vacant_scarce=sum(n for code, n in vacant(case, plan) if case.title_of(code).scarce),
        excess=excess,
        shortage=shortage,
        moved_km=_mean(moving),
        furthest_km=_mean(far) if ways else None,
        wishes=len(wishing),
        first_met=sum(choice_of(case, plan, cadre) == 1 for cadre in wishing),
        any_met=sum(choice_of(case, plan, cadre) > 0 for cadre in wishing),
        many_titles=sum(len(row.posts) >= MANY_TITLES for row in plan.placements),
        without_it=uncovered.pop(IT.code, 0),
        women_leaders=_share(leaders, lambda c: c.sex is Sex.FEMALE),
        young_leaders=_share(leaders, lambda c: c.age(case.norms.day) <= YOUNG),
        worst_old_unit=min(placed_by_old_unit(case, plan).values(), default=None),
        by_rule={code: cost for code, (_, cost) in report.by_rule.items()},
        cost=report.cost,
        uncovered=uncovered,
    )


def _uncovered(case: Case, plan: Plan) -> dict[str, int]:
    """Competence → units that nobody sits in who can do it."""
    seated = [[case.cadres[place] for place in people] for people in people_seated(case, plan)]
    return {
        cover.competence.code: sum(not any(cover.does(case, c) for c in here) for here in seated)
        for cover in rules_of(Cover)
    }


def kilometres_of(case: Case, row: Placement) -> int:
    """From where a person lives (else works) to the unit of the main post; 0 in an own unit."""
    commune = case.commune_of(row.main)
    return int(case.whereabouts.distances[commune, case.cadre_at[row.cadre]])


def _moves(case: Case, row: Placement) -> bool:
    return case.whereabouts.away(case.cadre_at[row.cadre], case.commune_of(row.main))


def _leads(case: Case, row: Placement) -> bool:
    return case.title_of(row.main).grade > Grade.SPECIALIST


def choice_of(case: Case, plan: Plan, cadre: Cadre) -> int:
    """Which of their wishes for a unit a person gets: 1, 2, 3; 0 for none."""
    rows = plan.by_cadre.get(cadre.code, ())
    commune = case.posts[rows[0].main].commune if rows and rows[0].main in case.posts else ""
    return cadre.preferences.index(commune) + 1 if commune in cadre.preferences else 0


def placed_by_old_unit(case: Case, plan: Plan) -> dict[str, float]:
    """Old place (old unit or old district) → share of its people who have a post."""
    people: dict[str, list[bool]] = {}
    for cadre in case.cadres:
        if cadre.place:
            people.setdefault(cadre.place, []).append(cadre.code in plan.by_cadre)
    return {place: sum(told) / len(told) for place, told in people.items()}


def _against_quota(case: Case, rows: list[Placement]) -> tuple[dict[Block, int], dict[Block, int]]:
    held: dict[tuple[int, Block], int] = {}
    for row in rows:
        spot = case.commune_of(row.main), case.title_of(row.main).block
        held[spot] = held.get(spot, 0) + 1
    over, under = dict.fromkeys(QUOTA_BLOCKS, 0), dict.fromkeys(QUOTA_BLOCKS, 0)
    for commune in range(len(case.communes)):
        for block in QUOTA_BLOCKS:
            quota = case.allotment.quota(commune, block)
            if quota is not None:
                apart = held.get((commune, block), 0) - quota
                over[block] += max(0, apart)
                under[block] += max(0, -apart)
    return over, under


def _mean(values: list[int]) -> float | None:
    return sum(values) / len(values) if values else None


def _share(people: list[Cadre], claim: Callable[[Cadre], bool]) -> float | None:
    return sum(map(claim, people)) / len(people) if people else None
