"""Heads do not stay at the head of one place beyond the terms allowed on end."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Unit, number
from planner.law.norm import TITLE_KEYS
from planner.plan import Finding
from planner.rules.shape import Gate, Subject, Verdict


class Terms(Gate):
    code = "terms"
    title = "Không đứng đầu một nơi quá số nhiệm kỳ liên tiếp"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {"terms": number(Unit.TERMS), "years": number(Unit.YEARS)}

    def closed(self, case: Case) -> Iterator[tuple[int, str, Verdict]]:
        for norm in self.norms(case):
            for place, cadre in enumerate(case.cadres):
                if cadre.head_years is None or cadre.post not in case.posts:
                    continue
                covered = norm.covers(case.title_of(cadre.post))
                if covered and cadre.head_years >= norm.number("years"):
                    yield place, cadre.post, Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        return f"đã đứng đầu nơi này {cadre.head_years} năm liên tục"


RULE = Terms()
