"""Who failed the latest yearly rating is not put into a leading post."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import TITLE_KEYS
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import Rating
from planner.rules.shape import Gate, Subject, Verdict


class RatingGate(Gate):
    """Who stays in the same title is not asked: release is another procedure."""

    code = "rating"
    title = "Xếp loại chất lượng năm gần nhất"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {"worst": word(*Rating.__members__)}
    reads = ("ratings", "post")

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if not cadre.ratings or case.organisation.keeps_post(cadre, bundle):
            return
        for norm in self.norms(case):
            failed = cadre.ratings[0] <= Rating[norm.word("worst")]
            if failed and any(norm.covers(title) for title in bundle.titles):
                yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        return f"năm gần nhất xếp loại {cadre.ratings[0].label.lower()}"


RULE = RatingGate()
