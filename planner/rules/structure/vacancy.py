"""Every seat a post must have is filled; key and scarce seats before all others."""

from collections.abc import Iterator

from planner.case import Case, Posts
from planner.law.figure import word
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding, Plan
from planner.roster import Title
from planner.roster.levels import Grade
from planner.rules.board import Board, T
from planner.rules.roles import FillsSeats
from planner.rules.shape import Subject, WishAbout, WishWords

KINDS = ("key", "scarce", "leader", "any")
"""Kinds of seat, the dearest first."""


class Vacancy(FillsSeats):
    code = "vacancy"
    title = "Đủ số người tối thiểu của từng chức danh"
    subject = Subject.STRUCTURE
    wish = WishWords(
        WishAbout.SEATS, "Lấp đủ chỗ", "Mỗi chỗ tối thiểu đều có người, chủ chốt trước"
    )
    scoped_by = TITLE_KEYS
    figures = {"kind": word(*KINDS)}

    def priced(self, case: Case, title: Title) -> Norm | None:
        """The norm that prices an empty seat of `title`: one whose scope names it before others;
        then of key, scarce, leading and ordinary the first that fits."""
        is_a = {
            "key": title.key,
            "scarce": title.scarce,
            "leader": title.grade > Grade.SPECIALIST,
            "any": True,
        }
        fitting = [n for n in self.norms(case) if is_a[n.word("kind")] and n.covers(title)]
        return min(
            fitting, key=lambda n: (-len(n.scope), KINDS.index(n.word("kind"))), default=None
        )

    def constrain(self, case: Case, board: Board[T]) -> None:
        for (commune, place), post in case.organisation.post_in.items():
            norm = self.priced(case, case.titles[place])
            if norm and post.minimum:
                filled = board.seats(Posts((commune,), frozenset({place})))
                board.at_least(filled, post.minimum, norm, (post.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for post in case.roster.posts:
            norm = self.priced(case, case.title_of(post.code))
            known = sum(holder in case.cadre_at for holder in plan.by_post.get(post.code, ()))
            if norm and known < post.minimum:
                yield Finding(self.code, (post.code,), post.minimum - known, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        title = case.title_of(finding.about[0])
        mark = " (chức danh chủ chốt)" if title.key else ""
        return f"khuyết {finding.amount} chỗ{mark}"


RULE = Vacancy()
