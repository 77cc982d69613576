"""Ways out of demands that clash: what could be changed, at what effort, and the changed case."""

from dataclasses import KW_ONLY, dataclass, replace
from enum import IntEnum

from planner.case import Case, Waiver
from planner.check.finding_words import named
from planner.law.norm import Force
from planner.roster import Cadre, Demand
from planner.roster.levels import Block
from planner.rules import rule_of
from planner.rules.roles import Trainable


class Effort(IntEnum):
    """Kinds of ways out, the least effort first."""

    RELEASE = 1
    EASE = 2
    TRAIN = 3
    WAIVE = 4
    SEATS = 5
    QUOTA = 6


@dataclass(frozen=True, slots=True)
class WayOut:
    """One change. `subject` is a cadre, a post code, a norm id or a commune; `amount` how much of
    it (people, seats, headcount)."""

    effort: Effort
    subject: str
    amount: int = 1
    _: KW_ONLY
    demand: Demand | None = None
    norm: str = ""
    block: Block | None = None
    people: tuple[str, ...] = ()

    @property
    def price(self) -> int:
        """For ranking: effort times amount."""
        return int(self.effort) * max(1, self.amount)

    def applied(self, case: Case) -> Case:
        """The case with the change made."""
        roster, scenario = case.roster, case.scenario
        if self.effort is Effort.RELEASE:
            roster = replace(roster, demands=tuple(d for d in roster.demands if d != self.demand))
            demands = tuple(d for d in scenario.demands if d != self.demand)
            return replace(case, roster=roster, scenario=replace(scenario, demands=demands))
        if self.effort is Effort.EASE:
            forces = {**scenario.forces, self.norm: Force.WISH.value}
            norm = case.norms.named(self.norm)
            prices = dict(scenario.prices)
            if norm is not None and not norm.price:
                prices[self.norm] = EASED
            norms = case.norms.with_forces(forces, prices)
            return replace(
                case, norms=norms, scenario=replace(scenario, forces=forces, prices=prices)
            )
        if self.effort is Effort.WAIVE:
            more = tuple(Waiver(self.norm, cadre) for cadre in self.people)
            return replace(case, scenario=replace(scenario, waivers=(*scenario.waivers, *more)))
        if self.effort is Effort.TRAIN:
            cadres = tuple(
                self._trained(case, c) if c.code in self.people else c for c in roster.cadres
            )
            return replace(case, roster=replace(roster, cadres=cadres))
        if self.effort is Effort.SEATS:
            posts = tuple(
                replace(post, maximum=post.maximum + self.amount)
                if post.code == self.subject
                else post
                for post in roster.posts
            )
            return replace(case, roster=replace(roster, posts=posts, own_posts=True))
        assert self.block is not None
        units = tuple(
            replace(
                unit,
                quota={
                    **unit.quota,
                    self.block: (
                        case.allotment.before_transfers(case.commune_at[unit.code], self.block) or 0
                    )
                    + self.amount,
                },
            )
            if unit.code == self.subject
            else unit
            for unit in roster.communes
        )
        return replace(case, roster=replace(roster, communes=units))

    def _trained(self, case: Case, cadre: Cadre) -> Cadre:
        """The cadre once trained to what the norm asks."""
        norm = case.norms.named(self.norm)
        assert norm is not None
        rule = rule_of(norm.used_by)
        assert isinstance(rule, Trainable)
        return rule.trained(cadre, norm)

    def words(self, case: Case) -> str:
        """One sentence."""
        norm = case.norms.named(self.norm) if self.norm else None
        rule = f"{norm.title} ({norm.source})" if norm is not None else ""
        people = ", ".join(named(case, code) for code in self.people)
        if self.effort is Effort.RELEASE:
            assert self.demand is not None
            kind = "giữ cố định" if self.demand.pin else "không bố trí"
            where = named(case, self.demand.target)
            return f"Bỏ yêu cầu {kind} {named(case, self.demand.cadre)} ở {where}"
        if self.effort is Effort.EASE:
            return f"Chuyển từ bắt buộc sang ưu tiên: {rule}"
        if self.effort is Effort.TRAIN:
            return f"Đào tạo, bồi dưỡng {self.amount} người để đạt: {rule} (ví dụ: {people})"
        if self.effort is Effort.WAIVE:
            return f"Xin cấp có thẩm quyền miễn cho {people}: {rule}"
        if self.effort is Effort.SEATS:
            return f"Thêm {self.amount} chỗ cho {named(case, self.subject)}"
        assert self.block is not None
        where = named(case, self.subject)
        return f"Xin thêm {self.amount} biên chế {self.block.label.lower()} của {where}"


EASED = 2_000
"""Points for a unit missed of a must that was turned into a wish and has no price of its own."""
