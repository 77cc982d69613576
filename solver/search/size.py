"""How exactly a case is solved, by its size."""

from planner.case import Case

EXACT_UNITS = 9
"""At most this many communes: pricing runs until no column is missing."""
FINE_UNITS = 40


def gap_by_size(case: Case) -> float:
    """The relative gap at which a plan of the case is good enough."""
    units = len(case.communes)
    return 0.0 if units <= EXACT_UNITS else 1e-4 if units <= FINE_UNITS else 3e-4
