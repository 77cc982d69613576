"""No block of a commune is starved while others are full."""

from collections.abc import Iterator
from math import floor

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster.levels import Block
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class BlockBalance(Count):
    """Of the blocks that are planned."""

    code = "block_balance"
    title = "Cân đối giữa các khối Đảng, chính quyền, Mặt trận"
    subject = Subject.SHARES
    scoped_by = UNIT_KEYS
    figures = {"share": number(Unit.SHARE)}

    def least(self, case: Case, commune: int, block: Block, norm: Norm) -> int:
        return floor(norm.ratio("share") * (case.allotment.quota(commune, block) or 0))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for block in case.organisation.quota_blocks:
                    posts = case.organisation.posts_of_block(block, (commune,))
                    least = self.least(case, commune, block, norm)
                    present = board.headcount(EVERYBODY, posts)
                    board.at_least(present, least, norm, (unit.code, block.name))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        present: dict[tuple[int, Block], int] = {}
        for row in holdings(case, plan):
            if row.main:
                spot = row.commune, case.titles[row.title].block
                present[spot] = present.get(spot, 0) + 1
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for block in case.organisation.quota_blocks:
                    has = present.get((commune, block), 0)
                    short = self.least(case, commune, block, norm) - has
                    if short > 0:
                        yield Finding(self.code, (unit.code, block.name), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        block = Block[finding.about[1]].label
        return f"{block} thiếu {finding.amount} người so với mức cân đối"


RULE = BlockBalance()
