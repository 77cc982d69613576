"""A commune's People's Council has exactly the committees the law names."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Unit, number, word
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.roster.levels import Grade
from planner.rules.shape import Frame, Subject


class Committees(Frame):
    """Not judged where no commune plans a Council."""

    code = "committees"
    title = "Hội đồng nhân dân xã có đúng hai ban"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {"office": word("HDND"), "number": number(Unit.COMMITTEES)}

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            titles = [
                case.title_of(post.code) for post in case.organisation.posts_by_unit[unit.code]
            ]
            for norm in self.norms_at(case, unit):
                office = norm.word("office")
                if office not in case.organisation.offices:
                    continue
                found = sum(t.office.code == office and t.grade is Grade.HEAD for t in titles)
                if found != norm.number("number"):
                    amount = abs(found - norm.number("number"))
                    yield Finding(self.code, (unit.code,), amount, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"lệch {finding.amount} so với {finding.norm.number('number')} ban"


RULE = Committees()
