"""Who rises to a leading post was planned for it, else the deciding body must say so."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class Planning(Gate):
    code = "planning"
    title = "Quy hoạch chức danh"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    reads = ("planned", "grade")

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        asked = bundle.main.grade
        if asked <= cadre.grade or (cadre.planned is not None and cadre.planned >= asked):
            return
        for norm in self.norms(case):
            if norm.covers(bundle.main):
                wanted = "cấp có thẩm quyền quyết định vì chưa có quy hoạch chức danh này"
                yield Verdict(norm, None, wanted)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        asked = bundle.main.grade
        planned = cadre.planned is not None and cadre.planned >= asked > cadre.grade
        for norm in self.norms(case):
            if planned and norm.covers(bundle.main):
                yield "có quy hoạch chức danh tương đương trở lên", norm

    def explain(self, case: Case, finding: Finding) -> str:
        return "chưa có quy hoạch chức danh này"


RULE = Planning()
