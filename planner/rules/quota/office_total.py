"""An office of a unit has no more people than its share of the headcount."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class OfficeTotal(Count):
    code = "office_total"
    title = "Số người của từng phòng"
    subject = Subject.QUOTA
    scoped_by = UNIT_KEYS
    figures = {"offices": names(Names.OFFICES), "maximum": number(Unit.PEOPLE)}

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for office in norm.names("offices"):
                    present = board.headcount(
                        EVERYBODY, case.organisation.posts_of_office(office, (commune,))
                    )
                    board.at_most(present, norm.number("maximum"), norm, (unit.code, office))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        present: dict[tuple[int, str], int] = {}
        for row in holdings(case, plan):
            if row.main:
                spot = row.commune, case.titles[row.title].office.code
                present[spot] = present.get(spot, 0) + 1
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for office in norm.names("offices"):
                    over = present.get((commune, office), 0) - norm.number("maximum")
                    if over > 0:
                        yield Finding(self.code, (unit.code, office), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        offices = {title.office.code: title.office.name for title in case.titles}
        return f"{offices.get(finding.about[1], finding.about[1])} thừa {finding.amount} người"


RULE = OfficeTotal()
