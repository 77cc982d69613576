"""People go on with the work they know, at the level they have."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Preference, Spot, Subject, Tables, WishAbout, WishWords


class SameWork(Preference):
    code = "same_work"
    title = "Người cũ việc cũ, chức danh tương đương"
    subject = Subject.CONTINUITY
    wish = WishWords(WishAbout.WORK, "Người cũ việc cũ", "Làm tiếp lĩnh vực và cấp đang làm")
    figures = {"kind": word("work", "down", "up")}

    def amounts(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[int, Norm]]:
        """Units missed by holding `bundle`: other work, steps down, steps up."""
        fields = bundle.main.fields
        missed = {
            "work": int(bool(cadre.work and fields) and cadre.work not in fields),
            "down": max(0, cadre.grade - bundle.main.grade),
            "up": max(0, bundle.main.grade - cadre.grade),
        }
        for norm in self.norms(case):
            amount = missed[norm.word("kind")]
            if amount:
                yield amount, norm

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.organisation.bundles), len(case.cadres)), dtype=np.int32)
        known: dict[tuple[str, int], np.ndarray] = {}
        for place, cadre in enumerate(case.cadres):
            signature = cadre.work, cadre.grade
            if signature not in known:
                known[signature] = np.array(
                    [
                        sum(n * norm.price for n, norm in self.amounts(case, cadre, bundle))
                        for bundle in case.organisation.bundles
                    ],
                    dtype=np.int32,
                )
            points[:, place] = known[signature]
        return Tables(by_bundle=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot:
            who = case.cadres[cadre]
            for amount, norm in self.amounts(case, who, spot.bundle):
                yield Finding(self.code, (who.code,), amount, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        who = case.cadres[cadre]
        same_field = who.work and who.work in spot.bundle.main.fields
        if same_field and who.grade == spot.bundle.main.grade:
            return "người cũ việc cũ"
        return "chức danh tương đương" if who.grade == spot.bundle.main.grade else ""

    def explain(self, case: Case, finding: Finding) -> str:
        words = {
            "work": "chuyển sang lĩnh vực khác",
            "down": f"thấp hơn chức vụ cũ {finding.amount} bậc",
            "up": f"cao hơn chức vụ cũ {finding.amount} bậc",
        }
        return words[finding.norm.word("kind")]


RULE = SameWork()
