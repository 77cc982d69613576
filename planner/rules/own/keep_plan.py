"""Least change: who sits in the plan that is being redrafted stays there."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.plan import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables


class KeepPlan(Preference):
    """Judged only where the scenario names the plan to keep to; one post more or less is a change
    too."""

    code = "keep_plan"
    title = "Ít thay đổi nhất so với phương án trước"
    subject = Subject.OWN

    def kept(self, case: Case, cadre: int) -> tuple[int, frozenset[str]] | None:
        """Commune and titles that the cadre has in the plan to keep to; None without any that the
        case knows."""
        codes = case.scenario.kept.get(case.cadres[cadre].code, "").split()
        posts = [case.posts[code] for code in codes if code in case.posts]
        if not posts or len(posts) < len(codes):
            return None
        return case.commune_at[posts[0].commune], frozenset(post.title for post in posts)

    def tables(self, case: Case) -> Tables:
        price = sum(norm.price for norm in self.norms(case))
        column = np.zeros(len(case.cadres), dtype=np.int32)
        if not price or not case.scenario.kept:
            return Tables()
        numbers = {frozenset(bundle.codes): n for n, bundle in enumerate(case.organisation.bundles)}
        triples = []
        for place in range(len(case.cadres)):
            kept = self.kept(case, place)
            if kept is not None:
                column[place] = price
                if kept[1] in numbers:
                    triples.append((place, kept[0], numbers[kept[1]], -price))
        by_bundle = np.repeat(column[None, :], len(case.organisation.bundles), axis=0)
        return Tables(by_bundle=by_bundle, unplaced=column, triples=triples)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if self.kept(case, cadre) is not None and not self._same(case, cadre, spot):
            for norm in self.norms(case):
                yield Finding(self.code, (case.cadres[cadre].code,), 1, norm)

    def _same(self, case: Case, cadre: int, spot: Spot | None) -> bool:
        return spot is not None and self.kept(case, cadre) == (
            spot.commune,
            frozenset(spot.bundle.codes),
        )

    def differs(self, old: Case, new: Case) -> bool:
        return super().differs(old, new) or old.scenario.kept != new.scenario.kept

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        return "giữ chỗ như phương án trước" if self._same(case, cadre, spot) else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "khác chỗ trong phương án trước"


RULE = KeepPlan()
