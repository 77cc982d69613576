"""Every commune keeps somebody who can run its information technology."""

from dataclasses import replace

from planner.case import Case
from planner.law.figure import Unit, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import ItLevel
from planner.rules.competence import IT
from planner.rules.cover import Cover
from planner.rules.shape import WishAbout, WishWords


class ItCover(Cover):
    code = "it_cover"
    title = "Mỗi xã có người làm được công nghệ thông tin"
    competence = IT
    wish = WishWords(
        WishAbout.SKILLS, "Mỗi xã có người làm được CNTT", "Không xã nào thiếu người làm CNTT"
    )
    figures = {"minimum": number(Unit.PEOPLE), "level": number(Unit.LEVEL)}

    def capable(self, cadre: Cadre, norm: Norm) -> bool:
        """Whether the recorded level reaches the norm's; an unrecorded one does not."""
        return cadre.it is not None and cadre.it >= norm.number("level")

    def recorded(self, cadre: Cadre) -> bool:
        return cadre.it is not None

    def needed(self, norm: Norm) -> str:
        return f"{self.people}, mức {norm.number('level')} trở lên"

    def trained(self, cadre: Cadre, norm: Norm) -> Cadre:
        wanted = norm.number("level")
        return replace(cadre, it=next(level for level in ItLevel if level >= wanted))

    def progress(self, cadre: Cadre) -> int:
        return int(cadre.it or 0)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thiếu {finding.amount} người làm được công nghệ thông tin"


RULE = ItCover()
