"""People stay at their unit, and if they move, near home."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.figure import Unit, number, word
from planner.plan import Finding
from planner.rules.roles import KeepsNear
from planner.rules.shape import Spot, Subject, Tables, WishAbout, WishWords


class KeepNear(KeepsNear):
    code = "keep_near"
    title = "Giữ cán bộ ở đơn vị cũ, gần nhà"
    subject = Subject.CONTINUITY
    wish = WishWords(WishAbout.NEARNESS, "Giữ gần nhà", "Ở lại đơn vị cũ, không phải đi xa")
    figures = {"kind": word("km", "unit"), "cap_km": number(Unit.KM, optional=True)}

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.communes), len(case.cadres)), dtype=np.int32)
        for norm in self.norms(case):
            if norm.word("kind") == "km":
                points += norm.price * np.minimum(case.whereabouts.distances, norm.number("cap_km"))
                continue
            away = np.ones(points.shape, dtype=np.int32)
            for cadre, communes in enumerate(case.whereabouts.own):
                away[list(communes) if communes else slice(None), cadre] = 0
            points += norm.price * away
        return Tables(by_commune=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot is None:
            return
        code = case.cadres[cadre].code
        distance = int(case.whereabouts.distances[spot.commune, cadre])
        for norm in self.norms(case):
            if norm.word("kind") == "km" and distance:
                yield Finding(self.code, (code,), min(distance, norm.number("cap_km")), norm)
            if norm.word("kind") == "unit" and case.whereabouts.away(cadre, spot.commune):
                yield Finding(self.code, (code,), 1, norm)

    def price_of_leaving(self, case: Case) -> int:
        return sum(norm.price for norm in self.norms(case) if norm.word("kind") == "unit")

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        return "ở lại đơn vị sau sáp nhập" if spot.commune in case.whereabouts.own[cadre] else ""

    def explain(self, case: Case, finding: Finding) -> str:
        if finding.norm.word("kind") == "unit":
            return "chuyển khỏi đơn vị"
        return f"cách nơi ở {finding.amount} km"


RULE = KeepNear()
