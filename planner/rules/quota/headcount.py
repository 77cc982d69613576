"""No block of a commune holds more people than its quota."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case, Posts
from planner.plan import Finding, Plan
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.rules.board import Board, T
from planner.rules.roles import CapsBlocks
from planner.rules.shape import Subject


class Headcount(CapsBlocks):
    code = "headcount"
    title = "Số người của mỗi khối trong biên chế được giao"
    subject = Subject.QUOTA

    def posts(self, case: Case, commune: int, block: Block) -> Posts:
        return case.organisation.posts_of_block(block, (commune,))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            for commune, unit in enumerate(case.communes):
                for block in QUOTA_BLOCKS:
                    quota = case.allotment.quota(commune, block)
                    if quota is None:
                        continue
                    present = board.headcount(EVERYBODY, self.posts(case, commune, block))
                    board.at_most(present, quota, norm, (unit.code, block.name))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        present: dict[tuple[str, Block], int] = {}
        for placement in plan.placements:
            if placement.cadre in case.cadre_at and placement.main in case.posts:
                spot = case.posts[placement.main].commune, case.title_of(placement.main).block
                present[spot] = present.get(spot, 0) + 1
        for norm in self.norms(case):
            for (commune, block), number in present.items():
                quota = case.allotment.quota(case.commune_at[commune], block)
                if quota is not None and number > quota:
                    yield Finding(self.code, (commune, block.name), number - quota, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"{Block[finding.about[1]].label} thừa {finding.amount} người so với biên chế"


RULE = Headcount()
