"""Which units are looked for among all of a plan."""

from collections.abc import Iterable

from planner.case import Case
from planner.figures.summary import UnitFigures
from planner.skills.gap_tables import district_of
from planner.text.vietnamese import plain


def units_found(
    case: Case, units: Iterable[UnitFigures], words: str = "", kind: str = "", district: str = ""
) -> list[UnitFigures]:
    """Units whose name has the words, of a type and out of an old district when these are given."""
    found = []
    for figures in units:
        unit = case.unit(figures.commune)
        if (
            plain(words) in plain(unit.full_name)
            and kind in ("", unit.type.label)
            and district in ("", district_of(case, unit.code))
        ):
            found.append(figures)
    return found
