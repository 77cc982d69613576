"""No single old unit supplies more than a share of a merged commune's leaders."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case, People, Posts
from planner.law.figure import Unit, number
from planner.plan import Finding, Plan
from planner.roster.levels import Grade, PlaceKind
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject, WishAbout, WishWords


class LeadershipMix(Count):
    code = "leadership_mix"
    title = "Lãnh đạo xã mới không dồn về một xã cũ"
    subject = Subject.SHARES
    wish = WishWords(WishAbout.MIX, "Lãnh đạo từ nhiều xã cũ", "Không dồn về một xã cũ")
    figures = {"share": number(Unit.SHARE)}

    def leading(self, case: Case, commune: int) -> Posts:
        return case.organisation.posts_where(lambda title: title.grade >= Grade.HEAD, (commune,))

    def origins(self, case: Case) -> dict[str, tuple[str, ...]]:
        """Commune code → old units merged into it, where there are at least two."""
        return {code: olds for code, olds in case.organisation.merged_into.items() if olds[1:]}

    def by_unit(self, case: Case) -> dict[str, People]:
        """Old unit → the people who come from it."""
        found: dict[str, set[int]] = {}
        for place, cadre in enumerate(case.cadres):
            if cadre.place_kind is PlaceKind.OLD_UNIT:
                found.setdefault(cadre.place, set()).add(place)
        return {old: People(frozenset(members)) for old, members in found.items()}

    def constrain(self, case: Case, board: Board[T]) -> None:
        for norm in self.norms(case):
            share = norm.ratio("share")
            from_unit = self.by_unit(case)
            for code, olds in self.origins(case).items():
                if code not in case.commune_at:
                    continue
                posts = self.leading(case, case.commune_at[code])
                everyone = board.count(EVERYBODY, posts)
                for old in olds:
                    people = from_unit.get(old)
                    if people:
                        over = board.count(people, posts) * share.denominator
                        over = over - everyone * share.numerator
                        board.at_most(over, 0, norm, (code, old))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        for norm in self.norms(case):
            share = norm.ratio("share")
            leaders: dict[str, set[str]] = {}
            for row in plan.placements:
                for post in row.posts:
                    known = row.cadre in case.cadre_at and post in case.posts
                    if known and case.title_of(post).grade >= Grade.HEAD:
                        leaders.setdefault(case.posts[post].commune, set()).add(row.cadre)
            merged = self.origins(case)
            for code, people in leaders.items():
                for old in merged.get(code, ()):
                    same = sum(self._from(case, person, old) for person in people)
                    over = same * share.denominator - len(people) * share.numerator
                    if over > 0:
                        yield Finding(self.code, (code, old), over, norm)

    def _from(self, case: Case, person: str, old: str) -> bool:
        cadre = case.cadre(person)
        return cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place == old

    def explain(self, case: Case, finding: Finding) -> str:
        old = case.organisation.old_units[finding.about[1]]
        share = finding.norm.ratio("share")
        return f"lãnh đạo từ {old.name} quá {share} số lãnh đạo của xã"


RULE = LeadershipMix()
