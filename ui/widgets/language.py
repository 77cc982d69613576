"""The language and the width of a browser window, as its address and cookie tell."""

import streamlit as st

from ui.widgets.screen_words import NARROW, WIDTH
from ui.words.english import ENGLISH, in_language

LANGUAGE = "tieng"
"""Where the address says it."""


def window_width() -> int | None:
    """Of this window in pixels, as it told the last time it connected; None before."""
    width = st.context.cookies.get(WIDTH, "")
    return int(width) if width.isdigit() else None


def narrow() -> bool:
    """Whether this window is known to be a small one."""
    return (window_width() or NARROW) < NARROW


def language() -> str:
    """Of the words on screen: "vi", or "en" on request."""
    return ENGLISH if st.query_params.get(LANGUAGE) == ENGLISH else "vi"


def told(text: str) -> str:
    """One of our own texts in the language of this window."""
    return in_language(text, language())


def speak(wanted: str) -> None:
    if wanted == "en":
        st.query_params[LANGUAGE] = wanted
    else:
        st.query_params.pop(LANGUAGE, None)
