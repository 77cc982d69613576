"""A role that by law has one holder has one seat in a unit, in one post."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, names
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.rules.roles import CapsHolders
from planner.rules.shape import Subject


class SingleHolder(CapsHolders):
    code = "single_holder"
    title = "Chức danh theo quy định chỉ có một người giữ"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {"titles": names(Names.ROLES)}

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            seated = [post for post in case.organisation.posts_by_unit[unit.code] if post.maximum]
            for norm in self.norms_at(case, unit):
                for role in norm.names("titles"):
                    posts = [post for post in seated if case.title_of(post.code).role == role]
                    over = sum(post.maximum for post in posts) - 1
                    if over > 0:
                        yield Finding(self.code, tuple(p.code for p in posts), over, norm)

    def full(self, case: Case, post: str) -> bool:
        role = case.title_of(post).role
        norms = self.norms_at(case, case.unit_of(post))
        return any(role in norm.names("titles") for norm in norms)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"có {finding.amount + 1} chỗ, theo quy định chỉ một người giữ"


RULE = SingleHolder()
