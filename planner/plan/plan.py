"""A plan: who holds which posts, and who is left without one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Placement:
    """One person's posts by code, all in one commune when lawful; `main` counts for headcount."""

    cadre: str
    main: str
    concurrent: tuple[str, ...] = ()

    @property
    def posts(self) -> tuple[str, ...]:
        return (self.main, *self.concurrent)


@dataclass(frozen=True)
class Plan:
    """Placements in any order; `surplus` lists the people without a post by code."""

    placements: tuple[Placement, ...]
    surplus: tuple[str, ...] = ()

    @classmethod
    def of(cls, placements: Iterable[Placement], surplus: Iterable[str]) -> "Plan":
        return cls(tuple(sorted(placements)), tuple(sorted(surplus)))

    @cached_property
    def surplus_set(self) -> frozenset[str]:
        return frozenset(self.surplus)

    @cached_property
    def by_cadre(self) -> Mapping[str, tuple[Placement, ...]]:
        found: dict[str, list[Placement]] = {}
        for placement in self.placements:
            found.setdefault(placement.cadre, []).append(placement)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def by_post(self) -> Mapping[str, tuple[str, ...]]:
        """Post code → codes of its holders, main and concurrent."""
        found: dict[str, list[str]] = {}
        for placement in self.placements:
            for post in placement.posts:
                found.setdefault(post, []).append(placement.cadre)
        return {code: tuple(holders) for code, holders in found.items()}
