"""As few people as possible are left without a post; existing staff and the young last of all."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.figure import FLAG, Unit, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster.levels import PlaceKind
from planner.rules.roles import PlacesPeople
from planner.rules.shape import Spot, Subject, Tables, WishAbout, WishWords

LOCAL = frozenset({PlaceKind.OLD_UNIT, PlaceKind.COMMUNE})


class Surplus(PlacesPeople):
    code = "surplus"
    title = "Hạn chế dôi dư; ưu tiên người tại chỗ và cán bộ trẻ"
    subject = Subject.WISHES
    wish = WishWords(
        WishAbout.PEOPLE, "Không để ai dôi dư", "Ai cũng có chỗ, người tại chỗ và người trẻ trước"
    )
    figures = {"age": number(Unit.AGE, optional=True), "existing": FLAG}

    def _norms_for(self, case: Case, cadre: int) -> Iterator[Norm]:
        who = case.cadres[cadre]
        for norm in self.norms(case):
            old = "age" in norm.values and who.age(case.norms.day) > norm.number("age")
            stranger = bool(norm.values.get("existing")) and who.place_kind not in LOCAL
            if not old and not stranger:
                yield norm

    def tables(self, case: Case) -> Tables:
        points = [
            sum(norm.price for norm in self._norms_for(case, place))
            for place in range(len(case.cadres))
        ]
        return Tables(unplaced=np.array(points, dtype=np.int32))

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot is None:
            for norm in self._norms_for(case, cadre):
                yield Finding(self.code, (case.cadres[cadre].code,), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        if "age" in finding.norm.values:
            return "là cán bộ trẻ"
        return "là người tại chỗ" if finding.norm.values.get("existing") else "chưa có chỗ bố trí"


RULE = Surplus()
