"""Every commune keeps somebody who can run its information technology."""

from collections.abc import Iterator

from planner.board import Board, People, T
from planner.case import Case
from planner.finding import Finding
from planner.norms import Norm
from planner.plan import Plan
from planner.roster import Cadre
from planner.rules.shape import Count


def capable(cadre: Cadre, norm: Norm) -> bool:
    """Whether the cadre's recorded level reaches the norm's; an unrecorded one does not."""
    return cadre.it is not None and cadre.it >= norm.number("level")


class ItCover(Count):
    code = "it_cover"
    title = "Mỗi xã có người làm được công nghệ thông tin"

    def able(self, case: Case, norm: Norm) -> People:
        return case.people(lambda cadre: capable(cadre, norm))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            people = self.able(case, norm)
            for commune, unit in enumerate(case.communes):
                present = board.count(people, case.posts_where(lambda title: True, (commune,)))
                board.at_least(present, norm.number("minimum"), norm, (unit.code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            able: dict[str, set[str]] = {unit.code: set() for unit in case.communes}
            for placement in plan.placements:
                cadre = case.cadre_at.get(placement.cadre)
                if cadre is not None and capable(case.cadres[cadre], norm):
                    for post in placement.posts:
                        if post in case.posts:
                            able[case.posts[post].commune].add(placement.cadre)
            for code, people in able.items():
                missing = norm.number("minimum") - len(people)
                if missing > 0:
                    yield Finding(self.code, (code,), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} người làm được công nghệ thông tin"


RULE = ItCover()
