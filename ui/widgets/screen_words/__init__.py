"""The words on screen: Streamlit's own in Vietnamese, or the app's in English on request."""

from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from ui.words.english import ENGLISH, english_texts

NARROW, WIDTH = 1100, "sx_width"
"""Pixels below which a window is a small one, and the cookie that tells its width."""


@cache
def _component() -> Any:
    script = (files("ui.widgets.screen_words") / "screen_words.js").read_text(encoding="utf-8")
    return st.components.v2.component("sapxep.words", js=script)


def own_words(language: str) -> None:
    """Takes no room; watches the page and puts the words of `language` in place."""
    words = english_texts() if language == ENGLISH else {}
    data = {"language": language, "english": words, "narrow": NARROW, "width": WIDTH}
    _component()(key="own_words", data=data, height="content")
