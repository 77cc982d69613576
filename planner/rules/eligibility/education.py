"""Holders have the education that their titles ask for."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import FLAG
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import Education
from planner.rules.shape import Gate, Subject, Verdict


class EducationGate(Gate):
    code = "education"
    title = "Trình độ chuyên môn theo chức danh"
    subject = Subject.ELIGIBILITY
    figures = {"waiver": FLAG}
    scoped_by = TITLE_KEYS
    reads = ("education", "waiver")

    def short(self, cadre: Cadre, bundle: Bundle, norm: Norm) -> Education | None:
        """What a title under the norm asks and the cadre lacks; None when nothing."""
        asked = [title.education for title in bundle.titles if norm.covers(title)]
        most = max(asked, default=cadre.education)
        return most if cadre.education < most else None

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        waiver = next((n for n in self.norms(case) if n.values.get("waiver")), None)
        for norm in self.norms(case):
            asked = None if norm is waiver else self.short(cadre, bundle, norm)
            if asked is None:
                continue
            if cadre.waiver and waiver:
                yield Verdict(waiver, waiver.until, f"phải có bằng {asked.label.lower()}")
            else:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for norm in self.norms(case):
            covered = not norm.values.get("waiver") and norm.covers(bundle.main)
            if covered and self.short(cadre, bundle, norm) is None:
                yield f"trình độ {cadre.education.label.lower()}", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        return f"trình độ {cadre.education.label.lower()} thấp hơn yêu cầu"


RULE = EducationGate()
