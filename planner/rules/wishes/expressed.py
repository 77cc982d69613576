"""People go where they asked to go, first choice before second."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Preference, Spot, Subject, Tables, WishAbout, WishWords


class Expressed(Preference):
    code = "expressed"
    title = "Đáp ứng nguyện vọng"
    subject = Subject.WISHES
    wish = WishWords(
        WishAbout.CHOICE, "Theo nguyện vọng", "Đúng nơi người đó xin, nguyện vọng 1 trước"
    )

    def missed(self, case: Case, cadre: Cadre, commune: int) -> int:
        """0 for the first choice (or none expressed), then 1, 2 …, the number of choices for none
        of them."""
        code = case.communes[commune].code
        wanted = cadre.preferences
        return wanted.index(code) if code in wanted else len(wanted)

    def tables(self, case: Case) -> Tables:
        price = sum(norm.price for norm in self.norms(case))
        points = np.zeros((len(case.communes), len(case.cadres)), dtype=np.int32)
        for place, cadre in enumerate(case.cadres):
            if cadre.preferences:
                points[:, place] = price * len(cadre.preferences)
                for choice, code in reversed(list(enumerate(cadre.preferences))):
                    if code in case.commune_at:
                        points[case.commune_at[code], place] = price * choice
        return Tables(by_commune=points)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot:
            who = case.cadres[cadre]
            missed = self.missed(case, who, spot.commune)
            for norm in self.norms(case):
                if missed:
                    yield Finding(self.code, (who.code,), missed, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        who = case.cadres[cadre]
        choice = self.missed(case, who, spot.commune)
        return f"đúng nguyện vọng {choice + 1}" if choice < len(who.preferences) else ""

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        if finding.amount < len(cadre.preferences):
            return f"chỉ đáp ứng nguyện vọng {finding.amount + 1}"
        return "không đáp ứng nguyện vọng"


RULE = Expressed()
