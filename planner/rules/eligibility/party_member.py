"""Party posts and leading posts are held by Party members.

Membership is sensitive: words about a person say only whether the post's demand is met.
"""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class PartyMember(Gate):
    code = "party_member"
    title = "Chức danh đòi hỏi là đảng viên"
    subject = Subject.ELIGIBILITY
    reads = ("party",)

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if not cadre.party and any(title.party for title in bundle.titles):
            for norm in self.norms(case):
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        if cadre.party and any(title.party for title in bundle.titles):
            for norm in self.norms(case):
                yield "đáp ứng yêu cầu về Đảng của chức danh", norm

    def explain(self, case: Case, finding: Finding) -> str:
        return "chưa đáp ứng yêu cầu về Đảng của chức danh"


RULE = PartyMember()
