"""Who has sat on a post that must change hands for the longest time allowed moves on."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster.levels import Grade
from planner.rules.shape import Preference, Spot, Subject, Tables


class Rotation(Preference):
    """People without a leading post, in the fields of the norm: staying costs its price once they
    are `most` months in the post. It stands against the wish to keep people where they are."""

    code = "rotation"
    title = "Định kỳ chuyển đổi vị trí công tác"
    subject = Subject.CONTINUITY
    figures = {"fields": names(Names.FIELDS), "most": number(Unit.MONTHS)}

    def due(self, case: Case, cadre: int, norm: Norm) -> bool:
        who = case.cadres[cadre]
        if who.post not in case.posts or who.in_post_since is None:
            return False
        title = case.title_of(who.post)
        concerned = title.grade is Grade.SPECIALIST and title.fields & set(norm.names("fields"))
        return bool(concerned) and -case.norms.months_to(who.in_post_since) >= norm.number("most")

    def tables(self, case: Case) -> Tables:
        triples = []
        for norm in self.norms(case):
            for place, cadre in enumerate(case.cadres):
                if self.due(case, place, norm):
                    post = case.posts[cadre.post]
                    commune = case.commune_at[post.commune]
                    triples += [
                        (place, commune, number, norm.price)
                        for number, bundle in enumerate(case.organisation.bundles)
                        if bundle.main.code == post.title
                    ]
        return Tables(triples=triples)

    def charge(self, case: Case, cadre: int, spot: Spot | None) -> Iterator[Finding]:
        who = case.cadres[cadre]
        post = case.posts.get(who.post)
        if spot is None or post is None or post.title != spot.bundle.main.code:
            return
        if case.commune_at[post.commune] == spot.commune:
            for norm in self.norms(case):
                if self.due(case, cadre, norm):
                    yield Finding(self.code, (who.code,), 1, norm)

    def met(self, case: Case, cadre: int, spot: Spot) -> str:
        due = any(self.due(case, cadre, norm) for norm in self.norms(case))
        due = due and not any(self.charge(case, cadre, spot))
        return "chuyển đổi vị trí công tác đúng hạn" if due else ""

    def explain(self, case: Case, finding: Finding) -> str:
        return "đã đến hạn chuyển đổi vị trí công tác"


RULE = Rotation()
