"""People stay at their unit, and if they move, near home."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.figure import Unit, number
from planner.finding import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables


class KeepNear(Preference):
    code = "keep_near"
    title = "Giữ cán bộ ở đơn vị cũ, gần nhà"
    subject = Subject.CONTINUITY
    figures = {"cap_km": number(Unit.KM, optional=True)}

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.communes), len(case.cadres)), dtype=np.int32)
        far, moved = self.norm(case, "P-KEEP-KM"), self.norm(case, "P-KEEP-UNIT")
        if far:
            points += far.price * np.minimum(case.distances, far.number("cap_km"))
        if moved:
            away = np.ones(points.shape, dtype=np.int32)
            for cadre, communes in enumerate(case.own):
                away[list(communes) if communes else slice(None), cadre] = 0
            points += moved.price * away
        return Tables(by_commune=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot is None:
            return
        code = case.cadres[cadre].code
        far, moved = self.norm(case, "P-KEEP-KM"), self.norm(case, "P-KEEP-UNIT")
        distance = int(case.distances[spot.commune, cadre])
        if far and distance:
            yield Finding(self.code, (code,), min(distance, far.number("cap_km")), far)
        if moved and case.own[cadre] and spot.commune not in case.own[cadre]:
            yield Finding(self.code, (code,), 1, moved)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        return "ở lại đơn vị sau sáp nhập" if spot.commune in case.own[cadre] else ""

    def explain(self, case: Case, finding: Finding) -> str:
        if finding.norm.id == "P-KEEP-UNIT":
            return "chuyển khỏi đơn vị"
        return f"cách nơi ở {finding.amount} km"


RULE = KeepNear()
