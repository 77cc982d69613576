"""A text cut into words in one form, each with what stood before it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from planner.text.vietnamese import fold, plain

SPACE, JOINER, COMMA, END = range(4)
"""What stands between two words: nothing of weight, a dash, a comma or bracket, a semicolon."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_DROPPED = frozenset(fold(word) for word in ("của", "thuộc", "tại", "ở", "cho", "là", "làm"))
_JOINING = frozenset(fold(word) for word in ("và", "với", "cùng"))
_JOINING_BARE = _JOINING | {plain("và")}
"""The same in a text typed without any mark."""


class Letters(NamedTuple):
    """One word: in one form, without marks, and as it was written."""

    form: str
    bare: str
    shown: str
    gap: int
    """What stands before it."""


def words_of(text: str) -> tuple[Letters, ...]:
    """The words of `text`; punctuation and small words are kept as gaps only."""
    composed = unicodedata.normalize("NFC", _without_format(text))
    found: list[Letters] = []
    gap, end = SPACE, 0
    composed = _with_spaces(composed)
    unmarked = all(c.isascii() for c in composed if c.isalpha())
    joining = _JOINING_BARE if unmarked else _JOINING
    for match in _WORD.finditer(composed):
        gap = max(gap, _gap(composed[end : match.start()]))
        end = match.end()
        shown = match[0]
        form, bare = _forms(shown.lower())
        if form in _DROPPED and found:
            continue
        if form in joining and found:
            gap = max(gap, JOINER)
            continue
        found.append(Letters(form, bare, shown, gap))
        gap = SPACE
    return tuple(found)


def _with_spaces(text: str) -> str:
    """A space where a small letter meets a capital one, as it was left out in "tịchHĐND"."""
    if text.islower() or text.isupper():
        return text
    joints = [
        place
        for place in range(1, len(text))
        if text[place].isupper() and text[place - 1].islower()
    ]
    cuts = zip([0, *joints], [*joints, len(text)], strict=True)
    return " ".join(text[start:end] for start, end in cuts)


def _without_format(text: str) -> str:
    return (
        "".join(c for c in text if unicodedata.category(c) != "Cf") if not text.isascii() else text
    )


@lru_cache(maxsize=1 << 15)
def _forms(word: str) -> tuple[str, str]:
    return fold(word), plain(word)


def _gap(between: str) -> int:
    if not between or between.isspace():
        return SPACE
    if any(c in ";\n\r|" for c in between):
        return END
    if any(c in ",:()[]{}" for c in between):
        return COMMA
    if any(c in "-–—/&+_" for c in between):
        return JOINER
    return SPACE


def form_of(text: str) -> tuple[str, ...]:
    """The words of a spelling, in one form."""
    return tuple(word.form for word in words_of(text))
