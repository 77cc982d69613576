"""Leaders have the political theory that their titles ask for."""

from collections.abc import Iterator

from planner.bundles import Bundle
from planner.case import Case
from planner.finding import Finding
from planner.levels import Theory
from planner.roster import Cadre
from planner.rules.shape import Gate, Verdict


class TheoryGate(Gate):
    code = "theory"
    title = "Trình độ lý luận chính trị theo chức danh"
    reads = ("theory",)

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        asked = max(title.theory for title in bundle.titles)
        grades = {title.grade.name for title in bundle.titles}
        for norm in self.norms(case):
            if not grades & set(norm.names("grades")):
                continue
            level = max(asked, Theory[str(norm.values["level"])])
            if cadre.theory < level:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> str:
        asked = max(title.theory for title in bundle.titles)
        return f"lý luận chính trị {cadre.theory.label.lower()}" if asked else ""

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadres[case.cadre_at[finding.about[0]]]
        return f"lý luận chính trị {cadre.theory.label.lower()}, thấp hơn yêu cầu"


RULE = TheoryGate()
