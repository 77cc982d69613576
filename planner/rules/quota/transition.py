"""Staff above the quota falls, year by year, to nothing at the end of the transition."""

from collections.abc import Iterator
from datetime import date
from math import floor

from planner.case import Case, People
from planner.law.figure import DAY, Unit, number
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, seats_by_commune
from planner.roster.levels import QUOTA_BLOCKS
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class Transition(Count):
    """At each year's end from the case's day on, the people placed who are then still in service
    are counted against the quota and what is tolerated above it: `start` of the quota when the
    norm began, nothing at its `deadline`, in between along a straight line. No plan of several
    years is made; this is the path that this plan leads to as people retire."""

    code = "transition"
    title = "Lộ trình đưa số người về biên chế được giao"
    subject = Subject.QUOTA
    figures = {"start": number(Unit.SHARE), "deadline": DAY}

    def year_ends(self, case: Case, norm: Norm) -> list[date]:
        """The deadline and its anniversaries before it, after the case's day."""
        end = norm.day("deadline")
        assert end is not None and norm.since is not None, norm.id
        first = max(case.norms.day, norm.since).year
        days = [end.replace(year=year) for year in range(first, end.year + 1)]
        return [day for day in days if day > case.norms.day]

    def tolerated(self, case: Case, commune: int, norm: Norm, day: date) -> int:
        """Headcount tolerated in the unit on that day."""
        blocks = case.organisation.quota_blocks
        quota = sum(case.allotment.quota(commune, block) or 0 for block in blocks)
        end, since = norm.day("deadline"), norm.since
        assert end is not None and since is not None
        whole, left = (end - since).days, (end - day).days
        return quota + floor(norm.ratio("start") * quota * left / whole)

    def still(self, case: Case, day: date) -> frozenset[int]:
        """Positions of the people still in service on that day."""
        ahead = case.norms.months_to(day)
        return frozenset(n for n, cadre in enumerate(case.cadres) if cadre.months_left > ahead)

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            for day in self.year_ends(case, norm):
                people = People(self.still(case, day))
                for commune, unit in enumerate(case.communes):
                    counted = case.organisation.posts_where(
                        lambda t: t.block in QUOTA_BLOCKS, (commune,)
                    )
                    present = board.headcount(people, counted)
                    most = self.tolerated(case, commune, norm, day)
                    board.at_most(present, most, norm, (unit.code, str(day.year)))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        mains = [
            row
            for row in holdings(case, plan)
            if row.main and case.titles[row.title].block in QUOTA_BLOCKS
        ]
        for norm in self.norms(case):
            for day in self.year_ends(case, norm):
                ahead = case.norms.months_to(day)
                serving = (r for r in mains if case.cadres[r.cadre].months_left > ahead)
                for commune, present in enumerate(seats_by_commune(case, serving)):
                    over = present - self.tolerated(case, commune, norm, day)
                    if over > 0:
                        about = (case.communes[commune].code, str(day.year))
                        yield Finding(self.code, about, over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"cuối năm {finding.about[1]} còn vượt {finding.amount} người so với lộ trình"


RULE = Transition()
