"""Units by one measure: its figure, how far that is from good, and which are worst."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.figures.plan_report import kilometres_of
from planner.figures.summary import UnitFigures
from planner.plan import Plan
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.text.vietnamese import text_key

SHADES = 4
"""Beyond which nothing gets darker."""
Ways = Mapping[str, float]
"""Unit → mean kilometres of the people placed there."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to look at units: its figure, and how far that is from good (0 is good)."""

    name: str
    value: Callable[[UnitFigures, float], float]
    far: Callable[[float], float]
    step: float = 1.0
    """How much of `far` makes one shade darker."""

    def of(self, unit: UnitFigures, ways: Ways) -> float:
        return self.value(unit, ways.get(unit.commune, 0.0))

    def shade(self, value: float) -> int:
        """0 is good; the rest is rounded up."""
        return min(SHADES, int(-(-self.far(value) // self.step)))


def _able(cover: Cover) -> Measure:
    what = cover.competence
    return Measure(
        f"Làm được {what.short}", lambda f, km: f.able[what.code], lambda v: max(0, 2 - v) * 2
    )


MEASURES: Mapping[str, Measure] = {
    m.name: m
    for m in (
        Measure("Khuyết", lambda f, km: f.total("vacant"), lambda v: v),
        Measure("★ Khuyết chủ chốt", lambda f, km: f.vacant_key, lambda v: v),
        Measure("Thừa, thiếu so với giao", lambda f, km: f.total("excess"), abs, 3),
        Measure("Lấp đầy (%)", lambda f, km: f.fill, lambda v: abs(100 - v), 5),
        *map(_able, rules_of(Cover)),
        Measure("Kiêm nhiệm", lambda f, km: f.concurrent, lambda v: v, 2),
        Measure("Quãng đường bình quân (km)", lambda f, km: round(km, 1), lambda v: v, 2),
        Measure("Dôi dư", lambda f, km: f.surplus, lambda v: v, 3),
    )
}


def mean_ways(case: Case, plan: Plan) -> Ways:
    """Posts and people unknown to the case are left out."""
    found: dict[str, list[int]] = {}
    for row in plan.placements:
        if row.main in case.posts and row.cadre in case.cadre_at:
            found.setdefault(case.posts[row.main].commune, []).append(kilometres_of(case, row))
    return {code: sum(ways) / len(ways) for code, ways in found.items()}


def worst_first(
    case: Case, units: Iterable[UnitFigures], measure: Measure, ways: Ways
) -> list[UnitFigures]:
    """By the measure, then by empty seats, then by name."""

    def order(unit: UnitFigures) -> tuple[object, ...]:
        name = case.unit(unit.commune).name
        far = measure.far(measure.of(unit, ways))
        return -far, -unit.vacant_key, -unit.total("vacant"), text_key(name)

    return sorted(units, key=order)
