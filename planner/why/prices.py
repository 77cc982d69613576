"""What another place would cost, read off the certificate: at least so much, in every plan.

With the certificate's duals every plan that puts a person somewhere costs at least the proven bound
plus what that place costs more than the person's least (its reduced cost). What that is above the
plan's own cost is a price nobody can beat; above zero it proves that no plan as good as this one
puts the person there.
"""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check.certificate import GRAIN, Certificate, reduced_by
from planner.check.gates import CLOSED
from planner.plan import Plan

FEW = 12
"""Communes up to which reduced costs are kept once worked out."""

CHEAPEST = 40
"""Places looked at for each option that is asked for."""


@dataclass(frozen=True, slots=True)
class Option:
    """One person on one `post`, at its cheapest together with `posts`, main first. Any plan with it
    costs at least
    `at_least` points more than the plan at hand (0: perhaps none at all)."""

    cadre: str
    post: str
    posts: tuple[str, ...]
    at_least: int


class Prices:
    """Prices of all places against one plan. Raises BadCertificate."""

    def __init__(self, case: Case, plan: Plan, cost: int, certificate: Certificate) -> None:
        self.case, self.plan, self.cost = case, plan, cost
        self._reduced = reduced_by(case, certificate.duals)
        self._tables = (
            [self._reduced.in_commune(commune) for commune in range(len(case.communes))]
            if len(case.communes) <= FEW
            else []
        )
        self._least, self._total = self._reduced.least, self._reduced.total

    def of_cadre(self, cadre: str, most: int = 5) -> tuple[Option, ...]:
        """The best other places for one person, the cheapest first. KeyError for unknown codes."""
        place = self.case.cadre_at[cadre]
        arrays = self._reduced.arrays
        pairs = np.arange(arrays.first[place], arrays.first[place + 1])
        points = self._reduced.of_cadre(place)
        found = []
        for commune, n in zip(*np.nonzero(points < CLOSED * GRAIN // 2), strict=True):
            bundle = int(arrays.pair_bundle[pairs[n]])
            found.append((int(points[commune, n]), place, int(commune), bundle))
        return self._options(sorted(found)[: CHEAPEST * most], most)

    def of_post(self, post: str, most: int = 5) -> tuple[Option, ...]:
        """The best other people for one post, the cheapest first. KeyError for unknown codes."""
        wanted, arrays = self.case.posts[post], self._reduced.arrays
        commune = self.case.commune_at[wanted.commune]
        bundles = [
            n for n, b in enumerate(self.case.organisation.bundles) if wanted.title in b.codes
        ]
        points = self._in(commune)
        fits = np.isin(arrays.pair_bundle, bundles) & (points < CLOSED * GRAIN // 2)
        pairs = np.flatnonzero(fits)
        best: dict[int, tuple[int, int, int, int]] = {}
        for pair in pairs.tolist():
            cadre, bundle = int(arrays.pair_cadre[pair]), int(arrays.pair_bundle[pair])
            gain = int(points[pair]) - int(self._least[cadre])
            if cadre not in best or gain < best[cadre][0]:
                best[cadre] = gain, int(points[pair]), commune, bundle
        rows = [(points, cadre, c, b) for cadre, (_, points, c, b) in best.items()]
        holders = {self.case.cadre_at.get(code) for code in self.plan.by_post.get(post, ())}
        return self._options([row for row in rows if row[1] not in holders], most, post)

    def in_unit(self, cadre: str, commune: int) -> dict[str, int]:
        """Post of a commune → what any plan with the person there costs more at least; posts that
        are not lawful for them are left out. KeyError for unknown codes."""
        arrays, place = self._reduced.arrays, self.case.cadre_at[cadre]
        pairs = np.arange(arrays.first[place], arrays.first[place + 1])
        points = self._in(commune)[pairs]
        found: dict[str, int] = {}
        for n in np.flatnonzero(points < CLOSED * GRAIN // 2).tolist():
            total = self._total + int(points[n]) - int(self._least[place])
            at_least = max(0, -(-total // GRAIN) - self.cost)
            for code in self.case.organisation.bundles[int(arrays.pair_bundle[pairs[n]])].codes:
                post = self.case.organisation.post_in[
                    commune, self.case.organisation.title_at[code]
                ].code
                found[post] = min(found.get(post, at_least), at_least)
        return found

    def of_pair(self, cadre: str, post: str) -> Option | None:
        """The cheapest way for a person to hold a post; None when none is lawful."""
        wanted = self.case.posts[post]
        arrays, place = self._reduced.arrays, self.case.cadre_at[cadre]
        commune = self.case.commune_at[wanted.commune]
        pairs = np.arange(arrays.first[place], arrays.first[place + 1])
        points = self._in(commune)[pairs]
        rows = [
            (int(points[n]), place, commune, int(arrays.pair_bundle[pairs[n]]))
            for n in np.flatnonzero(points < CLOSED * GRAIN // 2).tolist()
            if wanted.title
            in self.case.organisation.bundles[int(arrays.pair_bundle[pairs[n]])].codes
        ]
        options = self._options(rows, 1, post)
        return options[0] if options else None

    def _in(self, commune: int) -> np.ndarray:
        return self._tables[commune] if self._tables else self._reduced.in_commune(commune)

    def _options(
        self, rows: list[tuple[int, int, int, int]], most: int, post: str | None = None
    ) -> tuple[Option, ...]:
        """Rows of (points, cadre, commune, bundle) as options, the cheapest bundle for each person
        and post: `post`, or every post the person does not hold yet."""
        found = []
        for points, cadre, commune, bundle in rows:
            total = self._total + points - int(self._least[cadre])
            at_least = max(0, -(-total // GRAIN) - self.cost)
            titles = (
                self.case.organisation.title_at[code]
                for code in self.case.organisation.bundles[bundle].codes
            )
            posts = tuple(self.case.organisation.post_in[commune, title].code for title in titles)
            code = self.case.cadres[cadre].code
            for asked in posts if post is None else (post,):
                if post is not None or not self._holds(code, asked):
                    found.append((total, Option(code, asked, posts, at_least)))
        found.sort(key=lambda pair: (pair[0], pair[1].cadre, pair[1].posts))
        best: dict[tuple[str, str], Option] = {}
        for _, option in found:
            best.setdefault((option.cadre, option.post), option)
        return tuple(best.values())[:most]

    def _holds(self, cadre: str, post: str) -> bool:
        return any(post in row.posts for row in self.plan.by_cadre.get(cadre, ()))
