"""The job positions of a unit come from the list in force: no more kinds than it has."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding
from planner.roster.levels import Grade
from planner.rules.shape import Frame, Subject


class JobCatalogue(Frame):
    """Counts different titles, leading and professional, in the offices the list is for. Titles
    that only a concurrent holder takes are not among them."""

    code = "job_catalogue"
    title = "Vị trí việc làm trong danh mục"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {
        "offices": names(Names.OFFICES),
        "leaders": number(Unit.POSITIONS, optional=True),
        "professional": number(Unit.POSITIONS),
    }

    def faults(self, case: Case) -> Iterator[Finding]:
        mains = {bundle.main.code for bundle in case.organisation.bundles}
        for unit in case.communes:
            titles = [case.title_of(p.code) for p in case.roster.posts if p.commune == unit.code]
            for norm in self.norms_at(case, unit):
                named = norm.names("offices")
                listed = [t for t in titles if t.office.code in named and t.code in mains]
                leading = {t.name for t in listed if t.grade > Grade.SPECIALIST}
                working = {(t.office.code, t.name) for t in listed if t.grade is Grade.SPECIALIST}
                for kind, found in (("leaders", len(leading)), ("professional", len(working))):
                    if kind in norm.values and found > norm.number(kind):
                        about = (unit.code, kind)
                        yield Finding(self.code, about, found - norm.number(kind), norm)

    def explain(self, case: Case, finding: Finding) -> str:
        kind = "lãnh đạo, quản lý" if finding.about[1] == "leaders" else "chuyên môn"
        return f"nhiều hơn danh mục {finding.amount} vị trí {kind}"


RULE = JobCatalogue()
