"""People sit where the department's own points say they fit best."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.case import Case
from planner.plan import Finding
from planner.rules.shape import TRIPLE, Preference, Spot, Subject, Tables


class Suitability(Preference):
    code = "suitability"
    title = "Mức phù hợp do đơn vị chấm"
    subject = Subject.OWN

    def tables(self, case: Case) -> Tables:
        price = sum(norm.price for norm in self.norms(case))
        if not price or not case.roster.scores:
            return Tables()
        best = case.requests.best_scores
        column = np.array([best.get(c.code, 0) * price for c in case.cadres], dtype=np.int32)
        numbers: dict[str, list[int]] = {}
        for number, bundle in enumerate(case.organisation.bundles):
            numbers.setdefault(bundle.main.code, []).append(number)
        spots = {
            code: (case.commune_at[post.commune], numbers.get(post.title, ()))
            for code, post in case.posts.items()
        }
        rows = (
            (place, commune, number, -points * price)
            for code, scores in case.requests.score_of.items()
            if (place := case.cadre_at.get(code)) is not None
            for post, points in scores.items()
            for commune, mains in (spots[post],)
            for number in mains
        )
        triples: NDArray[np.int64] = np.fromiter(rows, np.dtype((np.int64, len(TRIPLE))))
        by_bundle = np.repeat(column[None, :], len(case.organisation.bundles), axis=0)
        return Tables(by_bundle=by_bundle, unplaced=column, triples=triples)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        code = case.cadres[cadre].code
        best = case.requests.best_scores.get(code, 0)
        got = 0
        if spot:
            post = case.organisation.post_in.get(
                (spot.commune, case.organisation.title_at[spot.bundle.main.code])
            )
            got = case.requests.score_of.get(code, {}).get(post.code, 0) if post else 0
        for norm in self.norms(case):
            if best > got:
                yield Finding(self.code, (code,), best - got, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return f"thấp hơn mức phù hợp nhất {finding.amount} điểm"


RULE = Suitability()
