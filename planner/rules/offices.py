"""A commune's People's Committee has no more specialised offices than allowed, and none barred."""

from collections.abc import Iterator

from planner.case import Case
from planner.finding import Finding
from planner.rules.shape import Frame


class Offices(Frame):
    code = "offices"
    title = "Số lượng và loại phòng chuyên môn thuộc UBND xã"

    def faults(self, case: Case) -> Iterator[Finding]:
        offices: dict[str, set[str]] = {unit.code: set() for unit in case.communes}
        for post in case.roster.posts:
            offices[post.commune].add(case.title_of(post.code).office.code)
        for norm in self.norms(case):
            named = frozenset(norm.names("offices"))
            for commune, found in offices.items():
                over = len(found & named) - norm.number("maximum")
                if over > 0:
                    yield Finding(self.code, (commune,), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        most = finding.norm.number("maximum")
        if most == 0:
            return f"có tổ chức không được lập: {finding.norm.title.lower()}"
        return f"nhiều hơn {most} phòng: vượt {finding.amount}"


RULE = Offices()
