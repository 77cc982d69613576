"""Which roles the parts of a title can be: all that the words, the office and the place leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.roster.levels import Block
from planner.titles.lexicon import THERE, Symbol
from planner.titles.parts import IN_CHARGE_OF, Part
from planner.titles.readings import Membership, RoleRead
from planner.titles.role import ANY_OFFICE, Role, Sign
from planner.titles.rungs import COMMUNES, Mark, Rung, Tier
from planner.titles.tiers import NONE, Tiers, implied_tiers, said_by_words, tiers_of
from planner.titles.title_table import TitleTable

DEPUTY_SECRETARY, STANDING_DEPUTY = "DEPUTY_SECRETARY", "STANDING_DEPUTY"
SPECIALIST, NAMED_BY_CHARGE, PARTY = "SPECIALIST", "IN_CHARGE", "TTDU"
ROOMS = ("phòng", "ban")
BEHIND_HEAD = (Sign.HEAD, Sign.AFTER_HEAD)
LEADERS = (Rung.OFFICE_HEAD, Rung.ORGANISATION_HEAD)
ANY_BODY = "BODY"
"""Membership of a body that only its office names: nothing follows from it."""


@dataclass(frozen=True, kw_only=True)
class Hints:
    """What is known beside the text."""

    offices: tuple[str, ...] = ()
    """Codes that the office column can mean."""
    office_tiers: Tiers = NONE
    tier: Tier | None = None
    block: Block | None = None
    among: frozenset[str] = frozenset()


@dataclass(kw_only=True)
class Decided:
    """What one part can be."""

    part: Part
    choices: tuple[tuple[RoleRead, ...], ...] = ()
    """Each a reading of the part; several roles in one for a specialist of several fields."""
    memberships: tuple[Membership, ...] = ()
    not_ours: bool = False
    sure: bool = True


class Decider:
    """Decides part by part over one table and one set of hints."""

    def __init__(self, table: TitleTable, hints: Hints, parts: Sequence[Part]) -> None:
        self._table, self._hints, self._parts = table, hints, parts

    def decided(self) -> list[Decided]:
        return [self._decide(part) for part in self._parts]

    def _decide(self, part: Part) -> Decided:
        if part.sign is Sign.OTHER or (part.is_title and part.foreign):
            return Decided(part=part, not_ours=True)
        if not part.is_title:
            return Decided(part=part)
        tiers = tiers_of(part, self._parts, self._table, self._hints.office_tiers, self._hints.tier)
        found: dict[tuple[RoleRead, ...], None] = {}
        for tier in tiers:
            for roles in self._at(part, tier):
                found[tuple(self._read(part, role, tier) for role in roles)] = None
        if part.sign is Sign.MEMBER and not found:
            named = tiers[0] if len(tiers) == 1 else None
            members = tuple(Membership(code, named) for code in part.heads if code != ANY_BODY)
            return Decided(part=part, memberships=members, sure=not part.strange)
        known = not part.strange or self._passes(part, tiers)
        odd = self._far(part) or self._of_another_body(part)
        return Decided(part=part, choices=tuple(found), sure=known and not odd)

    def _of_another_body(self, part: Part) -> bool:
        """The Party committee of some other body: "Bí thư Đảng ủy UBND"."""
        first, *others = [symbol.codes for symbol in part.offices] or [()]
        return PARTY in first and any(PARTY not in codes for codes in others)

    def _passes(self, part: Part, tiers: Sequence[Tier]) -> bool:
        """Unknown words that change nothing: more fields of a specialist whose field is known, or
        the name of a room above the commune, where all rooms are one role."""
        if part.cautious:
            return False
        if part.works:
            return part.strange_from is Sign.WORK
        heads = [self._table.head.get(head) for head in part.heads if part.sign is Sign.HEAD]
        above = len(tiers) == 1 and tiers[0] not in COMMUNES
        return (
            above and part.strange_from in BEHIND_HEAD and all(h and h.room in ROOMS for h in heads)
        )

    def _far(self, part: Part) -> bool:
        """An office named that the unit, or else the place where the person works, has not."""
        hint, said = self._hints.tier, said_by_words(part, self._table)
        if part.units:
            return said == COMMUNES and not any(unit & COMMUNES for unit in part.units)
        if hint is None or Mark.FORMER in part.marks:
            return False
        if said == COMMUNES:
            return hint not in COMMUNES
        return hint in COMMUNES and said == implied_tiers(part, self._table) != NONE

    def _read(self, part: Part, role: Role, tier: Tier) -> RoleRead:
        marks = list(dict.fromkeys(part.marks))
        if NAMED_BY_CHARGE in role.heads and Mark.IN_CHARGE in marks:
            marks.remove(Mark.IN_CHARGE)
        office = self._office_of(part, role)
        kind = self._table.office.get(role.office if role.office != ANY_OFFICE else office)
        return RoleRead(
            role=role,
            tier=tier,
            marks=tuple(marks),
            office=office,
            block=kind.block if kind else None,
        )

    def _office_of(self, part: Part, role: Role) -> str:
        if role.office != ANY_OFFICE:
            return role.office
        codes = self._named_offices(part) or self._hints.offices
        return codes[0] if codes else ""

    def _at(self, part: Part, tier: Tier) -> Iterable[tuple[Role, ...]]:
        if part.works and not self._is_staff(part):
            return self._by_work(part, tier)
        if part.sign is Sign.WHOLE:
            whole = [self._table.role[code] for code in part.heads]
            return self._each(self._fitting([r for r in whole if tier in r.tiers], part))
        found = self._by_head(part, tier)
        if not found and tier is Tier.COMMUNE:
            found = self._by_head(part, Tier.OLD_COMMUNE)
        return self._each(found)

    def _is_staff(self, part: Part) -> bool:
        return any(head == "STAFF" for head in part.heads)

    @staticmethod
    def _each(roles: Iterable[Role]) -> list[tuple[Role, ...]]:
        return [(role,) for role in roles]

    def _by_work(self, part: Part, tier: Tier) -> Iterable[tuple[Role, ...]]:
        if tier not in COMMUNES:
            return self._each(self._seat(SPECIALIST, ANY_OFFICE, tier))
        works = [self._there(codes, part) for codes in part.works]
        shared = works[0].intersection(*works[1:])
        if len(works) == 1 or any(tier in self._table.role[code].tiers for code in shared):
            return self._each(self._of_work(part, shared, tier))
        each = _of_one_office([self._of_work(part, codes, tier) for codes in works])
        if all(len(roles) == 1 for roles in each):
            return [tuple(dict.fromkeys(roles[0] for roles in each))]
        return self._each(role for roles in each for role in roles)

    def _there(self, codes: Iterable[str], part: Part) -> set[str]:
        """The roles of a field, those that need it only where their office is named."""
        named = self._named_offices(part) or self._hints.offices
        bare = {code.removeprefix(THERE): code for code in codes}
        return {
            code
            for code, written in bare.items()
            if code == written or self._inside(self._table.role[code], named)
        }

    def _of_work(self, part: Part, codes: Iterable[str], tier: Tier) -> list[Role]:
        roles = [self._table.role[code] for code in self._table.role if code in set(codes)]
        for office in self._named_offices(part) or self._hints.offices:
            inside = [role for role in roles if self._inside(role, (office,))]
            if inside:
                roles = inside
                break
        at_tier = [role for role in roles if tier in role.tiers]
        if not self._among(roles):
            roles = at_tier or roles
        return self._fitting(roles, part)

    def _named_offices(self, part: Part) -> list[str]:
        return [code for symbol in part.all_offices for code in symbol.codes]

    def _inside(self, role: Role, offices: Iterable[str]) -> bool:
        return any(self._table.is_within(role.office, office) for office in offices)

    def _among(self, roles: Iterable[Role]) -> list[Role]:
        return [role for role in roles if role.code in self._hints.among]

    def _variant(self, role: Role) -> Role:
        """The code by which the profile or the office column knows the role."""
        for other in self._table.variants.get(role.code, ()):
            known = other.code in self._hints.among and role.code not in self._hints.among
            if known or other.office in self._hints.offices:
                return other
        return role

    def _fitting(self, roles: list[Role], part: Part) -> list[Role]:
        """Those that the office column, the profile and the block leave, where they leave any."""
        roles = [self._variant(role) for role in roles]
        if len(roles) > 1 and not part.all_offices:
            roles = [r for r in roles if self._inside(r, self._hints.offices)] or roles
        roles = self._among(roles) or roles if len(roles) > 1 else roles
        if len(roles) > 1 and self._hints.block is not None:
            blocks = {role.code: self._table.office.get(role.office) for role in roles}
            fits = [
                role
                for role in roles
                if (kind := blocks[role.code]) is not None and kind.block is self._hints.block
            ]
            roles = fits or roles
        return roles

    def _seat(self, head: str, office: str, tier: Tier) -> list[Role]:
        codes = self._table.by_seat.get((head, office, tier), ())
        return [self._table.role[code] for code in codes]

    def _by_head(self, part: Part, tier: Tier) -> list[Role]:
        found: dict[str, Role] = {}
        for head in part.heads:
            standing = part.standing and head == DEPUTY_SECRETARY
            for role in self._of_head(part, STANDING_DEPUTY if standing else head, tier):
                found[role.code] = role
        return self._fitting(list(found.values()), part)

    def _of_head(self, part: Part, head: str, tier: Tier) -> list[Role]:
        for at, offices in enumerate(self._where(part)):
            found: dict[str, Role] = {}
            for office in offices:
                for role in self._in_office(head, office, tier):
                    found[role.code] = role
            if found:
                rivals = self._rivals(part.offices[at + 1 :], offices, head, tier)
                return [*found.values(), *rivals]
        if any(self._named_offices(part)):
            return self._seat(head, ANY_OFFICE, tier)
        return self._of_head_alone(part, head, tier)

    def _rivals(
        self, others: Sequence[Symbol], offices: Sequence[str], head: str, tier: Tier
    ) -> Iterable[Role]:
        """Roles of bodies named behind, none of which holds the first: "Chủ tịch HĐND, UBND"."""
        for symbol in others:
            for code in symbol.codes:
                if not any(self._table.is_within(office, code) for office in offices):
                    yield from self._seat(head, code, tier)

    def _where(self, part: Part) -> Iterable[Sequence[str]]:
        """Offices to look in, nearest first: of the part, of the parts before, of the column."""
        yield from (symbol.codes for symbol in part.all_offices)
        if not part.all_offices:
            place = next(at for at, other in enumerate(self._parts) if other is part)
            for before in reversed(self._parts[:place]):
                yield from (symbol.codes for symbol in reversed(before.offices[1:]))
            yield self._hints.offices

    def _in_office(self, head: str, office: str, tier: Tier) -> list[Role]:
        if head == IN_CHARGE_OF:
            return self._leaders(office, tier)
        found = self._seat(head, office, tier)
        if found or head in self._table.specialists:
            return found or self._seat(head, ANY_OFFICE, tier)
        codes = self._table.by_head.get((head, tier), ())
        roles = [self._table.role[code] for code in codes]
        inside = [role for role in roles if self._table.is_within(role.office, office)]
        return inside or self._seat(head, ANY_OFFICE, tier)

    def _leaders(self, office: str, tier: Tier) -> list[Role]:
        """Whoever leads the office: the role that is named by it, else its head."""
        named = self._seat(NAMED_BY_CHARGE, office, tier)
        if named:
            return named
        own = [
            role
            for role in self._table.roles
            if role.office == office and role.rung in LEADERS and tier in role.tiers
        ]
        return own or self._seat(IN_CHARGE_OF, ANY_OFFICE, tier)

    def _of_head_alone(self, part: Part, head: str, tier: Tier) -> list[Role]:
        kind = self._table.head.get(head)
        if kind is None or kind.needs_work:
            return []
        for office in (kind.alone, kind.beside if self._has_leader_beside(part) else ""):
            if office:
                return self._in_office(head, office, tier)
        codes = self._table.by_head.get((head, tier), ())
        roles = [self._table.role[code] for code in codes]
        shared = [role for role in roles if role.office == ANY_OFFICE]
        return shared if kind.specialist and shared else roles

    def _has_leader_beside(self, part: Part) -> bool:
        """Another title of a leader of council or People's Committee in the text."""
        return any(
            other is not part
            and other.sign is Sign.HEAD
            and {"CHAIR", "VICE_CHAIR"}.intersection(other.heads)
            and {"UBND", "HDND"}.intersection(self._named_offices(other))
            for other in self._parts
        )


def _of_one_office(fields: list[list[Role]]) -> list[list[Role]]:
    """The roles of each field that stand in the office which some field leaves no doubt of."""
    sure = {roles[0].office for roles in fields if len(roles) == 1}
    return [[role for role in roles if role.office in sure] or roles for roles in fields]
