"""Once units run, staying at one's own post is the default; elected holders above all."""

from collections.abc import Iterator

import numpy as np

from planner.case import Case
from planner.law.figure import word
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster.levels import Grade, ItLevel
from planner.rules.shape import Preference, Spot, Subject, Tables, WishAbout, WishWords


class OwnPost(Preference):
    code = "own_post"
    title = "Giữ nguyên chức danh đang đảm nhiệm"
    subject = Subject.CONTINUITY
    wish = WishWords(WishAbout.POST, "Giữ nguyên chức danh", "Ai đang giữ chức danh thì giữ tiếp")
    figures = {"kind": word("elected", "other", "digital")}

    def priced(self, case: Case, cadre: int) -> tuple[Norm, ...]:
        """The norms that price leaving the present post; none for who has none."""
        who = case.cadres[cadre]
        if who.post not in case.posts:
            return ()
        title = case.title_of(who.post)
        wanted = {
            "elected": title.grade is Grade.CHIEF,
            "other": title.grade is not Grade.CHIEF,
            "digital": title.it >= ItLevel.TRAINED,
        }
        return tuple(norm for norm in self.norms(case) if wanted[norm.word("kind")])

    def tables(self, case: Case) -> Tables:
        points = np.zeros((len(case.organisation.bundles), len(case.cadres)), dtype=np.int32)
        stays: list[tuple[int, int, int, int]] = []
        for place, cadre in enumerate(case.cadres):
            price = sum(norm.price for norm in self.priced(case, place))
            if not price:
                continue
            points[:, place] = price
            post = case.posts[cadre.post]
            commune = case.commune_at[post.commune]
            for number, bundle in enumerate(case.organisation.bundles):
                if bundle.main.code == post.title:
                    stays.append((place, commune, number, -price))
        return Tables(by_bundle=points, triples=stays)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        if spot and not self._same(case, cadre, spot):
            for norm in self.priced(case, cadre):
                yield Finding(self.code, (case.cadres[cadre].code,), 1, norm)

    def _same(self, case: Case, cadre: int, spot: Spot) -> bool:
        post = case.posts.get(case.cadres[cadre].post)
        return bool(
            post
            and post.title == spot.bundle.main.code
            and case.commune_at[post.commune] == spot.commune
        )

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        return "giữ nguyên chức danh" if self._same(case, cadre, spot) else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "rời chức danh đang giữ"


RULE = OwnPost()
