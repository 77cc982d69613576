"""Covers: each unit keeps so many people who can do something, wherever in it they sit."""

from collections.abc import Iterator
from typing import ClassVar

from planner.case import Case, People
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, people_by_commune
from planner.roster import Cadre
from planner.rules.board import Board, T
from planner.rules.competence import Competence
from planner.rules.roles import Trainable
from planner.rules.shape import Subject, WishAbout, WishWords


class Cover(Trainable):
    """Its norms say `minimum`. What it is a cover of is seen in skills, figures, charts and wishes
    without being named there."""

    competence: ClassVar[Competence]
    subject = Subject.SKILLS
    scoped_by = UNIT_KEYS

    @property
    def people(self) -> str:
        """Who is looked for, in words."""
        return f"người làm được {self.competence.short}"

    def needed(self, norm: Norm) -> str:
        """The same, with what the norm asks of them."""
        return self.people

    def recorded(self, cadre: Cadre) -> bool:
        """Whether anything is known of the cadre in this."""
        return True

    def able(self, case: Case, norm: Norm) -> People:
        return case.people(lambda cadre: self.capable(cadre, norm))

    def does(self, case: Case, cadre: Cadre) -> bool:
        """Whether the cadre can do it as some norm in force asks."""
        return any(self.capable(cadre, norm) for norm in self.norms(case))

    def wish_words(self) -> WishWords | None:
        return self.wish or WishWords(WishAbout.SKILLS, self.title, "")

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm, communes in self.where(case):
            people = self.able(case, norm)
            for commune in communes:
                everywhere = case.organisation.posts_where(lambda title: True, (commune,))
                able, about = board.count(people, everywhere), (case.communes[commune].code,)
                board.at_least(able, norm.number("minimum"), norm, about)

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        sitting = people_by_commune(case, holdings(case, plan))
        for unit, people in zip(case.communes, sitting, strict=True):
            for norm in self.norms_at(case, unit):
                able = sum(self.capable(case.cadres[person], norm) for person in people)
                if able < norm.number("minimum"):
                    missing = norm.number("minimum") - able
                    yield Finding(self.code, (unit.code,), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} {self.people}"
