"""Vietnamese text: matching names however their tones are typed, and ordering them.

A tone mark may stand on either vowel (Hòa, Hoà) and a letter may be one character or several
(NFC, NFD); `fold` gives one form for all of them. Order follows the alphabet, a person's given
name first, tones only where letters are equal.
"""

import re
import unicodedata
from functools import cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)}
_LOOK_ALIKE = str.maketrans("Ðð", "Đđ")
"""The Icelandic letter that old fonts and keyboards leave in place of Đ."""


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_LOOK_ALIKE)


def _word(word: str) -> tuple[str, int]:
    """Letters of one syllable without its tone, and the tone (0 level … 5 heavy)."""
    tone, letters = 0, []
    for mark in unicodedata.normalize("NFD", word):
        if mark in TONES:
            tone = TONES[mark]
        else:
            letters.append(mark)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@cache
def fold(text: str) -> str:
    """`text` in one form: lower case, single spaces, each tone behind its syllable."""
    words = (_word(word) for word in _composed(text).lower().split())
    return " ".join(f"{letters}{tone or ''}" for letters, tone in words)


def plain(text: str) -> str:
    """`text` without any mark, lower case: what a hurried searcher types."""
    bare = unicodedata.normalize("NFD", _composed(text).lower().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def file_words(text: str) -> str:
    """`text` as part of a file name: plain letters and digits joined by "_"; may be empty."""
    return re.sub(r"[^a-z0-9]+", "_", plain(text)).strip("_")


SortKey = tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]


def text_key(text: str) -> SortKey:
    """Sort key of a plain text, word by word: letters first, tones second."""
    return _key(text.split())


def name_key(name: str) -> SortKey:
    """Sort key of a person's name: given name, then middle names, then family name."""
    words = name.split()
    return _key([*words[-1:], *words[1:-1], *words[: min(1, len(words) - 1)]])


def _key(words: list[str]) -> SortKey:
    parts = [_word(_composed(word).lower()) for word in words]
    letters = tuple(tuple(_PLACE.get(c, 100 + ord(c)) for c in word) for word, _ in parts)
    return letters, tuple(tone for _, tone in parts)
