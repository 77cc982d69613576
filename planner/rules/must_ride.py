"""A title that the law ties to another is held by the holder of that other one."""

from collections.abc import Iterator

from planner.bundles import Bundle
from planner.case import Case
from planner.finding import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Verdict


class MustRide(Gate):
    code = "must_ride"
    title = "Chức danh phải kiêm nhiệm theo quy định"

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in case.concurrency.unmet(bundle.codes):
            yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> str:
        if not bundle.demanded:
            return ""
        names = ", ".join(t.name for t in bundle.titles[1:] if t.code in bundle.demanded)
        return f"kiêm {names} theo quy định"

    def explain(self, case: Case, finding: Finding) -> str:
        names = {title.code: title.name for title in case.titles}
        hosts = " hoặc ".join(names.get(code, code) for code in finding.norm.names("hosts"))
        rider = str(finding.norm.values["title"])
        return f"{names.get(rider, rider)} phải do người giữ {hosts} đảm nhiệm"


RULE = MustRide()
