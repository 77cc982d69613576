"""In each merged commune somebody from every former unit stays who knows its files."""

from collections.abc import Iterator

from planner.case import Case, People
from planner.law.figure import Unit, number
from planner.law.norm import UNIT_KEYS
from planner.plan import Finding, Plan
from planner.plan.holdings import holdings, people_by_commune
from planner.roster.levels import PlaceKind
from planner.rules.board import Board, T
from planner.rules.shape import Count, Subject


class Memory(Count):
    """Asks of a former unit no more people than it has; of one with nobody, none."""

    code = "memory"
    title = "Mỗi xã cũ còn người ở lại nắm hồ sơ, địa bàn"
    subject = Subject.CONTINUITY
    scoped_by = UNIT_KEYS
    figures = {"minimum": number(Unit.PEOPLE)}

    def from_units(self, case: Case) -> dict[str, frozenset[int]]:
        """Old unit → people who come from it."""
        found: dict[str, set[int]] = {}
        for place, cadre in enumerate(case.cadres):
            if cadre.place_kind is PlaceKind.OLD_UNIT:
                found.setdefault(cadre.place, set()).add(place)
        return {old: frozenset(people) for old, people in found.items()}

    def heirs(self, case: Case) -> Iterator[tuple[int, str]]:
        """(commune, old unit) wherever several went into one, the main successor only."""
        for unit, olds in sorted(case.organisation.merged_into.items()):
            for old in olds if olds[1:] else ():
                if (
                    unit in case.commune_at
                    and case.organisation.old_units[old].successors[0] == unit
                ):
                    yield case.commune_at[unit], old

    def constrain(self, case: Case, board: Board[T]) -> None:
        from_units = self.from_units(case)
        for commune, old in self.heirs(case):
            people = from_units.get(old, frozenset())
            unit = case.communes[commune]
            for norm in self.norms_at(case, unit):
                least = min(norm.number("minimum"), len(people))
                if least:
                    everywhere = case.organisation.posts_where(lambda title: True, (commune,))
                    stays = board.count(People(people), everywhere)
                    board.at_least(stays, least, norm, (unit.code, old))

    def check(self, case: Case, plan: Plan) -> Iterator[Finding]:
        sitting = people_by_commune(case, holdings(case, plan))
        from_units = self.from_units(case)
        for commune, old in self.heirs(case):
            unit = case.communes[commune]
            own = from_units.get(old, frozenset())
            stays = sum(cadre in sitting[commune] for cadre in own)
            for norm in self.norms_at(case, unit):
                missing = min(norm.number("minimum"), len(own)) - stays
                if missing > 0:
                    yield Finding(self.code, (unit.code, old), missing, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        old = case.organisation.old_units[finding.about[1]]
        return f"thiếu {finding.amount} người từ {old.name} ở lại"


RULE = Memory()
