"""Certain titles have no more holders in one unit, or on one post, than the law says."""

from collections.abc import Iterator

from planner.case import Case, Posts
from planner.law.figure import Names, Unit, names, number, word
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster import Commune
from planner.roster.levels import UnitType
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class UnitLimit(Count):
    """`extra` more where a unit has the inhabitants and the area that the norm asks for."""

    code = "unit_limit"
    title = "Số cấp phó của từng xã, từng phòng không vượt mức"
    subject = Subject.DEPUTIES
    scoped_by = UNIT_KEYS
    figures = {
        "titles": names(Names.ROLES),
        "maximum": number(Unit.PEOPLE),
        "each": word("unit", "post"),
        "extra": number(Unit.PEOPLE, optional=True),
        "population": number(Unit.INHABITANTS, optional=True),
        "area_ward": number(Unit.KM2, optional=True),
        "area_commune": number(Unit.KM2, optional=True),
    }

    def limit(self, unit: Commune, norm: Norm) -> int:
        return norm.number("maximum") + (norm.number("extra") if self.larger(unit, norm) else 0)

    def larger(self, unit: Commune, norm: Norm) -> bool:
        """Whether the unit meets the conditions for more; False where the norm names none."""
        if "extra" not in norm.values:
            return False
        area = norm.ratio("area_ward" if unit.type is UnitType.WARD else "area_commune")
        return unit.population >= norm.number("population") and unit.area_km2 >= area

    def circles(self, case: Case, norm: Norm) -> Iterator[tuple[str, frozenset[int]]]:
        """Name and titles of what is limited: all the titles together, or each of them."""
        named = case.organisation.titles_of(norm.names("titles"))
        if norm.word("each") == "unit":
            yield "", named
        else:
            for title in sorted(named):
                yield case.titles[title].code, frozenset({title})

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for name, titles in self.circles(case, norm):
                    held = board.seats(Posts((commune,), titles))
                    board.at_most(held, self.limit(unit, norm), norm, (unit.code, name))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        rows = holdings(case, plan)
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for name, titles in self.circles(case, norm):
                    held = sum(row.commune == commune and row.title in titles for row in rows)
                    over = held - self.limit(unit, norm)
                    if over > 0:
                        yield Finding(self.code, (unit.code, name), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        unit = case.unit(finding.about[0])
        most = self.limit(unit, finding.norm)
        name = finding.about[1]
        what = case.titles[case.organisation.title_at[name]].name if name else finding.norm.title
        return f"{what}: vượt {finding.amount} so với {most} người"


RULE = UnitLimit()
