"""Holders have the education that their titles ask for."""

from collections.abc import Iterator

from planner.bundles import Bundle
from planner.case import Case
from planner.finding import Finding
from planner.norms import Norm
from planner.roster import Cadre
from planner.rules.shape import Gate, Verdict


class EducationGate(Gate):
    code = "education"
    title = "Trình độ chuyên môn theo chức danh"
    reads = ("education", "waiver")

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        asked = max(title.education for title in bundle.titles)
        if cadre.education >= asked:
            return
        for norm in self.norms(case):
            waiver = self.norm(case, "E-EDU-WAIVER")
            if norm is waiver:
                continue
            if cadre.waiver and waiver:
                yield Verdict(waiver, waiver.until, f"phải có bằng {asked.label.lower()}")
            else:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        asked = max(title.education for title in bundle.titles)
        norm = self.norm(case, "E-EDU-UNI")
        if norm and cadre.education >= asked:
            yield f"trình độ {cadre.education.label.lower()}", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadres[case.cadre_at[finding.about[0]]]
        return f"trình độ {cadre.education.label.lower()} thấp hơn yêu cầu"


RULE = EducationGate()
