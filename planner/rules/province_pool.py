"""Over the province, holders of certain titles stay within an average per unit or office."""

from collections.abc import Iterator
from math import floor

from planner.board import Board, Posts, T
from planner.case import Case
from planner.finding import Finding
from planner.norms import Norm
from planner.plan import Plan
from planner.rules.shape import Count


class ProvincePool(Count):
    code = "province_pool"
    title = "Bình quân toàn tỉnh về số cấp phó không vượt mức"

    def limit(self, case: Case, norm: Norm) -> int:
        """Average × number of posts, rounded down: the law gives an average, people are whole."""
        posts = sum(self.pooled(case, norm, post.code) for post in case.roster.posts)
        return floor(norm.ratio("average") * posts)

    def pooled(self, case: Case, norm: Norm, post: str) -> bool:
        """Whether the norm counts holders of `post`."""
        return post in case.posts and case.title_of(post).role in norm.names("titles")

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            roles = norm.names("titles")
            named = frozenset(n for n, title in enumerate(case.titles) if title.role in roles)
            pool = Posts(tuple(range(len(case.communes))), named)
            board.at_most(board.seats(pool), self.limit(case, norm), norm, (norm.id,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            held = sum(
                holder in case.cadre_at
                for code, holders in plan.by_post.items()
                if self.pooled(case, norm, code)
                for holder in holders
            )
            if held > self.limit(case, norm):
                yield Finding(self.code, (norm.id,), held - self.limit(case, norm), norm)

    def explain(self, case: Case, finding: Finding) -> str:
        limit = self.limit(case, finding.norm)
        return f"{finding.norm.title.lower()}: vượt {finding.amount} so với {limit} người"


RULE = ProvincePool()
