"""Over the province, the headcount of a block stays within an average per unit."""

from collections.abc import Iterator
from math import floor

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number, word
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster.levels import Block
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class BlockAverage(Count):
    code = "block_average"
    title = "Bình quân toàn tỉnh về số người của một khối"
    subject = Subject.QUOTA
    figures = {"block": word(*Block.__members__), "average": number(Unit.PER_UNIT)}

    def limit(self, case: Case, norm: Norm) -> int:
        return floor(norm.ratio("average") * len(case.communes))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            block = Block[norm.word("block")]
            present = board.headcount(EVERYBODY, case.organisation.posts_of_block(block))
            board.at_most(present, self.limit(case, norm), norm, (norm.id,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            block = Block[norm.word("block")]
            mains = [row for row in holdings(case, plan) if row.main]
            present = sum(case.titles[row.title].block is block for row in mains)
            if present > self.limit(case, norm):
                yield Finding(self.code, (norm.id,), present - self.limit(case, norm), norm)

    def explain(self, case: Case, finding: Finding) -> str:
        limit = self.limit(case, finding.norm)
        return f"nhiều hơn {finding.amount} người so với mức chung {limit} người"


RULE = BlockAverage()
