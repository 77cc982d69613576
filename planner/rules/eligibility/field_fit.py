"""Specialists are trained in a field that fits their job position."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class FieldFit(Gate):
    code = "field_fit"
    title = "Chuyên ngành phù hợp vị trí việc làm"
    subject = Subject.ELIGIBILITY
    reads = ("fields", "it")

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
