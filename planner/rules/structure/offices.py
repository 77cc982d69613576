"""A commune's People's Committee has no more specialised offices than allowed, and none barred."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.rules.shape import Frame, Subject


class Offices(Frame):
    code = "offices"
    title = "Số lượng và loại phòng chuyên môn thuộc UBND xã"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {"offices": names(Names.OFFICES), "maximum": number(Unit.OFFICES)}

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            for norm in self.norms_at(case, unit):
                found = case.organisation.offices_in[unit.code] & frozenset(norm.names("offices"))
                over = len(found) - norm.number("maximum")
                if over > 0:
                    yield Finding(self.code, (unit.code,), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        most = finding.norm.number("maximum")
        if most == 0:
            return f"có tổ chức không được lập: {finding.norm.title.lower()}"
        return f"nhiều hơn {most} phòng: vượt {finding.amount}"


RULE = Offices()
