"""All spellings of a table as one tree of words, compiled once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from planner.titles.letters import JOINER, SPACE, Letters, form_of, words_of
from planner.titles.role import Sign
from planner.titles.rungs import Mark, Tier
from planner.titles.title_table import TitleTable

UNIT_NAME, CITY_NAME, BOTH_NAME = "#", "#city", "#both"
BOUND_NAMES = frozenset({UNIT_NAME, CITY_NAME, BOTH_NAME})
"""What stands for the name of a unit, of a city that is a province, where names do not matter."""
FOR_WORK = "work"
"""Room of the head words that a field of work may follow."""
BOARD = "ban"
"""Room of boards: one none of ours is known behind its head word too ("Trưởng ban hòa giải")."""
THERE = "@"
"""Before the code of a role that a field of work names only where its office is named."""
IN_CHARGE = "charge"
"""Room of the marks that words of any kind may follow: what somebody is in charge of."""


class Symbol(NamedTuple):
    """What a row of words means; `codes` are heads, offices or roles, as `sign` says."""

    sign: Sign
    codes: tuple[str, ...] = ()
    tiers: frozenset[Tier] = frozenset()
    room: str = ""
    mark: Mark | None = None


@dataclass(slots=True)
class Node:
    """One word further into the tree."""

    exact: "dict[str, Node]" = field(default_factory=dict)
    bare: "dict[str, list[Node]]" = field(default_factory=dict)
    symbols: list[Symbol] = field(default_factory=list)


class Lexicon:
    """The tree of spellings, of place names, and the abbreviations that may be run together."""

    def __init__(self, table: TitleTable) -> None:
        self.root, self.places = Node(), Node()
        self._writing = _Writing(table)
        self.vocabulary: set[str] = set()
        for spelling, symbol in _spelled(table):
            for forms in self._writing.ways(spelling):
                self.grow(self.root, forms, symbol)
                self.vocabulary.update(forms, map(_without_marks, forms))
        for name in table.places:
            self.grow(self.places, form_of(name), Symbol(Sign.NAME))
        self._kinds = frozenset(
            form_of(text)[-1].translate(_TONES).translate(_MARKS)
            for wording in table.wordings
            for text in wording.spellings
            if wording.sign is Sign.UNIT and not text.isupper()
        )
        self._cities = {_bare(words_of(name)): CITY_NAME for name in table.cities}
        self._cities |= {_bare(words_of(name)): BOTH_NAME for name in table.cities_of_both}

    @staticmethod
    def grow(root: Node, forms: tuple[str, ...], symbol: Symbol) -> None:
        node = root
        for form in forms:
            child = node.exact.get(form)
            if child is None:
                child = node.exact[form] = Node()
                node.bare.setdefault(_without_marks(form), []).append(child)
            node = child
        _add(node.symbols, symbol)

    def kind_of_name(self, name: Sequence[Letters]) -> str:
        """CITY_NAME of a city that is a province, BOTH_NAME of one that was and is, else
        UNIT_NAME."""
        if name[0].form in BOUND_NAMES:
            return name[0].form
        return self._cities.get(_bare(name), UNIT_NAME)

    def with_names_bound(self, words: Sequence[Letters]) -> tuple[Letters, ...]:
        """The words without how they were shown, a known name behind its kind of unit as one
        word that is the same for all names; where words of titles begin alike, left as it is."""
        bound: list[Letters] = []
        at = 0
        while at < len(words):
            word = words[at]
            end = self._name_end(words, at) if at and words[at - 1].bare in self._kinds else at
            if end > at:
                form = self.kind_of_name(words[at:end])
                bound.append(Letters(form, form, "", word.gap))
            else:
                end = at + 1
                bound.append(Letters(word.form, word.bare, "", word.gap))
            at = end
        return tuple(bound)

    def _name_end(self, words: Sequence[Letters], start: int) -> int:
        """Where the longest known name from `start` ends; `start` when there is none to bind."""
        spelled = (not loose for _, _, loose in self.matches(self.root, words, start))
        if words[start].gap != SPACE or any(spelled):
            return start
        ends = (end for end, _, _ in self.matches(self.places, words, start))
        return max(
            (end for end in ends if all(word.gap <= JOINER for word in words[start + 1 : end])),
            default=start,
        )

    def matches(
        self, root: Node, words: Sequence[Letters], start: int
    ) -> Iterator[tuple[int, Symbol, int]]:
        """(End, symbol, words read without their marks) of what is spelled from `start` on."""
        stack = [(root, start, 0)]
        while stack:
            node, at, loose = stack.pop()
            for symbol in node.symbols:
                yield at, symbol, loose
            if at == len(words):
                continue
            word = words[at]
            child = node.exact.get(word.form)
            if child is not None:
                stack.append((child, at + 1, loose))
            if word.form == word.bare:
                for other in node.bare.get(word.bare, ()):
                    if other is not child:
                        stack.append((other, at + 1, loose + 1))

    def unglued(self, word: Letters) -> tuple[Letters, ...]:
        """An unknown word as two abbreviations run together ("PCTUBND"), else as it is."""
        form = word.form
        if form in self.vocabulary or len(form) < 4:
            return (word,)
        for cut in range(len(form) - 2, 1, -1):
            first, second = form[:cut], form[cut:]
            if first in self._writing.short and second in self._writing.short:
                return (
                    word._replace(form=first, bare=_without_marks(first)),
                    word._replace(form=second, bare=_without_marks(second), shown="", gap=SPACE),
                )
        return (word,)


_TONES = str.maketrans("", "", "12345")
_MARKS = str.maketrans("ăâđêôơư", "aadeoou")


def _without_marks(form: str) -> str:
    return form if form.isdigit() else form.translate(_TONES).translate(_MARKS)


def _bare(words: Sequence[Letters]) -> str:
    return " ".join(word.bare for word in words)


def _add(symbols: list[Symbol], new: Symbol) -> None:
    """One symbol for offices, works and whole titles that are spelled alike."""
    merged = (Sign.OFFICE, Sign.AFTER_HEAD, Sign.WORK, Sign.WHOLE)
    for place, old in enumerate(symbols):
        same = old.sign is new.sign and old.room == new.room and old.sign in merged
        if same:
            codes = tuple(dict.fromkeys((*old.codes, *new.codes)))
            tiers = old.tiers | new.tiers if old.tiers and new.tiers else frozenset()
            symbols[place] = old._replace(codes=codes, tiers=tiers)
            return
        if old == new:
            return
    symbols.append(new)


class _Writing:
    """The ways to write a spelling: each of its words by any of its synonyms, abbreviations also
    run together."""

    def __init__(self, table: TitleTable) -> None:
        self._groups: dict[tuple[str, ...], list[tuple[tuple[str, ...], bool]]] = {}
        self.short: set[str] = set()
        for group in table.synonyms:
            ways = [(form_of(text), _is_short(text)) for text in group.spellings]
            known = self._groups.setdefault(ways[0][0], [])
            known.extend(way for way in ways if way not in known)
            for forms, short in ways:
                if short and len(forms) == 1:
                    self.short |= {forms[0], _without_marks(forms[0])}
        self._longest = max(map(len, self._groups), default=0)

    def ways(self, spelling: str) -> set[tuple[str, ...]]:
        pieces = list(self._pieces(form_of(spelling)))
        found = set()
        for way in product(*pieces):
            found.add(tuple(form for forms, _ in way for form in forms))
            found |= set(_glued(way))
        return found

    def _pieces(self, forms: tuple[str, ...]) -> Iterator[list[tuple[tuple[str, ...], bool]]]:
        at = 0
        while at < len(forms):
            for size in range(min(self._longest, len(forms) - at), 0, -1):
                ways = self._groups.get(forms[at : at + size])
                if ways:
                    yield ways
                    at += size
                    break
            else:
                yield [((forms[at],), False)]
                at += 1


def _is_short(text: str) -> bool:
    return text.isalpha() and text.isupper() and len(text) > 1


def _glued(way: Sequence[tuple[tuple[str, ...], bool]]) -> Iterable[tuple[str, ...]]:
    """The way with neighbouring abbreviations run together, wherever that can be."""
    joints = [place for place in range(len(way) - 1) if way[place][1] and way[place + 1][1]]
    for chosen in product((False, True), repeat=len(joints)):
        closed = {joint for joint, taken in zip(joints, chosen, strict=True) if taken}
        if not closed:
            continue
        forms: list[str] = []
        for place, (piece, _) in enumerate(way):
            if place - 1 in closed:
                forms[-1] += piece[0]
            else:
                forms.extend(piece)
        yield tuple(forms)


def _spelled(table: TitleTable) -> Iterator[tuple[str, Symbol]]:
    """Every spelling of the table with what it means."""
    for head in table.heads:
        for text in head.spellings:
            room = FOR_WORK if head.specialist else head.room
            yield text, Symbol(Sign.HEAD, (head.code,), room=room)
    for office in table.offices:
        for text in office.spellings:
            yield text, Symbol(Sign.OFFICE, (office.code,), room=office.room)
        for text in office.after_head:
            yield text, Symbol(Sign.AFTER_HEAD, (office.code,), room=office.room)
    for row in table.spelled_tiers:
        sign = Sign.AFTER_HEAD if row.after_head else Sign.OFFICE
        room = row.room or table.office[row.office].room
        for text in row.spellings:
            yield text, Symbol(sign, (row.office,), row.tiers, room)
    for role in table.roles:
        for text in role.works:
            yield text, Symbol(Sign.WORK, (role.code,), role.tiers)
        for text in role.works_there:
            yield text, Symbol(Sign.WORK, (THERE + role.code,), role.tiers)
        for text in role.spellings:
            yield text, Symbol(Sign.WHOLE, (role.code,))
    for wording in table.wordings:
        for text in wording.spellings:
            sign = wording.sign
            if sign is Sign.UNIT and text.isupper():
                sign = Sign.SHORT_UNIT
            room = IN_CHARGE if wording.mark is Mark.IN_CHARGE else ""
            yield text, Symbol(sign, (wording.code,), wording.tiers, room, wording.mark)
            if sign is Sign.OTHER_BODY and text.startswith(f"{BOARD} "):
                yield text.removeprefix(BOARD), Symbol(sign, (wording.code,), room=BOARD)
