"""Two titles that may never be joined are not held by one person."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class NeverRide(Gate):
    code = "never_ride"
    title = "Hai chức danh không được kiêm nhiệm"
    subject = Subject.CONCURRENCY
    figures = {"titles": names(Names.ROLES), "hosts": names(Names.ROLES)}

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in case.organisation.concurrency.barred(bundle.codes):
            yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        names = case.organisation.role_names
        hosts = " hoặc ".join(names.get(role, role) for role in finding.norm.names("hosts"))
        riders = " hoặc ".join(names.get(role, role) for role in finding.norm.names("titles"))
        return f"{riders} không được kiêm cùng {hosts}"


RULE = NeverRide()
