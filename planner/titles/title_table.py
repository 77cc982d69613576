"""The table by which titles are recognised, as one value; `data.titles` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.titles.level import LevelTable
from planner.titles.role import (
    ANY_OFFICE,
    Head,
    OfficeKind,
    Role,
    SpelledTier,
    Synonyms,
    Wording,
)
from planner.titles.rungs import Tier


@dataclass(frozen=True, eq=False, kw_only=True)
class TitleTable:
    """Compared by identity: a table is read once and many readings are kept by it."""

    roles: tuple[Role, ...]
    offices: tuple[OfficeKind, ...]
    heads: tuple[Head, ...]
    wordings: tuple[Wording, ...]
    synonyms: tuple[Synonyms, ...]
    spelled_tiers: tuple[SpelledTier, ...]
    levels: LevelTable
    places: frozenset[str] = frozenset()
    """Names of units of any tier, without their kind."""
    cities: frozenset[str] = frozenset()
    """Names of cities that are provinces."""
    cities_of_both: frozenset[str] = frozenset()
    """Names of cities that were of a province and are one: only the place tells."""

    @cached_property
    def role(self) -> Mapping[str, Role]:
        return {role.code: role for role in self.roles}

    @cached_property
    def office(self) -> Mapping[str, OfficeKind]:
        return {office.code: office for office in self.offices}

    @cached_property
    def head(self) -> Mapping[str, Head]:
        return {head.code: head for head in self.heads}

    @cached_property
    def specialists(self) -> frozenset[str]:
        """Codes of the head words of specialists."""
        return frozenset(head.code for head in self.heads if head.specialist)

    @cached_property
    def variants(self) -> Mapping[str, tuple[Role, ...]]:
        """Role code → roles that stand for it in a profile of their own codes."""
        found: dict[str, list[Role]] = {}
        for role in self.roles:
            if role.variant_of:
                found.setdefault(role.variant_of, []).append(role)
        return {code: tuple(roles) for code, roles in found.items()}

    @cached_property
    def by_seat(self) -> Mapping[tuple[str, str, Tier], tuple[str, ...]]:
        """(Head, office, tier) → codes of the roles so named."""
        found: dict[tuple[str, str, Tier], list[str]] = {}
        for role in self.roles:
            for head in role.heads:
                for tier in role.tiers:
                    found.setdefault((head, role.office, tier), []).append(role.code)
        return {key: tuple(codes) for key, codes in found.items()}

    @cached_property
    def by_head(self) -> Mapping[tuple[str, Tier], tuple[str, ...]]:
        """(Head, tier) → codes of the roles so named in some office."""
        found: dict[tuple[str, Tier], list[str]] = {}
        for (head, _, tier), codes in self.by_seat.items():
            row = found.setdefault((head, tier), [])
            row.extend(code for code in codes if code not in row)
        return {key: tuple(codes) for key, codes in found.items()}

    def is_within(self, office: str, body: str) -> bool:
        """Whether `office` is `body` or belongs to it."""
        if office in (body, ANY_OFFICE):
            return office == body
        kind = self.office.get(office)
        return kind is not None and any(self.is_within(host, body) for host in kind.within)
