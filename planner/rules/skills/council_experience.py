"""The full-time posts of a People's Council have somebody who knows its work."""

from collections.abc import Iterator

from planner.case import Case, Posts
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class CouncilExperience(Count):
    code = "council_experience"
    title = "HĐND xã có người có kinh nghiệm hoạt động HĐND"
    subject = Subject.SKILLS
    scoped_by = UNIT_KEYS
    figures = {"titles": names(Names.ROLES), "minimum": number(Unit.PEOPLE)}

    def constrain(self, case: Case, board: Board[T]) -> None:
        people = case.people(lambda cadre: cadre.council_experience)
        for norm, communes in self.where(case):
            titles = case.organisation.titles_of(norm.names("titles"))
            for commune in communes:
                if any((commune, title) in case.organisation.post_in for title in titles):
                    held = board.count(people, Posts((commune,), titles))
                    least = norm.number("minimum")
                    board.at_least(held, least, norm, (case.communes[commune].code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        rows = holdings(case, plan)
        for commune, unit in enumerate(case.communes):
            posts = [
                case.title_of(p.code).role for p in case.roster.posts if p.commune == unit.code
            ]
            for norm in self.norms_at(case, unit):
                roles = norm.names("titles")
                able = {
                    row.cadre
                    for row in rows
                    if row.commune == commune
                    and case.titles[row.title].role in roles
                    and case.cadres[row.cadre].council_experience
                }
                missing = norm.number("minimum") - len(able)
                if missing > 0 and set(roles) & set(posts):
                    yield Finding(self.code, (unit.code,), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"HĐND thiếu {finding.amount} người có kinh nghiệm hoạt động HĐND"


RULE = CouncilExperience()
