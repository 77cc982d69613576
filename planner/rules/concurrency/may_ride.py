"""Titles are joined only as the law or the department allows, some joins at a price."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.plan import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables


class MayRide(Preference):
    code = "may_ride"
    title = "Kiêm nhiệm được phép nhưng không khuyến khích"
    subject = Subject.CONCURRENCY
    figures = {"titles": names(Names.ROLES), "hosts": names(Names.ROLES)}

    def findings(self, case: Case, bundle: Bundle, about: str) -> Iterator[Finding]:
        for ride in case.organisation.concurrency.rides(bundle.codes):
            if not ride.must and ride.norm.price:
                yield Finding(self.code, (about,), 1, ride.norm)

    def tables(self, case: Case) -> Tables:
        points = [
            sum(f.cost for f in self.findings(case, b, "")) for b in case.organisation.bundles
        ]
        column = np.array(points, dtype=np.int32)[:, None]
        return Tables(by_bundle=np.repeat(column, len(case.cadres), axis=1))

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot:
            yield from self.findings(case, spot.bundle, case.cadres[cadre].code)

    def explain(self, case: Case, finding: Finding) -> str:
        return finding.norm.title.lower()


RULE = MayRide()
