"""A title that the law ties to another is held by the holder of that other one."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import FLAG, Names, names
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class MustRide(Gate):
    code = "must_ride"
    title = "Chức danh phải kiêm nhiệm theo quy định"
    subject = Subject.CONCURRENCY
    figures = {
        "titles": names(Names.ROLES),
        "hosts": names(Names.ROLES),
        "leads": FLAG,
    }

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in case.organisation.concurrency.unmet(bundle.codes):
            yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        names = {title.code: title.name for title in bundle.titles}
        for ride in case.organisation.concurrency.rides(bundle.codes):
            hosts = ride.hosts & names.keys()
            if ride.must and ride.title in names and hosts:
                host = names[min(hosts)]
                if ride.leads or ride.title != bundle.main.code:
                    yield f"{names[ride.title]} đồng thời là {host} theo quy định", ride.norm

    def explain(self, case: Case, finding: Finding) -> str:
        names = case.organisation.role_names
        hosts = " hoặc ".join(names.get(role, role) for role in finding.norm.names("hosts"))
        riders = " hoặc ".join(names.get(role, role) for role in finding.norm.names("titles"))
        return f"{riders} phải do người giữ {hosts} đảm nhiệm"


RULE = MustRide()
