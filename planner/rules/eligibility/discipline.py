"""Nobody rises before the time after a disciplinary measure is over."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Unit, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class DisciplineGate(Gate):
    code = "discipline"
    title = "Thời hạn sau kỷ luật"
    subject = Subject.ELIGIBILITY
    figures = {
        "reprimand": number(Unit.MONTHS),
        "warning": number(Unit.MONTHS),
        "dismissal": number(Unit.MONTHS),
    }
    reads = ("discipline", "discipline_day", "grade")

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if cadre.discipline is None or bundle.main.grade <= cadre.grade:
            return
        for norm in self.norms(case):
            if cadre.discipline_day is None:
                yield Verdict(norm, None, "xác nhận đã hết thời hạn sau kỷ luật")
            elif not self.over(case, cadre, norm):
                yield Verdict(norm)

    def over(self, case: Case, cadre: Cadre, norm: Norm) -> bool:
        """Whether the months after the measure have passed."""
        assert cadre.discipline is not None and cadre.discipline_day is not None
        barred = norm.number(cadre.discipline.name.lower())
        return -case.norms.months_to(cadre.discipline_day) >= barred

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        measure = cadre.discipline.label.lower() if cadre.discipline else "kỷ luật"
        return f"chưa hết thời hạn sau {measure}"


RULE = DisciplineGate()
