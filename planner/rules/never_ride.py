"""Two titles that may never be joined are not held by one person."""

from collections.abc import Iterator

from planner.bundles import Bundle
from planner.case import Case
from planner.finding import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Verdict


class NeverRide(Gate):
    code = "never_ride"
    title = "Hai chức danh không được kiêm nhiệm"

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in case.concurrency.barred(bundle.codes):
            yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        names = case.role_names
        hosts = " hoặc ".join(names.get(role, role) for role in finding.norm.names("hosts"))
        rider = str(finding.norm.values["title"])
        return f"{names.get(rider, rider)} không được kiêm cùng {hosts}"


RULE = NeverRide()
