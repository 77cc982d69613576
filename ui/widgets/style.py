"""The look: one style sheet, and the small pieces of HTML that native widgets do not have."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

import streamlit as st


@cache
def _sheet() -> str:
    return (files("ui.widgets") / "style.css").read_text(encoding="utf-8")


def apply() -> None:
    st.html(f"<style>{_sheet()}</style>")


def draw(body: str) -> None:
    """Draws HTML; whatever came from a workbook must have gone through `text` or `chip`."""
    st.html(body)


def text(value: object) -> str:
    return escape(str(value))


def chip(words: str, kind: str = "") -> str:
    """A mark: a sign and a word, readable on a black-and-white copy."""
    return f'<span class="sx-chip {kind}">{text(words)}</span>'


def plain_text(value: object) -> str:
    """`value` with whatever Markdown would read as a mark taken literally."""
    return "".join(f"\\{sign}" if sign in MARKDOWN else sign for sign in str(value))


MARKDOWN = frozenset("\\`*_{}[]()#+-.!|~:$<>&")


def title(words: str) -> None:
    """The page's title, without the link that Streamlit adds in English."""
    st.title(words, anchor=False)


def header(words: str) -> None:
    st.header(words, anchor=False)


def picture(svg: str, words: str) -> None:
    """A picture of ours with what it shows in words."""
    coded = b64encode(svg.encode()).decode()
    draw(
        f'<img alt="{text(words)}" style="max-width:100%;height:auto" '
        f'src="data:image/svg+xml;base64,{coded}">'
    )


def scroll(words: str) -> str:
    """Opens a region that scrolls sideways, for the keyboard too; to be closed with </div>."""
    return f'<div class="sx-scroll" tabindex="0" role="region" aria-label="{text(words)}">'


def muted(words: str) -> None:
    draw(f'<div class="sx-muted">{text(words)}</div>')


LONG = 10
"""Letters from which a value of the strip is written smaller."""


def strip(cells: Iterable[tuple[str, str, bool]]) -> None:
    """The impact strip: (label, figure, is it bad)."""
    parts = (
        f'<div class="{"bad" if bad else ""}"><div class="l">{text(label)}</div>'
        f'<div class="v{" words" if len(value) > LONG else ""}">{text(value)}</div></div>'
        for label, value, bad in cells
    )
    draw(f'<div class="sx-strip">{"".join(parts)}</div>')


def line(*parts: str) -> None:
    """A line of ready HTML parts under the strip."""
    draw(f'<div class="sx-line">{"".join(parts)}</div>')


def reasons(sign: str, rows: Iterable[tuple[str, str]]) -> str:
    """Reasons as (words, source) behind one sign."""
    return "".join(
        f'<div class="sx-why"><span>{sign}</span><span>{text(words)}</span>'
        + (f'<span class="src">{text(source)}</span>' if source else "")
        + "</div>"
        for words, source in rows
    )
