"""Every specialist holds the basic digital skills."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Unit, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre, Title
from planner.roster.levels import Grade
from planner.rules.competence import IT, LevelAsked, it_asked
from planner.rules.roles import Asking
from planner.rules.shape import Preference, Spot, Subject, Tables


class ItLiterate(Preference, Asking):
    """Only what is recorded counts: an empty level is not known, and costs nothing."""

    code = "it_literate"
    title = "Chuyên viên có kỹ năng số cơ bản"
    subject = Subject.SKILLS
    figures = {"level": number(Unit.LEVEL)}
    competences = (IT,)

    def asks(self, case: Case, title: Title) -> Iterator[LevelAsked]:
        if title.grade is Grade.SPECIALIST:
            for norm in self.norms(case):
                yield it_asked(norm.number("level"), norm)

    def missed(self, cadre: Cadre, bundle: Bundle, norm: Norm) -> bool:
        unskilled = cadre.it is not None and cadre.it < norm.number("level")
        return unskilled and bundle.main.grade is Grade.SPECIALIST

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.organisation.bundles), len(case.cadres)), dtype=np.int32)
        clerks = [b.main.grade is Grade.SPECIALIST for b in case.organisation.bundles]
        for norm in self.norms(case):
            level = norm.number("level")
            low = [cadre.it is not None and cadre.it < level for cadre in case.cadres]
            points += norm.price * np.outer(clerks, low).astype(np.int32)
        return Tables(by_bundle=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        who = case.cadres[cadre]
        for norm in self.norms(case):
            if spot and self.missed(who, spot.bundle, norm):
                yield Finding(self.code, (who.code,), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return "chưa có kỹ năng số cơ bản"


RULE = ItLiterate()
