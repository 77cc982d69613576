"""Over the province, holders of certain titles stay within an average per unit or office."""

from collections.abc import Iterator
from math import floor

from planner.case import Case, Posts
from planner.law.figure import Names, Unit, names, number, word
from planner.law.norm import Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class ProvincePool(Count):
    code = "province_pool"
    title = "Bình quân toàn tỉnh về số cấp phó không vượt mức"
    subject = Subject.DEPUTIES
    figures = {
        "titles": names(Names.ROLES),
        "average": number(Unit.PER_UNIT, Unit.PER_OFFICE, Unit.PER_COMMITTEE),
        "pool": word("province", "district", optional=True),
    }

    def pools(self, case: Case, norm: Norm) -> dict[str, tuple[int, ...]]:
        """Name of each pool → its communes: the whole province, or each earlier district."""
        if norm.word("pool") != "district":
            return {norm.id: tuple(range(len(case.communes)))}
        found: dict[str, list[int]] = {}
        for place, unit in enumerate(case.communes):
            olds = case.organisation.merged_into.get(unit.code, ())
            district = case.organisation.old_units[olds[0]].district if olds else ""
            found.setdefault(district or norm.id, []).append(place)
        return {name: tuple(communes) for name, communes in found.items()}

    def limit(self, case: Case, norm: Norm, communes: tuple[int, ...]) -> int:
        """Average × number of units, or of offices and committees, that have such posts, rounded
        down: the law gives an average, people are whole."""
        named = case.organisation.titles_of(norm.names("titles"))
        spots = [
            spot for spot in case.organisation.post_in if spot[0] in communes and spot[1] in named
        ]
        if norm.figure("average").unit is Unit.PER_UNIT:
            return floor(norm.ratio("average") * len({commune for commune, _ in spots}))
        return floor(norm.ratio("average") * len(spots))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            named = case.organisation.titles_of(norm.names("titles"))
            for name, communes in self.pools(case, norm).items():
                held = board.seats(Posts(communes, named))
                board.at_most(held, self.limit(case, norm, communes), norm, (norm.id, name))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            roles = norm.names("titles")
            for name, communes in self.pools(case, norm).items():
                held = sum(
                    row.commune in communes and case.titles[row.title].role in roles
                    for row in holdings(case, plan)
                )
                over = held - self.limit(case, norm, communes)
                if over > 0:
                    yield Finding(self.code, (norm.id, name), over, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        pool = self.pools(case, finding.norm)[finding.about[1]]
        limit = self.limit(case, finding.norm, pool)
        return f"{finding.norm.title.lower()}: vượt {finding.amount} so với {limit} người"


RULE = ProvincePool()
