"""District leaders are the core of the leadership of the new communes."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import PlaceKind
from planner.rules.shape import Preference, Spot, Subject, Tables


class DistrictCore(Preference):
    """A chief's post held by who is no leader of an earlier district costs the norm's price."""

    code = "district_core"
    title = "Lãnh đạo cấp huyện làm nòng cốt lãnh đạo xã mới"
    subject = Subject.WISHES
    scoped_by = TITLE_KEYS
    figures = {"grades": names(Names.GRADES)}

    def missed(self, cadre: Cadre, bundle: Bundle, norm: Norm) -> bool:
        core = cadre.place_kind is PlaceKind.OLD_DISTRICT
        core = core and cadre.grade.name in norm.names("grades")
        return norm.covers(bundle.main) and not core

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.organisation.bundles), len(case.cadres)), dtype=np.int32)
        for norm in self.norms(case):
            for number, bundle in enumerate(case.organisation.bundles):
                if norm.covers(bundle.main):
                    missed = [self.missed(cadre, bundle, norm) for cadre in case.cadres]
                    points[number] += norm.price * np.array(missed, dtype=np.int32)
        return Tables(by_bundle=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        who = case.cadres[cadre]
        for norm in self.norms(case):
            if spot and self.missed(who, spot.bundle, norm):
                yield Finding(self.code, (who.code,), 1, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        who = case.cadres[cadre]
        for norm in self.norms(case):
            if norm.covers(spot.bundle.main) and not self.missed(who, spot.bundle, norm):
                return "lãnh đạo cấp huyện làm nòng cốt"
        return ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "chức danh chủ chốt không do lãnh đạo cấp huyện đảm nhiệm"


RULE = DistrictCore()
