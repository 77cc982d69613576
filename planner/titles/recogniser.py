"""A title or office recognised by what it is, however it is spelled; nothing is guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from planner.roster.levels import Block
from planner.titles.deciding import Decided, Decider, Hints
from planner.titles.letters import Letters, form_of, words_of
from planner.titles.lexicon import Lexicon, Node, Symbol
from planner.titles.parsing import ways_to_read
from planner.titles.parts import Gatherer, Part
from planner.titles.reading import OfficeReading, Reading, RoleRead
from planner.titles.role import Sign
from planner.titles.rungs import Mark, ReadingKind, Rung, Tier
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
    beside = _read_office(office, table, names, tier) if office else OfficeReading(NOTICE)
    hints = Hints(beside.codes, beside.tiers, tier, block, among)
    found: list[Reading] = []
    for parts in _ways(text, table, names):
        decided = Decider(table, hints, parts).decided()
        reading = _outcome(decided, table)
        if reading not in found:
            found.append(reading)
    return _agreed(found)


def _ways(text: str, table: TitleTable, names: frozenset[str]) -> list[list[Part]]:
    lexicon = _lexicon(table)
    words = _words(text, lexicon)
    if not words or len(words) > LONGEST:
        return []
    specialists = frozenset(head.code for head in table.heads if head.specialist)
    return [
        Gatherer(way, words, specialists, lexicon).parts
        for way in ways_to_read(words, lexicon, _names(names))
    ]


def _words(text: str, lexicon: Lexicon) -> Sequence[Letters]:
    return [part for word in words_of(text) for part in lexicon.unglued(word)]


def _agreed(found: list[Reading]) -> Reading:
    """What the ways to read a text come to: one reading, or a question between several."""
    telling = [reading for reading in found if reading.kind is not NOTICE]
    if len({(reading.kind, reading.roles, reading.choices) for reading in telling}) == 1:
        return max(telling, key=lambda reading: len(reading.memberships))
    if not telling:
        return found[0] if found else Reading(NOTICE)
    choices = [
        choice for reading in telling for choice in (reading.choices or (reading.roles,))
    ]
    return replace(
        telling[0],
        kind=ReadingKind.QUESTION,
        roles=(),
        choices=tuple(dict.fromkeys(choices)),
        level=None,
    )


def _outcome(decided: Sequence[Decided], table: TitleTable) -> Reading:
    """The reading of all parts together."""
    ours = [entry for entry in decided if entry.choices]
    lost = [
        entry
        for entry in decided
        if not entry.choices and not entry.not_ours and entry.part.sign is not Sign.MEMBER
    ]
    unread = _unread(decided, lost)
    foreign = tuple(_shown(entry.part) for entry in decided if entry.not_ours)
    members = tuple(member for entry in decided for member in entry.memberships)
    if not ours:
        none = bool(unread) or all(entry in lost for entry in decided)
        kind = NOTICE if none else ReadingKind.NOT_OURS
        return Reading(kind, memberships=members, unread=unread, not_ours=foreign)
    choices = _choices(ours)
    sure = len(choices) == 1 and not lost and all(entry.sure for entry in decided)
    reading = Reading(
        ReadingKind.KNOWN if sure else ReadingKind.QUESTION,
        roles=choices[0] if sure else (),
        choices=() if sure else choices,
        memberships=members,
        unread=unread,
        not_ours=foreign,
    )
    main = reading.main
    if main is None:
        return reading
    held = [(member.code, member.tier) for member in members if member.tier is not None]
    return replace(reading, level=table.levels.level_of(main.role, main.tier, held))


def _shown(part: Part) -> str:
    return " ".join(part.shown)


def _unread(decided: Sequence[Decided], lost: Sequence[Decided]) -> tuple[str, ...]:
    read = [entry for entry in decided if entry not in lost and not entry.not_ours]
    strange = [word for entry in read for word in entry.part.strange]
    return tuple([*strange, *(_shown(entry.part) for entry in lost if entry.part.shown)])


def _choices(ours: Sequence[Decided]) -> tuple[tuple[RoleRead, ...], ...]:
    """Every combination of what the parts can be, each role once, in the order of the text."""
    found: dict[tuple[RoleRead, ...], None] = {}
    options = [_with_carried(before, entry) for before, entry in zip([None, *ours], ours)]
    for way in product(*options):
        roles = [read for part in way for read in part]
        absorbed = {code for read in roles for code in read.role.absorbs}
        kept: dict[tuple[str, Tier, bool], RoleRead] = {}
        for read in roles:
            if read.role.code not in absorbed:
                if read.role.absorbs and absorbed & {other.role.code for other in roles}:
                    read = _one_seat(read)
                kept.setdefault((read.role.code, read.tier, read.holds), read)
        found[tuple(kept.values())] = None
    return tuple(found)[:12]


def _one_seat(read: RoleRead) -> RoleRead:
    """A role whose name holds "kiêm": its two titles are one seat."""
    marks = tuple(mark for mark in read.marks if mark is not Mark.CONCURRENT)
    return replace(read, marks=marks)


def _with_carried(before: Decided | None, entry: Decided) -> Sequence[tuple[RoleRead, ...]]:
    """The readings of a part; one behind "nguyên Phó Bí thư, …" holds the mark too when the two
    go together in one person, and either reading is possible when they need not."""
    if before is None or not entry.part.carried or _apart(before, entry):
        return entry.choices
    marks = tuple(mark for mark in before.part.marks if mark is not Mark.CONCURRENT)
    marked = [
        tuple(replace(read, marks=(*marks, *read.marks)) for read in choice)
        for choice in entry.choices
    ]
    pair = all(
        read.role.rung in (Rung.CHAIR, Rung.VICE_CHAIR) for choice in marked for read in choice
    ) and any(read.role.rung >= Rung.DEPUTY_SECRETARY for c in before.choices for read in c)
    entry.part.marks = [*marks, *entry.part.marks] if pair else entry.part.marks
    return marked if pair else [*marked, *entry.choices]


def _apart(before: Decided, entry: Decided) -> bool:
    """Two titles of different tiers, each with its own unit: a mark of one is not the other's."""
    tiers = [
        {read.tier for choice in side.choices for read in choice} for side in (before, entry)
    ]
    return bool(before.part.units and entry.part.units) and not tiers[0] & tiers[1]


@lru_cache(maxsize=1 << 14)
def _read_office(
    text: str, table: TitleTable, names: frozenset[str], tier: Tier | None
) -> OfficeReading:
    for parts in _ways(text, table, names):
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
        return OfficeReading(kind, codes, tiers, block, strange)
    return OfficeReading(NOTICE, unread=(text,) if text.strip() else ())


def _offices_named(parts: Sequence[Part], table: TitleTable) -> tuple[str, ...]:
    """Codes of the first office named; else what a head word names where an office is asked."""
    for part in parts:
        for symbol in part.all_offices:
            return symbol.codes
    heads = [table.head[code] for part in parts if part.sign is Sign.HEAD for code in part.heads]
    return tuple(head.as_office for head in heads if head.as_office)


def _of_tier(
    codes: tuple[str, ...], table: TitleTable, tiers: frozenset[Tier]
) -> tuple[str, ...]:
    """The offices that exist at one of `tiers`, all where none does or no tier is known."""
    fitting = [
        code
        for code in codes
        if not tiers or not table.office[code].tiers or table.office[code].tiers & tiers
    ]
    return tuple(fitting) or codes
