"""Before anything is drafted: for each kind of post the seats to fill against who may fill them."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check.gates import eligibility
from planner.roster import Title
from planner.skills.requirements import competence_of


@dataclass(frozen=True, slots=True)
class Supply:
    """One title over all communes. `eligible` people meet every must of some bundle with it,
    wherever; one person may be counted for many titles, so a shortage here is sure, its absence is
    not."""

    title: Title
    minimum: int
    maximum: int
    eligible: int

    @property
    def short(self) -> int:
        """Seats that stay empty whatever is drafted."""
        return max(0, self.minimum - self.eligible)


def supplies(case: Case) -> tuple[Supply, ...]:
    """One entry per title that has posts: the surest shortages first, then the fewest eligible
    people for a seat."""
    allowed = eligibility(case).allowed
    seats: dict[str, tuple[int, int]] = {}
    for post in case.roster.posts:
        least, most = seats.get(post.title, (0, 0))
        seats[post.title] = least + post.minimum, most + post.maximum
    found = []
    for title in case.titles:
        if title.code in seats:
            rows = [
                n
                for n, bundle in enumerate(case.organisation.bundles)
                if title.code in bundle.codes
            ]
            able = int(allowed[rows].any(axis=0).sum()) if rows else 0
            found.append(Supply(title, *seats[title.code], able))
    return tuple(sorted(found, key=lambda s: (-s.short, s.eligible / max(1, s.minimum))))


@dataclass(frozen=True, slots=True)
class FieldSupply:
    """One professional field (as `planner.skills` groups them): seats whose title asks for it, and
    people who are trained in it. Who has no field in the records is nowhere counted."""

    field: str
    minimum: int
    trained: int

    @property
    def short(self) -> int:
        """Seats for which there is nobody of the field."""
        return max(0, self.minimum - self.trained)


def field_supplies(case: Case) -> tuple[FieldSupply, ...]:
    """One entry per field that some seat to be filled asks for, the greatest shortage first."""
    seats: dict[str, int] = {}
    asked: dict[str, frozenset[str]] = {}
    for post in case.roster.posts:
        fields = case.title_of(post.code).fields
        if fields and post.minimum:
            name = competence_of(case, fields)
            seats[name] = seats.get(name, 0) + post.minimum
            asked[name] = asked.get(name, frozenset()) | fields
    found = (
        FieldSupply(name, seats[name], sum(bool(c.fields & fields) for c in case.cadres))
        for name, fields in asked.items()
    )
    return tuple(sorted(found, key=lambda s: (-s.short, s.trained / max(1, s.minimum), s.field)))


def people_for_block(case: Case) -> dict[int, int]:
    """Block → people who may hold a main post of it."""
    allowed = eligibility(case).allowed
    found: dict[int, int] = {}
    for block in {title.block for title in case.titles}:
        rows = [
            n for n, bundle in enumerate(case.organisation.bundles) if bundle.main.block is block
        ]
        found[int(block)] = int(np.count_nonzero(allowed[rows].any(axis=0))) if rows else 0
    return found
