"""People whom policy protects are not moved far from home."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Preference, Spot, Subject, Tables


class Care(Preference):
    """Each kilometre beyond `km` costs the norm's price, up to `most`. Which group a person belongs
    to is sensitive: words say only that there is a priority."""

    code = "care"
    title = "Đối tượng chính sách không điều động xa"
    subject = Subject.WISHES
    figures = {
        "km": number(Unit.KM),
        "most": number(Unit.KM),
        "months_left": number(Unit.MONTHS),
        "statuses": names(Names.STATUSES),
    }

    def cared_for(self, cadre: Cadre, norm: Norm) -> bool:
        ill = cadre.status.name in norm.names("statuses")
        return cadre.policy or ill or cadre.months_left <= norm.number("months_left")

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.communes), len(case.cadres)), dtype=np.int32)
        for norm in self.norms(case):
            flagged = np.array([self.cared_for(c, norm) for c in case.cadres], dtype=np.bool_)
            beyond = np.minimum(case.whereabouts.distances, norm.number("most")) - norm.number("km")
            points += norm.price * np.maximum(0, beyond) * flagged
        return Tables(by_commune=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        who = case.cadres[cadre]
        for norm in self.norms(case):
            if spot and self.cared_for(who, norm):
                distance = int(case.whereabouts.distances[spot.commune, cadre])
                beyond = min(distance, norm.number("most")) - norm.number("km")
                if beyond > 0:
                    yield Finding(self.code, (who.code,), beyond, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        cared = any(self.cared_for(case.cadres[cadre], norm) for norm in self.norms(case))
        near = cared and not any(self.charge(case, cadre, spot))
        return "thuộc diện ưu tiên, không điều động xa" if near else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thuộc diện ưu tiên nhưng xa hơn mức {finding.amount} km"


RULE = Care()
