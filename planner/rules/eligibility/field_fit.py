"""Specialists are trained in a field that fits their job position."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre, Title
from planner.rules.competence import IT, FieldsAsked, LevelAsked, it_asked
from planner.rules.roles import Asking
from planner.rules.shape import Gate, Subject, Verdict


class FieldFit(Gate, Asking):
    code = "field_fit"
    title = "Chuyên ngành phù hợp vị trí việc làm"
    subject = Subject.ELIGIBILITY
    reads = ("fields", "it")
    competences = (IT,)

    def asks(self, case: Case, title: Title) -> Iterator[FieldsAsked | LevelAsked]:
        """What the title asks, whether a norm in force refuses who lacks it or not."""
        norm = next(iter(self.norms(case)), None)
        if title.fields:
            yield FieldsAsked(title.fields, norm)
        if title.it:
            yield it_asked(int(title.it), norm)

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for title in bundle.titles:
            trained = not title.fields or bool(title.fields & cadre.fields)
            if not trained or (title.it and (cadre.it or 0) < title.it):
                for norm in self.norms(case):
                    yield Verdict(norm)
                return

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        shared = sorted(bundle.main.fields & cadre.fields)
        for norm in self.norms(case):
            if shared:
                yield f"chuyên ngành {', '.join(shared)} phù hợp", norm

    def explain(self, case: Case, finding: Finding) -> str:
        return "chuyên ngành không phù hợp vị trí việc làm"


RULE = FieldFit()
