"""A commune's People's Council has exactly the committees the law names."""

from collections.abc import Iterator

from planner.case import Case
from planner.finding import Finding
from planner.levels import Grade
from planner.rules.shape import Frame


class Committees(Frame):
    code = "committees"
    title = "Hội đồng nhân dân xã có đúng hai ban"

    def faults(self, case: Case) -> Iterator[Finding]:
        for norm in self.norms(case):
            heads = {unit.code: 0 for unit in case.communes}
            for post in case.roster.posts:
                title = case.title_of(post.code)
                if title.office.code == norm.values["office"] and title.grade is Grade.HEAD:
                    heads[post.commune] += 1
            for commune, number in heads.items():
                if number != norm.number("number"):
                    amount = abs(number - norm.number("number"))
                    yield Finding(self.code, (commune,), amount, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"lệch {finding.amount} so với {finding.norm.number('number')} ban"


RULE = Committees()
