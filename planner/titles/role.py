"""What a table of titles is made of: roles, the offices they stand in, and spelled words."""

from dataclasses import dataclass
from enum import IntEnum, auto

from planner.roster.levels import Block
from planner.titles.rungs import COMMUNES, Mark, Rung, Tier

ANY_OFFICE = "*"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row of the table comes from."""

    source: str
    confidence: str
    place: str = ""
    """File and entry."""


NOWHERE = Origin("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a title is, however it is spelled."""

    code: str
    name: str
    office: str
    """Code of an office; ANY_OFFICE for a role that offices of its tier share."""
    rung: Rung
    tiers: frozenset[Tier] = COMMUNES
    heads: tuple[str, ...] = ()
    """Head words that name it together with its office."""
    works: tuple[str, ...] = ()
    """Fields of work that name it behind a specialist's head word, or alone."""
    works_there: tuple[str, ...] = ()
    """Fields of work that name it only where its office is named."""
    spellings: tuple[str, ...] = ()
    """Whole titles that name it."""
    single: bool = False
    """By law one holder in a unit."""
    absorbs: tuple[str, ...] = ()
    """Roles that say nothing more when named beside it."""
    variant_of: str = ""
    """Role that it stands for in a profile of its own codes."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind:
    """An office or body by what it is, with its spellings."""

    code: str
    name: str
    block: Block | None = None
    tiers: frozenset[Tier] = frozenset()
    """Where it exists, when that tells a tier; empty for an office of any tier."""
    spellings: tuple[str, ...] = ()
    after_head: tuple[str, ...] = ()
    """What stands for it right behind a head word of its room ("Trưởng phòng Kinh tế")."""
    room: str = ""
    """What its heads lead: "phòng", "ban", "văn phòng" …"""
    within: tuple[str, ...] = ()
    """Codes of the bodies that it belongs to."""
    profile_office: str = ""
    """Code of the profile's office when another one."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A word that names a place in a body: "Chủ tịch", "Phó Trưởng phòng"."""

    code: str
    spellings: tuple[str, ...]
    room: str = ""
    alone: str = ""
    """Office meant when nothing else names one."""
    beside: str = ""
    """Office meant when another title of a leader stands in the same text."""
    specialist: bool = False
    needs_work: bool = False
    """Says nothing without a field of work."""
    as_office: str = ""
    """Office that the word names where an office is asked for."""
    origin: Origin = NOWHERE


class Sign(IntEnum):
    """What a word or a row of words is, in a title."""

    HEAD = auto()
    OFFICE = auto()
    AFTER_HEAD = auto()
    WORK = auto()
    WHOLE = auto()
    MARK = auto()
    MEMBER = auto()
    STANDING = auto()
    UNIT = auto()
    SHORT_UNIT = auto()
    NAME = auto()
    NOW = auto()
    AREA = auto()
    ROOM = auto()
    NOISE = auto()
    OTHER = auto()
    OTHER_BODY = auto()
    OLD = auto()
    CAUTION = auto()
    STRANGE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that are neither role nor office: marks, kinds of unit, titles none of ours."""

    sign: Sign
    code: str
    spellings: tuple[str, ...]
    tiers: frozenset[Tier] = frozenset()
    mark: Mark | None = None
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Ways to write one word; the first is the one that spellings are written with."""

    spellings: tuple[str, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledTier:
    """A spelling of an office that says the tier too ("Huyện ủy")."""

    office: str
    spellings: tuple[str, ...]
    tiers: frozenset[Tier]
    after_head: bool = False
    room: str = ""
    origin: Origin = NOWHERE
