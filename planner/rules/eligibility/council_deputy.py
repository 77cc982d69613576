"""Holders of a People's Council's posts are deputies of that very Council."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class CouncilDeputy(Gate):
    """Where the roster records no deputy of any Council, it is a condition and no bar."""

    code = "council_deputy"
    title = "Chức danh HĐND do đại biểu HĐND của chính xã đó giữ"
    subject = Subject.ELIGIBILITY
    figures = {"titles": names(Names.ROLES)}
    reads = ("deputy_of",)

    def bound(self, case: Case, bundle: Bundle) -> Iterator[Norm]:
        """Norms that ask something of holders of the bundle."""
        for norm in self.norms(case):
            if any(title.role in norm.names("titles") for title in bundle.titles):
                yield norm

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in self.bound(case, bundle):
            if not case.roster.records_deputies:
                yield Verdict(norm, None, "là đại biểu HĐND của xã")
            elif cadre.deputy_of not in case.commune_at:
                yield Verdict(norm)

    def confined(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[int, Verdict]]:
        if cadre.deputy_of in case.commune_at:
            for norm in self.bound(case, bundle):
                yield case.commune_at[cadre.deputy_of], Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        if cadre.deputy_of in case.commune_at:
            for norm in self.bound(case, bundle):
                yield "là đại biểu HĐND của xã", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        if cadre.deputy_of in case.commune_at:
            unit = case.unit(cadre.deputy_of)
            return f"là đại biểu HĐND của {unit.full_name}, không phải của xã này"
        return "không phải đại biểu HĐND của xã"


RULE = CouncilDeputy()
