"""Circles of two to four people who could change places with nobody worse off."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from planner.check.finding_words import named
from planner.text.numbers import number
from planner.why.swaps import Swap, swaps
from ui.commands.officer.in_lines.reasons_asked import Named
from ui.desk.drafted import Checked
from ui.words.command_words import say


@dataclass(frozen=True)
class Change:
    """One person of a circle, the posts taken, and the points gained."""

    cadre: str
    name: str
    takes: tuple[Named, ...]
    gain: int


@dataclass(frozen=True)
class Circle:
    total: int
    people: tuple[Change, ...]


@dataclass(frozen=True)
class Circles:
    swaps: tuple[Circle, ...]

    def as_json(self) -> dict[str, Any]:
        told: dict[str, Any] = asdict(self)
        return told


def swaps_of(checked: Checked) -> Circles:
    """The best first."""
    found = swaps(checked.case, checked.plan)
    return Circles(tuple(Circle(swap.total, tuple(_changes(checked, swap))) for swap in found))


def _changes(checked: Checked, swap: Swap) -> Iterator[Change]:
    case, plan = checked.case, checked.plan
    following = (*swap.cadres[1:], swap.cadres[0])
    for code, taken, gain in zip(swap.cadres, following, swap.gains, strict=True):
        posts = plan.by_cadre[taken][0].posts
        takes = tuple(Named(post, named(case, post)) for post in posts)
        yield Change(code, named(case, code), takes, gain)


def swap_lines(circles: Circles, lang: str) -> Iterator[str]:
    if not circles.swaps:
        yield say("no_swap", lang)
    for place, circle in enumerate(circles.swaps, 1):
        yield say("swap", lang, n=place, points=number(circle.total))
        for person in circle.people:
            posts = ", ".join(post.name for post in person.takes)
            yield f"  {person.name} → {posts} (−{number(person.gain)})"
