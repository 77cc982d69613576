"""Units as tiles of a grid that lie about as they do on the map, north at the top."""

from collections.abc import Sequence
from math import ceil, sqrt

from planner.roster import Commune

ASPECT = 1.15
"""Columns for each row: a sheet is wider than it is high."""


def tiles(units: Sequence[Commune]) -> dict[str, tuple[int, int]]:
    """Unit code → (row, column), each cell at most once: every unit in the free cell nearest to
    where it would lie, those in the middle first. Empty for no units."""
    if not units:
        return {}
    columns = ceil(sqrt(len(units) * 1.35 * ASPECT))
    rows = ceil(columns / ASPECT)
    wanted = _wanted(units, rows, columns)
    middle = ((rows - 1) / 2, (columns - 1) / 2)
    order = sorted(units, key=lambda unit: (_apart(wanted[unit.code], middle), unit.code))
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    taken: dict[tuple[int, int], str] = {}
    for unit in order:
        at = wanted[unit.code]
        cell = min((c for c in cells if c not in taken), key=lambda c: (_apart(c, at), c))
        taken[cell] = unit.code
    top, left = min(row for row, _ in taken), min(column for _, column in taken)
    return {code: (row - top, column - left) for (row, column), code in taken.items()}


def _wanted(units: Sequence[Commune], rows: int, columns: int) -> dict[str, tuple[float, float]]:
    """Where each unit lies between the outermost ones; places are taken by rank, half and half
    with degrees, so that a crowded middle spreads."""
    north = _spread([-unit.lat for unit in units], rows)
    east = _spread([unit.lon for unit in units], columns)
    return {unit.code: (north[n], east[n]) for n, unit in enumerate(units)}


def _spread(values: list[float], cells: int) -> list[float]:
    low, high = min(values), max(values)
    order = sorted(range(len(values)), key=lambda n: (values[n], n))
    rank = {n: place / max(1, len(values) - 1) for place, n in enumerate(order)}
    share = [(value - low) / (high - low) if high > low else 0.5 for value in values]
    return [(0.5 * share[n] + 0.5 * rank[n]) * (cells - 1) for n in range(len(values))]


def _apart(one: tuple[float, float], two: tuple[float, float]) -> float:
    return (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2
