"""Relatives of a chief do not hold the duties that watch over the chief's money and staff."""

from collections.abc import Iterator

from planner.case import Case, People, Posts
from planner.law.figure import Names, names, word
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class KinshipDuty(Count):
    code = "kinship_duty"
    title = "Người thân của người đứng đầu không giữ việc tổ chức, kế toán, thanh tra"
    subject = Subject.KINSHIP
    figures = {
        "leaders": names(Names.ROLES),
        "duties": names(Names.ROLES),
        "within": word("office", "unit"),
    }
    lazy = True

    def circles(
        self, case: Case, norm: Norm
    ) -> Iterator[tuple[str, frozenset[int], frozenset[int]]]:
        """Name, leaders' titles and duties' titles of each place where the two may not meet."""
        leaders = case.organisation.titles_of(norm.names("leaders"))
        duties = case.organisation.titles_of(norm.names("duties"))
        if norm.word("within") == "unit":
            yield "", leaders, duties
            return
        for office in sorted({case.titles[title].office.code for title in duties}):
            inside = {n for n, title in enumerate(case.titles) if title.office.code == office}
            if leaders & inside:
                yield office, leaders & inside, duties & inside

    def pairs(self, case: Case) -> Iterator[tuple[str, str]]:
        """Kin both ways round: who leads, who has the duty."""
        for pair in sorted({tuple(sorted(pair)) for pair in case.roster.kin}):
            if all(code in case.cadre_at for code in pair):
                yield pair[0], pair[1]
                yield pair[1], pair[0]

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            circles = list(self.circles(case, norm))
            for chief, holder in self.pairs(case):
                first = People(frozenset({case.cadre_at[chief]}))
                second = People(frozenset({case.cadre_at[holder]}))
                both = People(frozenset({case.cadre_at[chief], case.cadre_at[holder]}))
                for commune in board.places(both):
                    for name, leaders, duties in circles:
                        together = board.count(first, Posts((commune,), leaders))
                        together = together + board.count(second, Posts((commune,), duties))
                        about = (chief, holder, case.communes[commune].code, name)
                        board.at_most(together, 1, norm, about)

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        held: dict[int, set[tuple[int, int]]] = {}
        for row in holdings(case, plan):
            held.setdefault(row.cadre, set()).add((row.commune, row.title))
        for norm in self.norms(case):
            circles = list(self.circles(case, norm))
            for chief, holder in self.pairs(case):
                leads = held.get(case.cadre_at[chief], set())
                does = held.get(case.cadre_at[holder], set())
                for name, leaders, duties in circles:
                    units = {commune for commune, title in leads if title in leaders}
                    for commune in units & {c for c, title in does if title in duties}:
                        about = (chief, holder, case.communes[commune].code, name)
                        yield Finding(self.code, about, 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return "người thân của người đứng đầu giữ việc tổ chức, kế toán, thủ quỹ hoặc kiểm tra"


RULE = KinshipDuty()
