"""A unit as a whole has no more, and no fewer, people than the law or good sense says."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, seats_by_commune
from planner.roster.levels import QUOTA_BLOCKS
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class UnitTotal(Count):
    """The most is `maximum`, or `cadres` and `servants` together. The least is of all blocks with a
    quota: where one is not planned it is not asked."""

    code = "unit_total"
    title = "Tổng số người của một xã"
    subject = Subject.QUOTA
    scoped_by = UNIT_KEYS
    figures = {
        "maximum": number(Unit.PEOPLE, optional=True),
        "minimum": number(Unit.PEOPLE, optional=True),
        "cadres": number(Unit.PEOPLE, optional=True),
        "servants": number(Unit.PEOPLE, optional=True),
    }

    def most(self, norm: Norm) -> int | None:
        if "maximum" in norm.values:
            return norm.number("maximum")
        if "cadres" in norm.values:
            return norm.number("cadres") + norm.number("servants")
        return None

    def least(self, case: Case, norm: Norm) -> int:
        whole = case.organisation.quota_blocks == QUOTA_BLOCKS
        return norm.number("minimum") if whole and "minimum" in norm.values else 0

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                counted = case.organisation.posts_where(
                    lambda title: title.block in QUOTA_BLOCKS, (commune,)
                )
                present = board.headcount(EVERYBODY, counted)
                most = self.most(norm)
                if most is not None:
                    board.at_most(present, most, norm, (unit.code, "max"))
                least = self.least(case, norm)
                if least:
                    board.at_least(present, least, norm, (unit.code, "min"))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        mains = (
            row
            for row in holdings(case, plan)
            if row.main and case.titles[row.title].block in QUOTA_BLOCKS
        )
        for unit, present in zip(case.communes, seats_by_commune(case, mains), strict=True):
            for norm in self.norms_at(case, unit):
                most, least = self.most(norm), self.least(case, norm)
                if most is not None and present > most:
                    yield Finding(self.code, (unit.code, "max"), present - most, norm)
                if present < least:
                    yield Finding(self.code, (unit.code, "min"), least - present, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        word = "thừa" if finding.about[1] == "max" else "thiếu"
        return f"tổng số người của xã {word} {finding.amount}"


RULE = UnitTotal()
