"""The class of a unit is one that its kind can have."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.rules.shape import Frame, Subject


class UnitClass(Frame):
    """The points that make a class are stated for the reader; the class itself is typed."""

    code = "unit_class"
    title = "Phân loại đơn vị hành chính"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {
        "classes": names(Names.WORDS),
        "first": number(Unit.POINTS, optional=True),
        "second": number(Unit.POINTS, optional=True),
        "special": number(Unit.POINTS, optional=True),
    }

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            for norm in self.norms_at(case, unit):
                if unit.rank is not None and unit.rank.name not in norm.names("classes"):
                    yield Finding(self.code, (unit.code,), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        unit = case.unit(finding.about[0])
        label = unit.rank.label.lower() if unit.rank else ""
        return f"{unit.type.label.lower()} không có {label}"


RULE = UnitClass()
