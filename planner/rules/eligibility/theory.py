"""Leaders have the political theory that their titles ask for."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre, Title
from planner.roster.levels import Theory
from planner.rules.competence import POLITICAL, LevelAsked
from planner.rules.roles import Asking
from planner.rules.shape import Gate, Subject, Verdict


class TheoryGate(Gate, Asking):
    code = "theory"
    title = "Trình độ lý luận chính trị theo chức danh"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {"level": word(*Theory.__members__)}
    reads = ("theory",)
    competences = (POLITICAL,)

    def asks(self, case: Case, title: Title) -> Iterator[LevelAsked]:
        for norm, level in self.asked(case, Bundle((title,))):
            if level:
                words = level.label.lower()
                yield LevelAsked(
                    competence=POLITICAL,
                    level=level,
                    needed=words,
                    norm=norm,
                    reached=lambda cadre: cadre.theory,
                )

    def asked(self, case: Case, bundle: Bundle) -> Iterator[tuple[Norm, Theory]]:
        """Norms that ask something of holders of `bundle`, and the level they ask."""
        own = max(title.theory for title in bundle.titles)
        for norm in self.norms(case):
            if any(norm.covers(title) for title in bundle.titles):
                yield norm, max(own, Theory[norm.word("level")])

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm, level in self.asked(case, bundle):
            if cadre.theory < level:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for norm, level in self.asked(case, bundle):
            if norm.must and level and cadre.theory >= level:
                yield f"lý luận chính trị {cadre.theory.label.lower()}", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        return f"lý luận chính trị {cadre.theory.label.lower()}, thấp hơn yêu cầu"


RULE = TheoryGate()
