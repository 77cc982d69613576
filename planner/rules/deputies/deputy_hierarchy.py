"""An office never has more deputies than the body above it."""

from collections.abc import Iterator

from planner.case import Case, Posts
from planner.law.figure import Names, names
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class DeputyHierarchy(Count):
    """Asked only where the body above has a seat."""

    code = "deputy_hierarchy"
    title = "Cấp phó của phòng không nhiều hơn cấp phó của cơ quan cấp trên"
    subject = Subject.DEPUTIES
    scoped_by = UNIT_KEYS
    figures = {"children": names(Names.ROLES), "parents": names(Names.ROLES)}

    def offices(self, case: Case, norm: Norm) -> dict[str, frozenset[int]]:
        """Office → positions of its deputies' titles."""
        found: dict[str, set[int]] = {}
        for place in case.organisation.titles_of(norm.names("children")):
            found.setdefault(case.titles[place].office.code, set()).add(place)
        return {office: frozenset(titles) for office, titles in sorted(found.items())}

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                parents = case.organisation.titles_of(norm.names("parents"))
                if not case.organisation.has_seat(commune, parents):
                    continue
                above = board.seats(Posts((commune,), parents))
                for office, titles in self.offices(case, norm).items():
                    below = board.seats(Posts((commune,), titles))
                    board.at_most(below - above, 0, norm, (unit.code, office))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        rows = holdings(case, plan)
        for commune, unit in enumerate(case.communes):
            here = [case.titles[row.title] for row in rows if row.commune == commune]
            seats = [
                case.title_of(post.code).role
                for post in case.organisation.posts_by_unit[unit.code]
                if post.maximum
            ]
            for norm in self.norms_at(case, unit):
                if not set(seats) & set(norm.names("parents")):
                    continue
                above = sum(title.role in norm.names("parents") for title in here)
                below: dict[str, int] = {}
                for title in here:
                    if title.role in norm.names("children"):
                        below[title.office.code] = below.get(title.office.code, 0) + 1
                for office, held in below.items():
                    if held > above:
                        yield Finding(self.code, (unit.code, office), held - above, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        offices = {title.office.code: title.office.name for title in case.titles}
        office = offices.get(finding.about[1], finding.about[1])
        return f"{office} có nhiều hơn cơ quan cấp trên {finding.amount} cấp phó"


RULE = DeputyHierarchy()
