"""Titles that the law wants held full-time are held with no other."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class FullTime(Gate):
    code = "full_time"
    title = "Chức danh chuyên trách không kiêm nhiệm"
    subject = Subject.CONCURRENCY
    figures = {"titles": names(Names.ROLES)}

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if len(bundle.titles) <= 1:
            return
        for norm in self.norms(case):
            if any(title.role in norm.names("titles") for title in bundle.titles):
                yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        roles = (
            case.organisation.role_names.get(role, role) for role in finding.norm.names("titles")
        )
        return f"{', '.join(roles)} phải chuyên trách"


RULE = FullTime()
