"""Least change: who sits in the plan that is being redrafted stays there."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.finding import Finding
from planner.roster import Post
from planner.rules.shape import Preference, Spot, Subject, Tables


class KeepPlan(Preference):
    """Judged only where the scenario names the plan to keep to; the main post counts."""

    code = "keep_plan"
    title = "Ít thay đổi nhất so với phương án trước"
    subject = Subject.OWN

    def kept(self, case: Case, cadre: int) -> Post | None:
        """The post the cadre has in the plan to keep to, None without one."""
        return case.posts.get(case.scenario.kept.get(case.cadres[cadre].code, ""))

    def tables(self, case: Case) -> Tables:
        price = sum(norm.price for norm in self.norms(case))
        column = np.zeros(len(case.cadres), dtype=np.int32)
        if not price or not case.scenario.kept:
            return Tables()
        mains: dict[str, list[int]] = {}
        for number, bundle in enumerate(case.bundles):
            mains.setdefault(bundle.main.code, []).append(number)
        triples = []
        for place in range(len(case.cadres)):
            post = self.kept(case, place)
            if post is not None:
                column[place] = price
                commune = case.commune_at[post.commune]
                triples += [(place, commune, n, -price) for n in mains.get(post.title, ())]
        by_bundle = np.repeat(column[None, :], len(case.bundles), axis=0)
        return Tables(by_bundle=by_bundle, unplaced=column, triples=triples)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if self.kept(case, cadre) is not None and not self._same(case, cadre, spot):
            for norm in self.norms(case):
                yield Finding(self.code, (case.cadres[cadre].code,), 1, norm)

    def _same(self, case: Case, cadre: int, spot: Spot | None) -> bool:
        post = self.kept(case, cadre)
        return bool(
            spot
            and post
            and post.title == spot.bundle.main.code
            and case.commune_at[post.commune] == spot.commune
        )

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        return "giữ chỗ như phương án trước" if self._same(case, cadre, spot) else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "khác chỗ trong phương án trước"


RULE = KeepPlan()
