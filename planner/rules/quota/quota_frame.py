"""A quota typed by the department stays between what the law gives and asks."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Unit, number, word
from planner.law.norm import UNIT_KEYS, Norm
from planner.law.quota_scheme import grown
from planner.plan import Finding
from planner.roster import Commune
from planner.roster.levels import Block
from planner.rules.shape import Frame, Subject


class QuotaFrame(Frame):
    """Of several norms for one block the one that gives most counts. The same norms feed the quota
    schemes of the profiles; `base` and its companions give the formula by population."""

    code = "quota_frame"
    title = "Biên chế giao trong khung quy định"
    subject = Subject.QUOTA
    scoped_by = UNIT_KEYS
    figures = {
        "block": word(*Block.__members__),
        "minimum": number(Unit.PEOPLE, optional=True),
        "maximum": number(Unit.PEOPLE, optional=True),
        "base": number(Unit.PEOPLE, optional=True),
        "above": number(Unit.INHABITANTS, optional=True),
        "step_mountain": number(Unit.INHABITANTS, optional=True),
        "step_other": number(Unit.INHABITANTS, optional=True),
        "add": number(Unit.PEOPLE, optional=True),
        "cap_commune": number(Unit.PEOPLE, optional=True),
        "cap_ward": number(Unit.PEOPLE, optional=True),
        "cap_special_zone": number(Unit.PEOPLE, optional=True),
    }

    def most(self, unit: Commune, norm: Norm) -> int | None:
        if "base" in norm.values:
            return grown(norm, unit)
        return norm.number("maximum") if "maximum" in norm.values else None

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            for block, typed in sorted(unit.quota.items()):
                norms = [n for n in self.norms_at(case, unit) if n.word("block") == block.name]
                tops = [(most, n) for n in norms if (most := self.most(unit, n)) is not None]
                most, giver = max(tops, key=lambda top: top[0], default=(typed, None))
                if giver is not None and typed > most:
                    yield Finding(self.code, (unit.code, block.name, "max"), typed - most, giver)
                for norm in norms:
                    short = norm.number("minimum") - typed if "minimum" in norm.values else 0
                    if short > 0:
                        yield Finding(self.code, (unit.code, block.name, "min"), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        block = Block[finding.about[1]].label
        side = "nhiều hơn" if finding.about[-1] == "max" else "ít hơn"
        return f"biên chế giao {block} {side} khung {finding.amount} người"


RULE = QuotaFrame()
