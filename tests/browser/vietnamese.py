"""Whether a word can be a Vietnamese syllable, tones and all."""

import re
import unicodedata

_INITIALS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_OPEN = (
    "a e ê i o ô ơ u ư y ia ua ưa ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu uy oa oe uê uơ uya "
    "iêu yêu oai oay oao oeo uôi ươi ươu uây uyu"
)
_CLOSED = "a ă â e ê i o ô ơ u ư y iê yê uô ươ oa oă oe uâ uê uy uyê oo"
INITIALS, OPEN, CLOSED = _INITIALS.split(), _OPEN.split(), _CLOSED.split()
STOPS, SONORANTS = ("c", "ch", "p", "t"), ("m", "n", "ng", "nh")
TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}


def is_syllable(word: str) -> bool:
    """By spelling alone: initial, rime, tone; a syllable that ends in a stop has sắc or nặng."""
    tone, letters = "", []
    for mark in unicodedata.normalize("NFD", word.lower()):
        if mark in TONES:
            tone = TONES[mark]
        else:
            letters.append(mark)
    text = unicodedata.normalize("NFC", "".join(letters))
    for initial in ("", *INITIALS):
        if not text.startswith(initial):
            continue
        rime = text[len(initial) :]
        if rime in OPEN or (initial == "gi" and rime == ""):
            return True
        for ending in (*STOPS, *SONORANTS):
            if rime.endswith(ending) and rime[: -len(ending)] in CLOSED:
                return ending not in STOPS or tone in ("sắc", "nặng")
    return False


def foreign(text: str, allowed: frozenset[str]) -> set[str]:
    """Words of four letters or more that are neither a syllable, an abbreviation in capitals, a
    code with digits, nor allowed."""
    words = re.findall(r"[^\W_]+", text)
    return {
        word
        for word in words
        if len(word) >= 4
        and word.isalpha()
        and not word.isupper()
        and word.lower() not in allowed
        and not is_syllable(word)
    }
