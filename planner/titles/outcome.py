"""What the parts of a title come to together: one reading, a question, a notice."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, product

from planner.titles.deciding import Decided
from planner.titles.parts import Part
from planner.titles.readings import Reading, RoleRead
from planner.titles.role import ANY_OFFICE, Sign
from planner.titles.rungs import Mark, ReadingKind, Rung, Tier
from planner.titles.title_table import TitleTable

TRIED, SHOWN = 64, 12
"""Combinations that are looked at, and kept, of a text that can be very many things."""


def agreed(readings: Iterable[Reading]) -> Reading:
    """What the ways to read a text come to: one reading, or a question between several."""
    found = list(dict.fromkeys(readings))
    telling = [reading for reading in found if reading.kind is not ReadingKind.NOTICE]
    if len({(reading.kind, reading.roles, reading.choices) for reading in telling}) == 1:
        return max(telling, key=lambda reading: len(reading.memberships))
    if not telling:
        return found[0] if found else Reading(kind=ReadingKind.NOTICE)
    choices = [choice for reading in telling for choice in (reading.choices or (reading.roles,))]
    return replace(
        telling[0],
        kind=ReadingKind.QUESTION,
        roles=(),
        choices=tuple(dict.fromkeys(choices)),
        level=None,
    )


def outcome(decided: Sequence[Decided], table: TitleTable) -> Reading:
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
        kind = ReadingKind.NOTICE if none else ReadingKind.NOT_OURS
        return Reading(kind=kind, memberships=members, unread=unread, not_ours=foreign)
    choices = _choices(ours)
    sure = len(choices) == 1 and not lost and all(entry.sure for entry in decided)
    reading = Reading(
        kind=ReadingKind.KNOWN if sure else ReadingKind.QUESTION,
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
    return (*strange, *(_shown(entry.part) for entry in lost if entry.part.shown))


def _choices(ours: Sequence[Decided]) -> tuple[tuple[RoleRead, ...], ...]:
    """Every combination of what the parts can be, each role once, in the order of the text."""
    found: dict[tuple[RoleRead, ...], None] = {}
    options = [
        _with_carried(before, entry) for before, entry in zip((None, *ours), ours, strict=False)
    ]
    for way in islice(product(*options), TRIED):
        roles = _telling([read for part in way for read in part])
        absorbed = {code for read in roles for code in read.role.absorbs}
        kept: dict[tuple[str, Tier, bool], RoleRead] = {}
        for read in roles:
            if read.role.code not in absorbed:
                one = bool(absorbed.intersection(read.role.absorbs)) and len(roles) > 1
                key = (read.role.code, read.tier, read.holds)
                kept.setdefault(key, _one_seat(read, roles) if one else read)
        found[tuple(kept.values())] = None
    return tuple(found)[:SHOWN]


def _telling(roles: list[RoleRead]) -> list[RoleRead]:
    """Without "chuyên viên" of no known field beside a specialist whose field is known."""
    fields = {(read.role.rung, read.tier) for read in roles if read.role.office != ANY_OFFICE}
    return [
        read
        for read in roles
        if read.role.office != ANY_OFFICE
        or read.role.rung > Rung.SPECIALIST
        or (read.role.rung, read.tier) not in fields
    ]


def _one_seat(read: RoleRead, roles: Sequence[RoleRead]) -> RoleRead:
    """Without "kiêm" where the role absorbs the one beside it: the two titles are one seat."""
    if not {other.role.code for other in roles}.intersection(read.role.absorbs):
        return read
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
    tiers = [{read.tier for choice in side.choices for read in choice} for side in (before, entry)]
    return bool(before.part.units and entry.part.units) and not tiers[0] & tiers[1]
