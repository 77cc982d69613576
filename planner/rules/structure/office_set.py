"""A unit has every office that the law gives its kind."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, names
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.roster.levels import Feature
from planner.rules.shape import Frame, Subject


class OfficeSet(Frame):
    """Units without offices of their own are not judged, nor offices of a block that is not planned
    anywhere."""

    code = "office_set"
    title = "Đủ các phòng, ban theo loại đơn vị"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {"offices": names(Names.OFFICES)}

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            if Feature.NO_OFFICE in unit.features:
                continue
            for norm in self.norms_at(case, unit):
                for office in norm.names("offices"):
                    absent = office not in case.organisation.offices_in[unit.code]
                    if absent and case.organisation.plans_block_of(office):
                        yield Finding(self.code, (unit.code, office), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        names_known = {office.code: office.name for office in case.organisation.profile.offices}
        return f"chưa có {names_known.get(finding.about[1], finding.about[1])}"


RULE = OfficeSet()
