"""A title or office recognised by what it is, however it is spelled; nothing is guessed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from planner.roster.levels import Block
from planner.titles.deciding import Decider, Hints
from planner.titles.letters import Letters, form_of, words_of
from planner.titles.lexicon import Lexicon, Node, Symbol
from planner.titles.outcome import agreed, outcome
from planner.titles.parsing import ways_to_read
from planner.titles.parts import Gatherer, Part
from planner.titles.readings import OfficeReading, Reading
from planner.titles.role import Sign
from planner.titles.rungs import ReadingKind, Tier
from planner.titles.tiers import said_by_words
from planner.titles.title_table import TitleTable

LONGEST = 80
"""Words of a text beyond which it is no title."""
NOTICE = ReadingKind.NOTICE
NO_NAMES: frozenset[str] = frozenset()


def read_title(
    text: str,
    table: TitleTable,
    *,
    office: str = "",
    unit_names: Iterable[str] = (),
    tier: Tier | None = None,
    block: Block | None = None,
    among: Iterable[str] = (),
) -> Reading:
    """What the title `text` is.

    `office` is the office column beside it, `unit_names` are names of units that the table's
    places lack, `tier` is where the person works (words that name a tier win), `block` and
    `among` (the codes of a profile's titles) narrow what words leave open. Never raises.
    """
    names = frozenset(unit_names) if unit_names else NO_NAMES
    codes = frozenset(among) if among else NO_NAMES
    return _read_title(text, table, office, names, tier, block, codes)


def read_office(
    text: str, table: TitleTable, *, unit_names: Iterable[str] = (), tier: Tier | None = None
) -> OfficeReading:
    """Which office `text` names; words that name a tier win over `tier`. Never raises."""
    names = frozenset(unit_names) if unit_names else NO_NAMES
    return _read_office(text, table, names, tier)


@lru_cache(maxsize=64)
def _lexicon(table: TitleTable) -> Lexicon:
    return Lexicon(table)


@lru_cache(maxsize=64)
def _names(names: frozenset[str]) -> Node | None:
    if not names:
        return None
    root = Node()
    for name in names:
        Lexicon.grow(root, form_of(name), Symbol(Sign.NAME))
    return root


@lru_cache(maxsize=1 << 16)
def _read_title(
    text: str,
    table: TitleTable,
    office: str,
    names: frozenset[str],
    tier: Tier | None,
    block: Block | None,
    among: frozenset[str],
) -> Reading:
    beside = _read_office(office, table, names, tier) if office else OfficeReading(kind=NOTICE)
    hints = Hints(
        offices=beside.codes, office_tiers=beside.tiers, tier=tier, block=block, among=among
    )
    words = _words(text, table)
    reading = _read_unshown(_lexicon(table).with_names_bound(words), table, names, hints)
    if reading.unread or reading.not_ours:
        return _read_words(words, table, names, hints)
    return reading


def _read_words(
    words: tuple[Letters, ...], table: TitleTable, names: frozenset[str], hints: Hints
) -> Reading:
    return agreed(
        outcome(Decider(table, hints, parts).decided(), table)
        for parts in _ways(words, table, names)
    )


_read_unshown = lru_cache(maxsize=1 << 15)(_read_words)
"""Titles that differ by the names of their units only are read once."""


def _ways(
    words: tuple[Letters, ...], table: TitleTable, names: frozenset[str]
) -> Iterator[list[Part]]:
    if not words or len(words) > LONGEST:
        return
    lexicon = _lexicon(table)
    for way in ways_to_read(words, lexicon, _names(names)):
        yield Gatherer(way, words, table.specialists, lexicon).parts


def _words(text: str, table: TitleTable) -> tuple[Letters, ...]:
    lexicon = _lexicon(table)
    return tuple(part for word in words_of(text) for part in lexicon.unglued(word))


@lru_cache(maxsize=1 << 14)
def _read_office(
    text: str, table: TitleTable, names: frozenset[str], tier: Tier | None
) -> OfficeReading:
    for parts in _ways(_words(text, table), table, names):
        named = _offices_named(parts, table)
        if not named:
            continue
        tiers = said_by_words(parts[0], table)
        strange = tuple(word for part in parts for word in part.strange)
        known = tiers or frozenset([] if tier is None else [tier])
        codes = _of_tier(named, table, known)
        kinds = {table.office[code].block for code in codes}
        kind = ReadingKind.KNOWN if len(codes) == 1 else ReadingKind.QUESTION
        if strange:
            kind = NOTICE
        block = kinds.pop() if len(kinds) == 1 else None
        return OfficeReading(kind=kind, codes=codes, tiers=tiers, block=block, unread=strange)
    return OfficeReading(kind=NOTICE, unread=(text,) if text.strip() else ())


def _offices_named(parts: Sequence[Part], table: TitleTable) -> tuple[str, ...]:
    """Codes of the first office named; else what a head word names where an office is asked."""
    for part in parts:
        for symbol in part.all_offices:
            return symbol.codes
    heads = [table.head[code] for part in parts if part.sign is Sign.HEAD for code in part.heads]
    return tuple(head.as_office for head in heads if head.as_office)


def _of_tier(codes: tuple[str, ...], table: TitleTable, tiers: frozenset[Tier]) -> tuple[str, ...]:
    """The offices that exist at one of `tiers`, all where none does or no tier is known."""
    fitting = [
        code
        for code in codes
        if not tiers or not table.office[code].tiers or table.office[code].tiers & tiers
    ]
    return tuple(fitting) or codes
