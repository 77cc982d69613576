"""Who rises has been long enough in the present or an equivalent post."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Unit, number
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import Grade
from planner.rules.shape import Gate, Subject, Verdict


class Tenure(Gate):
    """A first appointment, of who holds no leading post, is exempt."""

    code = "tenure"
    title = "Thời gian giữ chức vụ trước khi bổ nhiệm cao hơn"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {"months": number(Unit.MONTHS)}
    reads = ("tenure", "grade")

    def rises(self, cadre: Cadre, bundle: Bundle) -> bool:
        return Grade.SPECIALIST < cadre.grade < bundle.main.grade

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in self.norms(case):
            if not self.rises(cadre, bundle) or not norm.covers(bundle.main):
                continue
            months = norm.number("months")
            if cadre.tenure is None:
                yield Verdict(norm, None, f"xác nhận đã đủ {months} tháng ở chức vụ hiện tại")
            elif cadre.tenure < months:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for norm in self.norms(case):
            months = norm.number("months")
            if self.rises(cadre, bundle) and cadre.tenure is not None and cadre.tenure >= months:
                yield f"đã giữ chức vụ hiện tại {cadre.tenure} tháng", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        months = finding.norm.number("months")
        return f"mới giữ chức vụ hiện tại {cadre.tenure} tháng, cần {months} tháng"


RULE = Tenure()
