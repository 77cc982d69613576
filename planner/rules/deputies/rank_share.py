"""Deputies at a high rank stay within their share of all deputies of a commune."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case, People, Posts
from planner.law.figure import Names, Unit, names, number, word
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, people_by_commune
from planner.roster import Cadre
from planner.roster.levels import Rank
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class RankShare(Count):
    """Exact: the share is of the deputies there are, not of those planned."""

    code = "rank_share"
    title = "Tỷ lệ cấp phó ở ngạch cao trong mỗi xã"
    subject = Subject.DEPUTIES
    scoped_by = UNIT_KEYS
    figures = {
        "titles": names(Names.ROLES),
        "level": word(*Rank.__members__),
        "share": number(Unit.SHARE),
    }

    def senior(self, cadre: Cadre, norm: Norm) -> bool:
        return cadre.rank >= Rank[norm.word("level")]

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm, communes in self.where(case):
            share, titles = norm.ratio("share"), case.organisation.titles_of(norm.names("titles"))
            high = [n for n, cadre in enumerate(case.cadres) if self.senior(cadre, norm)]
            people = People(frozenset(high))
            for commune in communes:
                posts = Posts((commune,), titles)
                over = board.count(people, posts) * share.denominator
                over = over - board.count(EVERYBODY, posts) * share.numerator
                board.at_most(over, 0, norm, (case.communes[commune].code,))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm, communes in self.where(case):
            roles, share = norm.names("titles"), norm.ratio("share")
            rows = (r for r in holdings(case, plan) if case.titles[r.title].role in roles)
            people = people_by_commune(case, rows)
            for commune in communes:
                held = people[commune]
                high = sum(self.senior(case.cadres[person], norm) for person in held)
                over = high * share.denominator - len(held) * share.numerator
                if over > 0:
                    yield Finding(self.code, (case.communes[commune].code,), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        level = Rank[finding.norm.word("level")].label.lower()
        return f"cấp phó ở ngạch {level} quá {finding.norm.ratio('share')} số cấp phó của xã"


RULE = RankShare()
