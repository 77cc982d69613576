"""People sit where the department's own points say they fit best."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.finding import Finding
from planner.rules.shape import Preference, Spot, Subject, Tables


class Suitability(Preference):
    code = "suitability"
    title = "Mức phù hợp do đơn vị chấm"
    subject = Subject.OWN

    def tables(self, case: Case) -> Tables:
        price = sum(norm.price for norm in self.norms(case))
        best = case.best_scores
        column = np.array([best.get(c.code, 0) * price for c in case.cadres], dtype=np.int32)
        triples = []
        mains: dict[str, list[int]] = {}
        for number, bundle in enumerate(case.bundles):
            mains.setdefault(bundle.main.code, []).append(number)
        for score in case.roster.scores if price else ():
            place, post = case.cadre_at.get(score.cadre), case.posts[score.post]
            if place is None:
                continue
            commune = case.commune_at[post.commune]
            points = -score.points * price
            triples += [(place, commune, number, points) for number in mains.get(post.title, ())]
        return Tables(
            by_bundle=np.repeat(column[None, :], len(case.bundles), axis=0),
            unplaced=column,
            triples=triples,
        )

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        code = case.cadres[cadre].code
        best = case.best_scores.get(code, 0)
        got = 0
        if spot:
            post = case.post_in.get((spot.commune, case.title_at[spot.bundle.main.code]))
            got = case.score_of.get((code, post.code), 0) if post else 0
        for norm in self.norms(case):
            if best > got:
                yield Finding(self.code, (code,), best - got, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thấp hơn mức phù hợp nhất {finding.amount} điểm"


RULE = Suitability()
