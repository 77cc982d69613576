"""The headcount of the province falls by the share that a period and a kind of merger demand."""

from collections.abc import Iterator
from math import floor

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster.levels import QUOTA_BLOCKS
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class Cut(Count):
    """Judged only when the scenario states the headcount of the base period."""

    code = "cut"
    title = "Giảm biên chế theo giai đoạn và loại sáp nhập"
    subject = Subject.QUOTA
    figures = {"cut": number(Unit.SHARE)}

    def limit(self, case: Case, norm: Norm) -> int | None:
        base = case.scenario.base_headcount
        return None if base is None else floor(base - base * norm.ratio("cut"))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            limit = self.limit(case, norm)
            if limit is not None:
                counted = case.organisation.posts_where(lambda title: title.block in QUOTA_BLOCKS)
                board.at_most(board.headcount(EVERYBODY, counted), limit, norm, (norm.id,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            limit = self.limit(case, norm)
            mains = (row for row in holdings(case, plan) if row.main)
            present = sum(case.titles[row.title].block in QUOTA_BLOCKS for row in mains)
            if limit is not None and present > limit:
                yield Finding(self.code, (norm.id,), present - limit, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        limit = self.limit(case, finding.norm)
        return f"nhiều hơn {finding.amount} người so với mức sau cắt giảm {limit} người"


RULE = Cut()
