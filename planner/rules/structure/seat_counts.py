"""Certain titles together have as many seats in a unit as the law gives them."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import FLAG, Names, Unit, names, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding
from planner.rules.shape import Frame, Subject


class SeatCounts(Frame):
    """A fault when the seats that must be filled pass `most`, or when all seats there are stay
    below `least`. A unit with no such post is judged only when the norm says `required` and an
    office of the titles is planned somewhere."""

    code = "seat_counts"
    title = "Số chỗ của từng nhóm chức danh theo quy định"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {
        "titles": names(Names.ROLES),
        "least": number(Unit.SEATS, optional=True),
        "most": number(Unit.SEATS, optional=True),
        "required": FLAG,
    }

    def required(self, case: Case, norm: Norm) -> bool:
        """Whether a unit without such a post lacks it."""
        planned = any(case.organisation.plans_office_of(role) for role in norm.names("titles"))
        return planned and bool(norm.values.get("required"))

    def faults(self, case: Case) -> Iterator[Finding]:
        for unit in case.communes:
            for norm in self.norms_at(case, unit):
                posts = [
                    post
                    for post in case.organisation.posts_by_unit[unit.code]
                    if case.title_of(post.code).role in norm.names("titles")
                ]
                if not posts and not self.required(case, norm):
                    continue
                over = sum(post.minimum for post in posts) - (
                    norm.number("most") if "most" in norm.values else sum(p.minimum for p in posts)
                )
                least = norm.number("least") if "least" in norm.values else 0
                short = least - sum(post.maximum for post in posts)
                if over > 0:
                    yield Finding(self.code, (unit.code, "max"), over, norm)
                if short > 0:
                    yield Finding(self.code, (unit.code, "min"), short, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        word = "thừa" if finding.about[1] == "max" else "thiếu"
        return f"{finding.norm.title}: {word} {finding.amount} chỗ"


RULE = SeatCounts()
