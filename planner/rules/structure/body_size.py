"""Committees whose members follow from titles keep within their size."""

from collections.abc import Iterator

from planner.case import EVERYBODY, Case, Posts
from planner.law.figure import Names, Unit, names, number
from planner.law.norm import UNIT_KEYS, Norm
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings
from planner.roster import Commune
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class BodySize(Count):
    """`maximum_merged` where at least `merged` old units went into the commune. The least is asked
    only where the body has a seat and all blocks that its members come from are planned."""

    code = "body_size"
    title = "Số ủy viên của ban chấp hành, ban thường vụ"
    subject = Subject.STRUCTURE
    scoped_by = UNIT_KEYS
    figures = {
        "bodies": names(Names.BODIES),
        "maximum": number(Unit.PEOPLE),
        "minimum": number(Unit.PEOPLE, optional=True),
        "merged": number(Unit.UNITS, optional=True),
        "maximum_merged": number(Unit.PEOPLE, optional=True),
    }

    def limits(self, case: Case, unit: Commune, norm: Norm) -> tuple[int, int]:
        least = norm.number("minimum") if "minimum" in norm.values else 0
        many = "merged" in norm.values and len(
            case.organisation.merged_into.get(unit.code, ())
        ) >= norm.number("merged")
        return least, norm.number("maximum_merged" if many else "maximum")

    def counted(self, case: Case, commune: int, body: str) -> bool:
        """Whether the body is there to lack members."""
        there = case.organisation
        return there.plans_body(body) and there.has_seat(commune, there.members_of(body))

    def constrain(self, case: Case, board: Board[T]) -> None:
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                least, most = self.limits(case, unit, norm)
                for body in norm.names("bodies"):
                    members = board.count(
                        EVERYBODY, Posts((commune,), case.organisation.members_of(body))
                    )
                    board.at_most(members, most, norm, (unit.code, body, "max"))
                    if least and self.counted(case, commune, body):
                        board.at_least(members, least, norm, (unit.code, body, "min"))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        rows = holdings(case, plan)
        for commune, unit in enumerate(case.communes):
            for norm in self.norms_at(case, unit):
                least, most = self.limits(case, unit, norm)
                for body in norm.names("bodies"):
                    titles = case.organisation.members_of(body)
                    here = {r.cadre for r in rows if r.commune == commune and r.title in titles}
                    if len(here) > most:
                        about = (unit.code, body, "max")
                        yield Finding(self.code, about, len(here) - most, norm)
                    if len(here) < least and self.counted(case, commune, body):
                        about = (unit.code, body, "min")
                        yield Finding(self.code, about, least - len(here), norm)

    def explain(self, case: Case, finding: Finding) -> str:
        body = case.organisation.profile.body_names.get(finding.about[1], finding.about[1])
        word = "thừa" if finding.about[-1] == "max" else "thiếu"
        return f"{body} {word} {finding.amount} người"


RULE = BodySize()
