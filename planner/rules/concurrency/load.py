"""Nobody carries more titles than needed; titles that a must demands do not count."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.figure import FLAG, Unit, number
from planner.plan import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables, WishAbout, WishWords


class Load(Preference):
    code = "load"
    title = "Hạn chế kiêm nhiệm"
    subject = Subject.CONCURRENCY
    wish = WishWords(WishAbout.LOAD, "Ít kiêm nhiệm", "Mỗi người giữ ít chức danh nhất có thể")
    figures = {"most": number(Unit.TITLES), "leads": FLAG}

    def tables(self, case: Case) -> Tables:
        points = [
            bundle.load
            * sum(norm.price for norm in case.organisation.concurrency.load_norms(bundle))
            for bundle in case.organisation.bundles
        ]
        column = np.array(points, dtype=np.int32)[:, None]
        return Tables(by_bundle=np.repeat(column, len(case.cadres), axis=1))

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot and spot.bundle.load:
            for norm in case.organisation.concurrency.load_norms(spot.bundle):
                yield Finding(self.code, (case.cadres[cadre].code,), spot.bundle.load, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"kiêm thêm {finding.amount} chức danh ngoài mức quy định yêu cầu"


RULE = Load()
