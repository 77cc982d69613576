"""A commune has the government staff that its inhabitants call for."""

from collections.abc import Iterator
from math import ceil

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number, word
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster.levels import Block
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class Workload(Count):
    """One person for so many inhabitants, or so many dossiers of procedures a year where they are
    known, never asking for more than the quota, nor for anybody in a block that is not planned; the
    target is fixed before drafting, the spread is only reported."""

    code = "workload"
    title = "Cân đối khối lượng việc theo dân số, theo thủ tục"
    subject = Subject.QUOTA
    scoped_by = UNIT_KEYS
    figures = {
        "block": word(*Block.__members__),
        "inhabitants": number(Unit.INHABITANTS, optional=True),
        "dossiers": number(Unit.DOSSIERS, optional=True),
    }

    def target(self, case: Case, commune: int, norm: Norm) -> int:
        unit, called_for = case.communes[commune], 0
        if Block[norm.word("block")] not in case.organisation.blocks:
            return 0
        if "inhabitants" in norm.values:
            called_for = ceil(unit.population / norm.number("inhabitants"))
        elif unit.dossiers is not None:
            called_for = ceil(unit.dossiers / norm.number("dossiers"))
        quota = case.allotment.quota(commune, Block[norm.word("block")])
        return called_for if quota is None else min(called_for, quota)

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                block = Block[norm.word("block")]
                posts = case.organisation.posts_of_block(block, (commune,))
                present = board.headcount(EVERYBODY, posts)
                board.at_least(present, self.target(case, commune, norm), norm, (unit.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        mains = [row for row in holdings(case, plan) if row.main]
        for commune, unit in enumerate(case.communes):
            here = [case.titles[row.title].block for row in mains if row.commune == commune]
            for norm in self.norms_at(case, unit):
                present = here.count(Block[norm.word("block")])
                short = self.target(case, commune, norm) - present
                if short > 0:
                    yield Finding(self.code, (unit.code,), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} người so với khối lượng việc"


RULE = Workload()
