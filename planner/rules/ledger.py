"""The Ledger: the board that counts a finished plan in plain integers."""

from collections.abc import Iterator, Sequence

from planner.case import Case, People, Posts
from planner.law.norm import Norm
from planner.plan import Finding, Plan


class Ledger:
    """Counts the known people and posts of `plan`; `findings` collects what a rule misses."""

    def __init__(self, case: Case, plan: Plan, rule: str = "") -> None:
        self.findings: list[Finding] = []
        self.rule = rule
        self._holders: dict[tuple[int, int], list[int]] = {}
        self._mains: dict[tuple[int, int], list[int]] = {}
        self._sits: dict[int, set[int]] = {}
        for placement in plan.placements:
            cadre = case.cadre_at.get(placement.cadre)
            if cadre is None:
                continue
            for place, code in enumerate(placement.posts):
                if code not in case.posts:
                    continue
                post = case.posts[code]
                spot = case.organisation.cell_of(post)
                self._holders.setdefault(spot, []).append(cadre)
                self._sits.setdefault(cadre, set()).add(spot[0])
                if place == 0:
                    self._mains.setdefault(spot, []).append(cadre)

    def _among(
        self, table: dict[tuple[int, int], list[int]], people: People, posts: Posts
    ) -> Iterator[int]:
        for commune in posts.communes:
            for title in posts.titles:
                for cadre in table.get((commune, title), ()):
                    if cadre in people:
                        yield cadre

    def count(self, people: People, posts: Posts) -> int:
        return len(set(self._among(self._holders, people, posts)))

    def seats(self, posts: Posts) -> int:
        return sum(1 for _ in self._among(self._holders, People(), posts))

    def headcount(self, people: People, posts: Posts) -> int:
        return len(list(self._among(self._mains, people, posts)))

    def places(self, people: People) -> Sequence[int]:
        assert people.members is not None, "everybody sits everywhere"
        return sorted({c for p in people.members for c in self._sits.get(p, ())})

    def at_most(self, value: int, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        if value > bound:
            self.findings.append(Finding(self.rule, about, value - bound, norm))

    def at_least(self, value: int, bound: int, norm: Norm, about: tuple[str, ...]) -> None:
        if value < bound:
            self.findings.append(Finding(self.rule, about, bound - value, norm))
