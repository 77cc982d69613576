"""The words of a title read as symbols: of all ways to read them those with the least cost.

A word that no spelling knows costs most, so a way that knows all words is taken before one that
does not, long spellings before short ones, and exact words before words without their marks. Ways
of equal cost are all kept: what they mean decides whether anything has to be asked.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.titles.letters import COMMA, JOINER, SPACE, Letters
from planner.titles.lexicon import BOUND_NAMES, FOR_WORK, IN_CHARGE, Lexicon, Node, Symbol
from planner.titles.role import Sign
from planner.titles.rungs import Tier

STRANGE, SPELLED, LOOSE = 40, 4, 1
KNOWN_NAME, UNKNOWN_NAME, NAME_WORD, BARE_NAME = 1, 6, 4, 8
LONE_WORK, IN_AREA, IN_FIELD, NUMBER = 6, 5, 6, 6
TOO_DEAR, FAR = STRANGE + SPELLED, 10**6
"""Ways so much dearer than one that is further on are given up."""
NAME_LENGTH, KNOWN_LENGTH, WAYS = 4, 6, 4

NAMED = frozenset({Sign.OFFICE, Sign.AFTER_HEAD, Sign.MEMBER, Sign.OTHER_BODY, Sign.OTHER})
"""Signs that a unit's name may follow without its kind."""
CAN_END = frozenset(Sign) - {Sign.SHORT_UNIT}
MAY_BE_OLD = frozenset({Sign.NAME, Sign.UNIT, Sign.OFFICE, Sign.HEAD})
BEFORE_WORK = frozenset({Sign.WORK, Sign.AREA, Sign.MARK, Sign.OTHER, Sign.OTHER_BODY})
UNLIKELY = frozenset({(Sign.AREA, Sign.OTHER_BODY), (Sign.HEAD, Sign.HEAD), (Sign.WORK, Sign.HEAD)})
"""Signs that seldom follow one another without a comma."""
UNITS = frozenset({Sign.UNIT, Sign.SHORT_UNIT})


class Read(NamedTuple):
    """A symbol and the words [start, end) it was read from."""

    symbol: Symbol
    start: int
    end: int


Way = tuple[int, tuple[Read, ...]]
_NOISE = Symbol(Sign.NOISE)
FIELD = "field"
"""Room of unknown words behind a field of work, which go on with it."""
FOREIGN = (Sign.OTHER, Sign.OTHER_BODY)
FOREIGN_NAME = "foreign"
"""Room of unknown words that name a body none of ours."""
_FOREIGN = Symbol(Sign.NOISE, room=FOREIGN_NAME)
_FIELD = Symbol(Sign.STRANGE, room=FIELD)
_STRANGE, _NAME, _AREA = Symbol(Sign.STRANGE), Symbol(Sign.NAME), Symbol(Sign.AREA)


def ways_to_read(
    words: Sequence[Letters], lexicon: Lexicon, places: Node | None = None
) -> tuple[tuple[Read, ...], ...]:
    """The cheapest ways to read all of `words`, at most a few; `places` adds names of units."""
    states: list[dict[tuple[Sign, str], list[Way]]] = [{} for _ in range(len(words) + 1)]
    states[0][(Sign.NOISE, "")] = [(0, ())]
    bare = all(word.form == word.bare for word in words)
    ahead = [FAR] * (len(words) + 1)
    ahead[0] = 0
    for start in range(len(words)):
        least = min(ahead[start:])
        states[start] = {
            key: ways for key, ways in states[start].items() if ways[0][0] <= least + TOO_DEAR
        }
        if not states[start]:
            continue
        spelled = _cheapest_spellings(lexicon, words, start, bare)
        names = _names_at(lexicon, places, words, start)
        for (sign, room), ways in states[start].items():
            for end, symbol, cost in _steps(words, start, sign, room, spelled, names):
                key = (symbol.sign, symbol.room)
                read = Read(symbol, start, end)
                row = states[end].setdefault(key, [])
                ahead[end] = min(ahead[end], ways[0][0] + cost)
                for before, path in ways:
                    _keep(row, (before + cost, (*path, read)))
    last = [way for (sign, _), row in states[-1].items() if sign in CAN_END for way in row]
    least = min((cost for cost, _ in last), default=0)
    return tuple(path for cost, path in last if cost == least)[:WAYS]


def _keep(row: list[Way], way: Way) -> None:
    if row and way[0] > row[0][0]:
        return
    if row and way[0] < row[0][0]:
        row.clear()
    if len(row) < WAYS:
        row.append(way)


