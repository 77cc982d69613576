"""The words on screen: Streamlit's own in Vietnamese, or the app's in English on request."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

ENGLISH = "en"


@cache
def _component() -> Any:
    script = (files("ui.own_words") / "own_words.js").read_text(encoding="utf-8")
    return st.components.v2.component("sapxep.words", js=script)


@cache
def _english() -> dict[str, str]:
    """Vietnamese text, with {} for what varies, → English. Law, titles and what workbooks say are
    not translated."""
    told: dict[str, str] = json.loads(
        (files("ui.own_words") / "english.json").read_text(encoding="utf-8")
    )
    return told


def own_words(language: str) -> None:
    """Takes no room; watches the page and puts the words of `language` in place."""
    english = _english() if language == ENGLISH else {}
    data = {"language": language, "english": english}
    _component()(key="own_words", data=data, height="content")
