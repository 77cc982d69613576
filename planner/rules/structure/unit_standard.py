"""A unit reaches the population and the area that the standards ask of its kind."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from planner.case import Case
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.rules.shape import Frame, Subject


class UnitStandard(Frame):
    """Only reported: what a unit lacks explains exceptions, it forbids nothing here. Units whose
    population or area is not known are not judged."""

    code = "unit_standard"
    title = "Tiêu chuẩn dân số, diện tích của đơn vị hành chính"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {"population": number(Unit.INHABITANTS), "area": number(Unit.KM2)}

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            for norm in self.norms_at(case, unit):
                lacks = {
                    "population": norm.number("population") - unit.population,
                    "area": ceil(norm.ratio("area") - Fraction(unit.area_km2)),
                }
                known = {"population": unit.population, "area": unit.area_km2}
                for what, amount in lacks.items():
                    if amount > 0 and known[what]:
                        yield Finding(self.code, (unit.code, what), amount, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        if finding.about[1] == "population":
            return f"dân số thấp hơn tiêu chuẩn {finding.amount} người"
        return f"diện tích nhỏ hơn tiêu chuẩn {finding.amount} km²"


RULE = UnitStandard()
