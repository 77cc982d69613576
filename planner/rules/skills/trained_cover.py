"""Certain offices of each commune keep somebody trained in a field, as accounting units do."""

from collections.abc import Iterator
from dataclasses import replace

from planner.case import Case, People
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster import Cadre
from planner.rules.board import Board, T
from planner.rules.roles import Trainable
from planner.rules.shape import Subject, WishAbout, WishWords


class TrainedCover(Trainable):
    code = "trained_cover"
    title = "Đơn vị kế toán có người được đào tạo kế toán"
    subject = Subject.SKILLS
    wish = WishWords(
        WishAbout.SKILLS, "Kế toán có chuyên môn", "Đơn vị kế toán có người được đào tạo kế toán"
    )
    scoped_by = UNIT_KEYS
    figures = {
        "offices": names(Names.OFFICES),
        "fields": names(Names.FIELDS),
        "minimum": number(Unit.PEOPLE),
    }

    def capable(self, cadre: Cadre, norm: Norm) -> bool:
        return bool(cadre.fields & set(norm.names("fields")))

    def trained(self, cadre: Cadre, norm: Norm) -> Cadre:
        return replace(cadre, fields=cadre.fields | set(norm.names("fields")[:1]))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm, communes in self.where(case):
            able = [n for n, cadre in enumerate(case.cadres) if self.capable(cadre, norm)]
            people, least = People(frozenset(able)), norm.number("minimum")
            for commune in communes:
                unit = case.communes[commune].code
                for office in norm.names("offices"):
                    if office in case.organisation.offices_in[unit]:
                        held = board.count(
                            people, case.organisation.posts_of_office(office, (commune,))
                        )
                        board.at_least(held, least, norm, (unit, office))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        by_office: dict[tuple[int, str], set[int]] = {}
        for row in holdings(case, plan):
            spot = row.commune, case.titles[row.title].office.code
            by_office.setdefault(spot, set()).add(row.cadre)
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for office in norm.names("offices"):
                    people = by_office.get((commune, office), set())
                    able = sum(self.capable(case.cadres[person], norm) for person in people)
                    missing = norm.number("minimum") - able
                    if office in case.organisation.offices_in[unit.code] and missing > 0:
                        yield Finding(self.code, (unit.code, office), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        offices = {title.office.code: title.office.name for title in case.titles}
        office, fields = finding.about[1], finding.norm.names("fields")
        return f"{offices.get(office, office)} thiếu {finding.amount} người học {', '.join(fields)}"


RULE = TrainedCover()
