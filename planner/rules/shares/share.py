"""Committees have their share of women, of young people, of ethnic minorities."""

from collections.abc import Iterator
from math import ceil

from planner.case import Case, People, Posts
from planner.law.figure import Names, Unit, names, number, word
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster import Cadre
from planner.roster.levels import Sex
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject, WishAbout, WishWords


class Share(Count):
    """The least number is the share of the committee's full strength, in whole people, rounded up,
    and not below `minimum`. The strength counts the titles of the body that one person can hold as
    a main post, at their least seats; a body with members from a block that is not planned is not
    asked."""

    code = "share"
    title = "Tỷ lệ nữ, trẻ, dân tộc thiểu số trong cấp ủy"
    subject = Subject.SHARES
    wish = WishWords(WishAbout.MIX, "Tỷ lệ nữ, trẻ, dân tộc", "Cấp ủy có đủ cơ cấu theo quy định")
    scoped_by = UNIT_KEYS
    figures = {
        "group": word("women", "young", "minority"),
        "bodies": names(Names.BODIES),
        "share": number(Unit.SHARE),
        "minimum": number(Unit.PEOPLE, optional=True),
        "age": number(Unit.AGE, optional=True),
    }

    def belongs(self, case: Case, cadre: Cadre, norm: Norm) -> bool:
        group = norm.word("group")
        if group == "women":
            return cadre.sex is Sex.FEMALE
        if group == "minority":
            return cadre.minority
        return cadre.age(case.norms.day) < norm.number("age")

    def least(self, case: Case, commune: int, body: str, norm: Norm) -> int:
        if not case.organisation.plans_body(body):
            return 0
        mains = {
            case.organisation.title_at[bundle.main.code] for bundle in case.organisation.bundles
        }
        strength = sum(
            case.organisation.post_in[commune, title].minimum
            for title in case.organisation.members_of(body) & mains
            if (commune, title) in case.organisation.post_in
        )
        floor = norm.number("minimum") if "minimum" in norm.values and strength else 0
        return max(floor, ceil(norm.ratio("share") * strength))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm, communes in self.where(case):
            group = [n for n, c in enumerate(case.cadres) if self.belongs(case, c, norm)]
            people = People(frozenset(group))
            for commune in communes:
                for body in norm.names("bodies"):
                    members = board.count(
                        people, Posts((commune,), case.organisation.members_of(body))
                    )
                    least = self.least(case, commune, body, norm)
                    board.at_least(members, least, norm, (case.communes[commune].code, body))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        rows = holdings(case, plan)
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                for body in norm.names("bodies"):
                    codes = case.organisation.concurrency.members(body)
                    members = {
                        row.cadre
                        for row in rows
                        if row.commune == commune and case.titles[row.title].code in codes
                    }
                    has = sum(self.belongs(case, case.cadres[p], norm) for p in members)
                    short = self.least(case, commune, body, norm) - has
                    if short > 0:
                        yield Finding(self.code, (unit.code, body), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        body = case.organisation.profile.body_names.get(finding.about[1], finding.about[1])
        groups = {"women": "nữ", "young": "người trẻ", "minority": "người dân tộc thiểu số"}
        return f"{body} thiếu {finding.amount} {groups[finding.norm.word('group')]}"


RULE = Share()
