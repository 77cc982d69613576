"""The app's own texts in English: the table of them, and one text looked up in it."""

import json
import re
from functools import cache, lru_cache
from importlib.resources import files

ENGLISH = "en"
HOLE = re.compile(r"\{#?\}")
SIGNED = re.compile(r"([^\w({\"“]+)(.+)", re.DOTALL)
JOINTS = (" · ", "; ", ", ")


@cache
def english_texts() -> dict[str, str]:
    """Vietnamese text, with {} for what varies and {#} for a number, → English. Law, titles,
    reasons and what workbooks say are not translated."""
    told: dict[str, str] = json.loads(
        (files("ui.words") / "english.json").read_text(encoding="utf-8")
    )
    return told


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Texts with something that varies, the longest first."""
    varying = sorted((key for key in english_texts() if HOLE.search(key)), key=len, reverse=True)
    return tuple((_pattern(key), english_texts()[key]) for key in varying)


def _pattern(key: str) -> re.Pattern[str]:
    parts, holes = HOLE.split(key), HOLE.findall(key)
    source = re.escape(parts[0])
    for hole, part in zip(holes, parts[1:], strict=True):
        source += (r"([\d.,−+]+)" if hole == "{#}" else "(.+?)") + re.escape(part)
    return re.compile(source, re.DOTALL)


@lru_cache(maxsize=4096)
def english(text: str) -> str | None:
    """The app's own text in English; None where there is none. As `inEnglish` does in the page."""
    if text in english_texts():
        return english_texts()[text]
    for pattern, words in _patterns():
        match = pattern.fullmatch(text)
        if match:
            return HOLE.sub("{}", words).format(*map(_or_same, match.groups()))
    signed = SIGNED.fullmatch(text)
    if signed:
        rest = english(signed[2])
        return None if rest is None else signed[1] + rest
    for joint in JOINTS:
        parts = text.split(joint)
        if len(parts) > 1 and any(english(part.strip()) is not None for part in parts):
            return joint.join(_or_same(part.strip()) for part in parts)
    return None


def _or_same(text: str) -> str:
    found = english(text)
    return text if found is None else found


def in_language(text: str, lang: str) -> str:
    """One of the app's own texts as `lang` has it; itself where there is no English."""
    return _or_same(text) if lang == ENGLISH else text
