"""How fair each plan is to groups, a figure a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.compare.side_by_side import Side
from planner.figures.plan_report import PlanReport

PERCENT, KM = "%", "km"
LINES: tuple[tuple[str, str, Callable[[PlanReport], float | None]], ...] = (
    ("Lãnh đạo là nữ", PERCENT, lambda report: report.women_leaders),
    ("Lãnh đạo đến 40 tuổi", PERCENT, lambda report: report.young_leaders),
    ("Đơn vị cũ thiệt nhất, được bố trí", PERCENT, lambda report: report.worst_old_unit),
    ("10 % người đi xa nhất, bình quân", KM, lambda report: report.furthest_km),
)


@dataclass(frozen=True, slots=True)
class FairnessLine:
    """`values` in `unit`, one for each plan; None where there is nobody to count."""

    label: str
    unit: str
    values: tuple[float | None, ...]


def fairness(sides: Sequence[Side]) -> tuple[FairnessLine, ...]:
    """Every line that at least one plan has a figure for."""
    found = []
    for label, unit, get in LINES:
        scale = 100 if unit == PERCENT else 1
        told = (get(side.report) for side in sides)
        values = tuple(None if value is None else scale * value for value in told)
        if any(value is not None for value in values):
            found.append(FairnessLine(label, unit, values))
    return tuple(found)
