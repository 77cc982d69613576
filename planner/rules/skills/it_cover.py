"""Every commune keeps somebody who can run its information technology."""

from collections.abc import Iterator

from planner.case import Case, People
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, people_by_commune
from planner.roster import Cadre
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


def capable(cadre: Cadre, norm: Norm) -> bool:
    """Whether the cadre's recorded level reaches the norm's; an unrecorded one does not."""
    return cadre.it is not None and cadre.it >= norm.number("level")


class ItCover(Count):
    code = "it_cover"
    title = "Mỗi xã có người làm được công nghệ thông tin"
    subject = Subject.SKILLS
    scoped_by = UNIT_KEYS
    figures = {"minimum": number(Unit.PEOPLE), "level": number(Unit.LEVEL)}

    def able(self, case: Case, norm: Norm) -> People:
        return case.people(lambda cadre: capable(cadre, norm))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm, communes in self.where(case):
            people, least = self.able(case, norm), norm.number("minimum")
            for commune in communes:
                everywhere = case.organisation.posts_where(lambda title: True, (commune,))
                about = (case.communes[commune].code,)
                board.at_least(board.count(people, everywhere), least, norm, about)

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        sitting = people_by_commune(case, holdings(case, plan))
        for unit, people in zip(case.communes, sitting, strict=True):
            for norm in self.norms_at(case, unit):
                able = sum(capable(case.cadres[person], norm) for person in people)
                if able < norm.number("minimum"):
                    missing = norm.number("minimum") - able
                    yield Finding(self.code, (unit.code,), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} người làm được công nghệ thông tin"


RULE = ItCover()
