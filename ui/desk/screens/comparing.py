"""Plans side by side: what each comes to, and the two of them whose differences are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.compare.moves import Move
from planner.compare.side_by_side import ComparedRow, Side, cost_rows, point_to_choose, rows
from ui.desk.leave.material import Material
from ui.desk.screens.sides import Placed

FEWEST, MOST = 2, 6
"""How many plans stand side by side; the present state is one."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`sides` as the plans were named; `pair` the last two of them, or the present state and the
    only one."""

    sides: tuple[Side, ...]
    rows: tuple[ComparedRow, ...]
    pair: tuple[Placed, Placed]
    moves: Callable[[], tuple[Move, ...]]
    """Who sits elsewhere in the second of the pair; looked for when asked."""
    names: tuple[str, str]

    @property
    def heading(self) -> str:
        one, two = self.names
        return f"{two} so với {one}"

    @property
    def cost_rows(self) -> tuple[ComparedRow, ...]:
        return cost_rows(self.sides)

    @property
    def point(self) -> str:
        """What one must choose between; empty while only one plan is looked at."""
        plans = [side for side in self.sides if not side.present]
        return point_to_choose(plans[-2], plans[-1]) if len(plans) > 1 else ""


def compared(material: Material, codes: Sequence[str], day: date | None) -> Comparison:
    """Two to six plans, each under the law of its own day or all under that of `day`."""
    sides = tuple(material.side_of(code, day) for code in codes)
    plans = [code for code in codes if code]
    one, two = (plans if len(plans) > 1 else list(codes))[-2:]
    return Comparison(
        sides=sides,
        rows=rows(sides),
        pair=(material.placed_of(one, day), material.placed_of(two, day)),
        moves=lambda: material.moves(one, two, day),
        names=(material.name_of(one), material.name_of(two)),
    )


def usual_choice(material: Material) -> tuple[str, ...]:
    """What is set side by side when nobody chose: the present state and the last two plans."""
    return ("", *material.codes[-2:])
