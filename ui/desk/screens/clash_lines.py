"""What cannot be kept together, member by member in words."""

from planner.case import Case
from planner.check.finding_words import named
from planner.why.clash import Clash

PLACES = 2
"""Of a bound that are named."""


def clash_lines(case: Case, clash: Clash) -> list[tuple[str, str]]:
    """(words, source) of each bound and each person of a clash; its demands are not told here."""
    found = []
    for norm_id, about, least in clash.bounds:
        norm = case.norms.named(norm_id)
        where = ", ".join(named(case, code) for code in about[:PLACES])
        words = norm.title if norm else norm_id
        bound = "ít nhất" if least else "nhiều nhất"
        found.append((f"⚖ {words} ({where}; {bound})", norm.source if norm else ""))
    found += [(f"☰ {named(case, code)} phải có chỗ bố trí", "") for code in clash.people]
    return found


def members(clash: Clash) -> int:
    """How many there are, any one of which is enough to let go."""
    return len(clash.demands) + len(clash.bounds) + len(clash.people)
