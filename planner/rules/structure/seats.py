"""Nobody sits on a seat that a post does not have."""

from collections.abc import Iterator

from planner.case import Case, Posts
from planner.plan import Finding, Plan
from planner.rules.board import Board, T
from planner.rules.roles import CapsSeats
from planner.rules.shape import Subject


class Seats(CapsSeats):
    code = "seats"
    title = "Số người giữ một chức danh không vượt số lượng tối đa"
    subject = Subject.STRUCTURE

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            for (commune, title), post in case.organisation.post_in.items():
                filled = board.seats(Posts((commune,), frozenset({title})))
                board.at_most(filled, post.maximum, norm, (post.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            for code, holders in plan.by_post.items():
                known = sum(holder in case.cadre_at for holder in holders)
                if code in case.posts and known > case.posts[code].maximum:
                    yield Finding(self.code, (code,), known - case.posts[code].maximum, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        post = case.posts[finding.about[0]]
        return f"vượt {finding.amount} người so với tối đa {post.maximum}"


RULE = Seats()