def _cheapest_spellings(
    lexicon: Lexicon, words: Sequence[Letters], start: int, bare: bool
) -> list[tuple[int, Symbol, int]]:
    """Spellings from `start` on as (end, symbol, cost); in a text typed wholly without marks no
    spelling is nearer than another."""
    found = list(lexicon.matches(lexicon.root, words, start))
    if bare:
        return [(end, symbol, SPELLED) for end, symbol, _ in found]
    exact = {end for end, _, loose in found if not loose}
    return [
        (end, symbol, SPELLED + LOOSE * loose)
        for end, symbol, loose in found
        if not loose or end not in exact
    ]


def _names_at(
    lexicon: Lexicon, places: Node | None, words: Sequence[Letters], start: int
) -> list[int]:
    """Ends of the known names of units from `start` on."""
    if words[start].form in BOUND_NAMES:
        return [start + 1]
    roots = [lexicon.places] if places is None else [lexicon.places, places]
    ends = {end for root in roots for end, _, _ in lexicon.matches(root, words, start)}
    return [
        end
        for end in ends
        if end - start <= KNOWN_LENGTH
        and all(word.gap <= JOINER for word in words[start + 1 : end])
    ]


def _steps(
    words: Sequence[Letters],
    start: int,
    sign: Sign,
    room: str,
    spelled: list[tuple[int, Symbol, int]],
    names: list[int],
) -> Iterator[tuple[int, Symbol, int]]:
    """What may come after a symbol of `sign`, as (end, symbol, cost)."""
    gap = words[start].gap
    if sign in UNITS:
        if gap == SPACE:
            yield from ((end, _NAME, KNOWN_NAME) for end in names)
            yield from _unknown_names(words, start)
        if sign is Sign.SHORT_UNIT:
            return
    elif sign in NAMED or sign is Sign.HEAD or (sign is Sign.NAME and gap > SPACE):
        extra = SPELLED if sign is Sign.HEAD else 0
        yield from ((end, _NAME, BARE_NAME + extra) for end in names)
    for end, symbol, cost in spelled:
        if symbol.sign is Sign.AFTER_HEAD or (symbol.sign is Sign.OTHER_BODY and symbol.room):
            if sign is Sign.HEAD and room == symbol.room:
                yield end, symbol, cost - LOOSE
        elif symbol.sign is Sign.OTHER_BODY and room in (FOR_WORK, FIELD):
            yield end, symbol, cost + LOOSE
        elif _old_title_in_pieces(words, start, end, symbol):
            continue
        elif symbol.sign is Sign.SHORT_UNIT and sign in (Sign.OFFICE, Sign.AFTER_HEAD):
            yield end, symbol, cost
            yield end, symbol._replace(sign=Sign.UNIT), cost + LONE_WORK
        elif (sign, symbol.sign) in UNLIKELY and gap <= JOINER:
            yield end, symbol, cost + LONE_WORK
        elif symbol.sign is Sign.OLD and sign not in MAY_BE_OLD:
            continue
        elif symbol.sign is Sign.WORK and room in (FOR_WORK, FIELD):
            yield end, symbol._replace(room=FIELD), cost
        elif symbol.sign is Sign.WORK and sign not in BEFORE_WORK:
            yield end, symbol, cost + LONE_WORK
        elif symbol.sign is Sign.WORK and sign in (Sign.MARK, Sign.AREA):
            extra = LOOSE if sign is Sign.MARK else -LOOSE
            yield end, symbol._replace(room=FIELD), cost + extra
        else:
            yield end, symbol, cost
    yield (start + 1, *_unspelled(words[start], sign, room))


def _unspelled(word: Letters, sign: Sign, room: str) -> tuple[Symbol, int]:
    """What a word that no spelling knows is taken for, and its cost."""
    if (sign is Sign.AREA or room == IN_CHARGE) and word.gap <= JOINER:
        return _AREA, IN_AREA
    if (sign in FOREIGN or room == FOREIGN_NAME) and word.gap <= JOINER:
        return _FOREIGN, IN_AREA
    if room == FIELD:
        return _FIELD, IN_FIELD
    return (_NOISE, NUMBER) if word.form.isdigit() else (_STRANGE, STRANGE)


def _old_title_in_pieces(words: Sequence[Letters], start: int, end: int, symbol: Symbol) -> bool:
    """A civil servant's title of before with a comma within: fields of work, one by one."""
    if symbol.sign is not Sign.WORK or Tier.COMMUNE in symbol.tiers:
        return False
    return any(word.gap >= COMMA for word in words[start + 1 : end])


def _unknown_names(words: Sequence[Letters], start: int) -> Iterator[tuple[int, Symbol, int]]:
    """A name that no table has: a number, or up to four words without a mark between them."""
    if words[start].form.isdigit():
        yield start + 1, _NAME, KNOWN_NAME
        return
    for end in range(start + 1, min(start + NAME_LENGTH, len(words)) + 1):
        if end > start + 1 and words[end - 1].gap > SPACE:
            return
        if words[end - 1].form.isdigit():
            return
        yield end, _NAME, UNKNOWN_NAME + NAME_WORD * (end - start)
