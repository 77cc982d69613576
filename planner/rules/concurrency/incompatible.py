"""Nobody belongs to two bodies that the law keeps apart."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class Incompatible(Gate):
    code = "incompatible"
    title = "Không đồng thời là thành viên hai cơ quan không được kiêm"
    subject = Subject.CONCURRENCY
    figures = {
        "bodies": names(Names.BODIES, optional=True),
        "body": names(Names.BODIES, optional=True),
        "titles": names(Names.ROLES, optional=True),
    }

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in case.organisation.concurrency.conflicts(bundle.codes):
            yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        names = [
            case.organisation.profile.body_names.get(b, b) for b in finding.norm.names("bodies")
        ]
        return f"đồng thời thuộc {names[0]} và {names[1]}"


RULE = Incompatible()
