"""Nobody has two main posts."""

from collections.abc import Iterator

from planner.case import Case, People
from planner.plan import Finding, Plan
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class OneBundle(Count):
    code = "one_bundle"
    title = "Mỗi người chỉ được bố trí một lần"
    subject = Subject.STRUCTURE
    structural = True

    def constrain(self, case: Case, board: Board[T]) -> None:
        everywhere = case.organisation.posts_where(lambda title: True)
        for norm in self.norms(case):
            for place, cadre in enumerate(case.cadres):
                mains = board.headcount(People(frozenset({place})), everywhere)
                board.at_most(mains, 1, norm, (cadre.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            for code, rows in plan.by_cadre.items():
                known = sum(row.main in case.posts for row in rows)
                if code in case.cadre_at and known > 1:
                    yield Finding(self.code, (code,), known - 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"được bố trí {finding.amount + 1} lần"


RULE = OneBundle()
