"""Other lawful places of one person, in words: with their price, or with the way when it is not
known."""

from planner.case import Case
from planner.plan import Plan
from planner.text.numbers import price_words
from planner.why.candidates import openings
from planner.why.prices import Prices

SHOWN = 6


def other_places(
    case: Case, plan: Plan, cadre: str, prices: Prices | None
) -> list[tuple[str, str]]:
    """(post, words), the cheapest or the nearest first."""
    if prices is not None:
        options = prices.of_cadre(cadre, SHOWN)
        return [(option.post, price_words(option.at_least)) for option in options]
    found = openings(case, plan, cadre)
    return [(one.post, f"còn chỗ, cách {one.kilometres} km") for one in found]
