"""Relatives do not sit in one collective leadership, nor as head and deputy of one office."""

from collections.abc import Iterator

from planner.case import Case, People, Posts
from planner.law.figure import Names, names
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.roster.levels import Grade
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class Kinship(Count):
    code = "kinship"
    title = "Người thân không cùng ở một tập thể lãnh đạo, một ban lãnh đạo phòng"
    subject = Subject.KINSHIP
    figures = {"bodies": names(Names.BODIES)}
    lazy = True

    def circles(self, case: Case, norm: Norm) -> dict[str, frozenset[int]]:
        """Body or office code → titles (by position) whose holders may not be relatives."""
        bodies = {body: case.organisation.members_of(body) for body in norm.names("bodies")}
        offices: dict[str, frozenset[int]] = {}
        for place, title in enumerate(case.titles):
            if title.grade in (Grade.DEPUTY, Grade.HEAD):
                office = title.office.code
                offices[office] = offices.get(office, frozenset()) | {place}
        return {code: titles for code, titles in {**offices, **bodies}.items() if titles}

    def pairs(self, case: Case) -> Iterator[tuple[str, str]]:
        for first, second in sorted({tuple(sorted(pair)) for pair in case.roster.kin}):
            if first in case.cadre_at and second in case.cadre_at:
                yield first, second

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            circles = self.circles(case, norm)
            for first, second in self.pairs(case):
                pair = People(frozenset({case.cadre_at[first], case.cadre_at[second]}))
                for commune in board.places(pair):
                    for code, titles in circles.items():
                        together = board.count(pair, Posts((commune,), titles))
                        about = (first, second, case.communes[commune].code, code)
                        board.at_most(together, 1, norm, about)

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            circles = self.circles(case, norm)
            for first, second in self.pairs(case):
                shared = self._circles_of(case, plan, circles, first)
                for commune, code in sorted(shared & self._circles_of(case, plan, circles, second)):
                    yield Finding(self.code, (first, second, commune, code), 1, norm)

    def _circles_of(
        self, case: Case, plan: Plan, circles: dict[str, frozenset[int]], cadre: str
    ) -> set[tuple[str, str]]:
        held = [
            case.posts[post]
            for row in plan.by_cadre.get(cadre, ())
            for post in row.posts
            if post in case.posts
        ]
        return {
            (post.commune, code)
            for post in held
            for code, titles in circles.items()
            if case.organisation.title_at[post.title] in titles
        }

    def explain(self, case: Case, finding: Finding) -> str:
        body = finding.about[-1]
        offices = {title.office.code: title.office.name for title in case.titles}
        where = case.organisation.profile.body_names.get(body) or offices.get(body, body)
        return f"hai người thân cùng trong {where}"


RULE = Kinship()
