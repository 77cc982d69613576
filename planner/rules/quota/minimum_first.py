"""Every unit comes near its frame before any goes above its own."""

from collections.abc import Iterator
from math import floor

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, seats_by_commune
from planner.roster.levels import QUOTA_BLOCKS
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class MinimumFirst(Count):
    """A sufficient reading: people short of the minimum are priced here, people above the frame by
    the rule of headcount, so whoever could fill a gap is not put where there are enough."""

    code = "minimum_first"
    title = "Bảo đảm số người tối thiểu của mọi xã trước khi xã nào vượt khung"
    subject = Subject.QUOTA
    scoped_by = UNIT_KEYS
    figures = {"share": number(Unit.SHARE)}

    def least(self, case: Case, commune: int, norm: Norm) -> int:
        """The minimum share of the frame of the blocks planned, in whole people."""
        blocks = case.organisation.quota_blocks
        frame = sum(case.allotment.quota(commune, block) or 0 for block in blocks)
        return floor(norm.ratio("share") * frame)

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            counted = case.organisation.posts_where(
                lambda title: title.block in QUOTA_BLOCKS, (commune,)
            )
            for norm in self.norms_at(case, unit):
                present = board.headcount(EVERYBODY, counted)
                board.at_least(present, self.least(case, commune, norm), norm, (unit.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        mains = (
            row
            for row in holdings(case, plan)
            if row.main and case.titles[row.title].block in QUOTA_BLOCKS
        )
        for commune, present in enumerate(seats_by_commune(case, mains)):
            unit = case.communes[commune]
            for norm in self.norms_at(case, unit):
                short = self.least(case, commune, norm) - present
                if short > 0:
                    yield Finding(self.code, (unit.code,), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} người so với mức tối thiểu của khung"


RULE = MinimumFirst()
