"""The words that Streamlit's own widgets say in English, said in Vietnamese."""

from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st


@cache
def _component() -> Any:
    script = (files("ui.own_words") / "own_words.js").read_text(encoding="utf-8")
    return st.components.v2.component("sapxep.words", js=script)


def own_words() -> None:
    """Takes no room; watches the page and puts our words in place of the widgets' own."""
    _component()(key="own_words", data={}, height="content")
