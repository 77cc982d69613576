"""Certain chiefs do not come from the commune they lead."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.law.norm import Norm
from planner.plan import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables


class NonLocal(Preference):
    """Local is who has the native place there; where that is not recorded nothing is said."""

    code = "non_local"
    title = "Chức danh không phải người địa phương"
    subject = Subject.CONTINUITY
    figures = {"titles": names(Names.ROLES)}

    def concerned(self, bundle: Bundle, norm: Norm) -> bool:
        return any(title.role in norm.names("titles") for title in bundle.titles)

    def tables(self, case: Case) -> Tables:
        triples = []
        for norm in self.norms(case):
            bundles = [
                n for n, b in enumerate(case.organisation.bundles) if self.concerned(b, norm)
            ]
            for place, cadre in enumerate(case.cadres):
                if cadre.origin in case.commune_at:
                    home = case.commune_at[cadre.origin]
                    triples += [(place, home, bundle, norm.price) for bundle in bundles]
        return Tables(triples=triples)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        who = case.cadres[cadre]
        if spot and case.communes[spot.commune].code == who.origin:
            for norm in self.norms(case):
                if self.concerned(spot.bundle, norm):
                    yield Finding(self.code, (who.code,), 1, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        who = case.cadres[cadre]
        asked = any(self.concerned(spot.bundle, norm) for norm in self.norms(case))
        away = who.origin and case.communes[spot.commune].code != who.origin
        return "không phải người địa phương" if asked and away else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "là người địa phương"


RULE = NonLocal()
