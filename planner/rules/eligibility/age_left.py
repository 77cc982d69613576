"""People taken into a committee, an elected post or a higher post have enough months left."""

from collections.abc import Iterator
from functools import lru_cache

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import DAY, Names, Unit, names, number
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class AgeLeft(Gate):
    """`first`, `again`: months left asked of who was not, or was, in a committee; `others` of who
    was but holds none of the `listed` grades; `rise`: of who takes a higher post. They are counted
    on `clock`, else on the day of the case. Who stays in the same title is not asked again.
    """

    code = "age_left"
    title = "Còn đủ tuổi công tác theo nhiệm kỳ"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {
        "bodies": names(Names.BODIES, optional=True),
        "titles": names(Names.ROLES, optional=True),
        "first": number(Unit.MONTHS, optional=True),
        "again": number(Unit.MONTHS, optional=True),
        "others": number(Unit.MONTHS, optional=True),
        "listed": names(Names.GRADES, optional=True),
        "rise": number(Unit.MONTHS, optional=True),
        "clock": DAY,
    }
    reads = ("committee", "months_left", "grade", "post")

    def asked(self, cadre: Cadre, bundle: Bundle, norm: Norm) -> int:
        """Months that the norm asks of the cadre at the bundle; 0 when none."""
        if norm.values.get("rise"):
            return norm.number("rise") if bundle.main.grade > cadre.grade else 0
        listed = norm.names("listed")
        if not cadre.committee:
            which = "first"
        elif listed and cadre.grade.name not in listed:
            which = "others"
        else:
            which = "again"
        return norm.number(which) if which in norm.values else 0

    def titles(self, case: Case, norm: Norm) -> frozenset[str]:
        """Codes of the titles that the norm is about; none when nobody here is what it names."""
        if not {"titles", "bodies"} & norm.values.keys():
            return frozenset(title.code for title in case.titles if norm.covers(title))
        named = set(norm.names("titles"))
        bodies = {
            code
            for body in norm.names("bodies")
            for code in case.organisation.concurrency.members(body)
        }
        return frozenset(t.code for t in case.titles if t.role in named or t.code in bodies)

    def left(self, case: Case, cadre: Cadre, norm: Norm) -> int:
        clock = norm.day("clock")
        return cadre.months_left - (case.norms.months_to(clock) if clock else 0)

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if case.organisation.keeps_post(cadre, bundle):
            return
        for norm, titles in _concerned(case):
            if any(title.code in titles for title in bundle.titles):
                asked = self.asked(cadre, bundle, norm)
                if self.left(case, cadre, norm) < asked:
                    yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        if case.organisation.keeps_post(cadre, bundle):
            return
        for norm, titles in _concerned(case):
            asked = self.asked(cadre, bundle, norm)
            enough = self.left(case, cadre, norm) >= asked
            if asked and enough and any(title.code in titles for title in bundle.titles):
                yield f"còn đủ {asked} tháng công tác", norm

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        left = self.left(case, cadre, finding.norm)
        clock = finding.norm.day("clock")
        when = f" tính đến {clock:%m/%Y}" if clock else ""
        return f"chỉ còn {left} tháng công tác{when}, chưa đủ số tháng quy định"


RULE = AgeLeft()


@lru_cache(maxsize=1)
def _concerned(case: Case) -> tuple[tuple[Norm, frozenset[str]], ...]:
    """The norms with the titles they are about, worked out once for a case."""
    return tuple((norm, RULE.titles(case, norm)) for norm in RULE.norms(case))
