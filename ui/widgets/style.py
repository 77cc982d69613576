"""The look: one style sheet, and the small pieces of HTML that native widgets do not have."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape

import streamlit as st

STYLE = """
<style>
:root { --ink:#1B2631; --muted:#4E5B67; --line:#D8DEE4; --line2:#E8ECF0; --soft:#F5F7F9;
  --accent:#0F5A78; --accent-soft:#E6F0F5; --bad:#A3231F; --bad-soft:#FCF2F1; --warn:#7A4A00;
  --warn-soft:#FBF4E6; --ok:#1C6840; --ok-soft:#EDF6F0; }
[data-testid="stHtml"] { font-size: 14px; line-height: 1.45; }
html, body, [data-testid="stApp"] { font-variant-numeric: tabular-nums; color: var(--ink); }
[data-testid="stMainBlockContainer"] { padding: 18px 24px 32px; max-width: 1440px; }
[data-testid="stApp"]:has([data-testid="stExpandSidebarButton"])
  [data-testid="stMainBlockContainer"] { padding-top: 46px; }
[data-testid="stHeader"] { background: transparent; height: 0; }
[data-testid="stSidebar"] { background: var(--soft); border-right: 1px solid var(--line); }
h1 { font-size: 22px !important; line-height: 1.3 !important; padding: 0 0 6px !important; }
h4 { font-size: 19px !important; line-height: 1.3 !important; padding: 0 !important; }
h2 { font-size: 16px !important; line-height: 1.35 !important; padding: 4px 0 !important; }
h3 { font-size: 14px !important; padding: 2px 0 !important; }
.sx-muted { color: var(--muted); font-size: 12.5px; line-height: 1.4; }
.sx-strip { display: grid; grid-template-columns: repeat(auto-fit, minmax(118px, 1fr));
  border: 1px solid var(--line); border-radius: 8px; background: #fff; overflow: hidden; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] >
  [data-testid="stElementContainer"]:has(.sx-strip) { position: sticky; top: 0; z-index: 5;
  background: #fff; }
.sx-strip > div { padding: 8px 11px; border-left: 1px solid var(--line2); min-width: 0; }
.sx-strip > div:first-child { border-left: 0; }
.sx-strip .l { font-size: 12px; color: var(--muted); line-height: 1.3; }
.sx-strip .v { font-size: 21px; line-height: 1.3; font-weight: 700; }
.sx-strip .bad .v { color: var(--bad); }
.sx-line { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; font-size: 13px;
  padding: 7px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--soft);
  margin-top: 6px; }
.sx-chip { display: inline-flex; gap: 4px; align-items: center; font-size: 11.5px;
  line-height: 17px; border: 1px solid #B8C2CB; border-radius: 4px; padding: 0 5px;
  background: #fff; color: var(--ink); white-space: nowrap; font-weight: 400; }
.sx-card .sx-chip, .st-key-person_card .sx-chip { white-space: normal; }
.sx-chip.bad { border-color: var(--bad); color: var(--bad); background: var(--bad-soft);
  font-weight: 700; }
.sx-chip.warn { border-color: #B07A1E; color: var(--warn); background: var(--warn-soft); }
.sx-chip.ok { border-color: #5C9A78; color: var(--ok); background: var(--ok-soft); }
.sx-chip.acc { border-color: #6E9DB2; color: var(--accent); background: var(--accent-soft); }
.sx-row { padding: 3px 8px; border-bottom: 1px solid var(--line2); line-height: 1.35; }
.sx-row:last-child { border-bottom: 0; }
.sx-row .nm { font-size: 13px; overflow-wrap: anywhere; }
.sx-row .ti { font-size: 12px; color: var(--muted); }
.sx-why { display: grid; grid-template-columns: 18px 1fr; gap: 1px 6px; font-size: 13.5px;
  line-height: 1.4; margin-bottom: 6px; }
.sx-why .src { grid-column: 2; font-size: 12px; color: var(--muted); }
.sx-card { border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; }
[data-testid="stElementToolbar"] { display: none; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p {
  color: var(--muted) !important; opacity: 1 !important; }
.st-key-own_words { position: absolute; height: 0; }
.sx-brand { font-size: 18px; font-weight: 700; }
.sx-door { color: var(--muted); font-weight: 700; font-size: 12.5px; padding: 8px 0 0 4px; }
.sx-list { margin: 6px 0 4px; padding-left: 18px; font-size: 13.5px; line-height: 1.6; }
[data-testid="stSidebar"][data-collapsed="false"] { width: 226px !important;
  min-width: 226px !important; }
[data-testid="stSidebarHeader"] { height: 28px; padding: 0; margin: 0; }
[data-testid="stSidebarUserContent"] { padding: 0 12px 16px !important; }
[data-testid="stSidebarContent"] { padding: 0 !important; }
[data-testid="stSidebar"] button p { text-align: left; }
[data-testid="stSidebar"] [data-testid="stVerticalBlock"] { gap: 2px; }
[data-testid="stSidebar"] [data-testid="stMarkdownContainer"] { font-size: 14px; }
[data-testid="stSidebar"] [data-testid="stElementContainer"] button { min-height: 30px;
  padding: 3px 8px; border: 0; color: var(--ink); justify-content: flex-start; }
[data-testid="stSidebar"] [data-testid="stElementContainer"] button > div {
  justify-content: flex-start; width: 100%; }
[data-testid="stSidebar"] button p { font-size: 14px; }
[data-testid="stSidebar"] button[kind="secondary"] { background: #E1E8ED; font-weight: 700; }
.st-key-door_0 { border: 2px solid var(--accent) !important; }
.st-key-door_0 [data-testid="stFileUploaderDropzone"] { border: 0; padding: 0;
  background: transparent; min-height: 0; }
.st-key-door_0 [data-testid="stFileUploaderDropzone"] button { background: var(--accent);
  color: #fff; border-color: var(--accent); font-weight: 700; }
.st-key-try_it { background: var(--soft); }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
.st-key-door_0 [data-testid="stFileUploaderDropzone"] button > * { position: absolute;
  width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.st-key-door_0 [data-testid="stFileUploaderDropzone"] button::after {
  content: "Chọn bảng tính Excel …"; }
.sx-note { border-left: 3px solid var(--accent); background: var(--accent-soft); padding: 8px 12px;
  font-size: 13px; line-height: 1.45; margin: 4px 0; }
.sx-note.warn { border-color: #B07A1E; background: var(--warn-soft); color: var(--warn); }
.sx-note.bad { border-color: var(--bad); background: var(--bad-soft); color: var(--bad); }
.sx-steps { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; font-size: 13px; }
.sx-steps div { display: flex; gap: 8px; align-items: center; color: var(--muted); }
.sx-steps i { font-style: normal; width: 20px; height: 20px; border-radius: 50%; flex: none;
  border: 1px solid #7E8B97; text-align: center; line-height: 18px; font-size: 12px; }
.sx-steps .done { color: var(--ink); } .sx-steps .done i { background: var(--accent);
  color: #fff; border-color: var(--accent); }
.sx-steps .here { color: var(--ink); font-weight: 700; }
.sx-steps .here i { border: 2px solid var(--accent); color: var(--accent); line-height: 16px; }
.sx-table { border-collapse: collapse; width: 100%; font-size: 13px; }
.sx-table th { text-align: left; font-weight: 400; padding: 4px 8px; }
.sx-table td { text-align: right; padding: 4px 8px; white-space: nowrap; }
.sx-table tr { border-bottom: 1px solid var(--line2); }
.sx-table tr:first-child th { font-weight: 700; text-align: right; }
.sx-table tr:first-child th:first-child { text-align: left; }
.sx-table tr.part th { font-weight: 700; background: var(--soft); }
.sx-gain { display: flex; justify-content: space-between; border-bottom: 1px solid var(--line2);
  padding: 5px 2px; font-size: 13.5px; max-width: 460px; }
.sx-scroll { overflow-x: auto; }
.sx-heat { border-collapse: separate; border-spacing: 2px; font-size: 13px; width: 100%; }
.sx-heat th { text-align: left; font-weight: 400; padding: 3px 6px; white-space: nowrap; }
.sx-heat tr:first-child th { font-weight: 700; font-size: 12px; white-space: normal;
  vertical-align: bottom; text-align: center; line-height: 1.3; min-width: 56px; }
.sx-heat tr:first-child th:first-child { text-align: left; }
.sx-heat td { text-align: center; padding: 3px 4px; color: var(--ink); }
.sx-heat .h0 { background: #F4F7FA; } .sx-heat .h1 { background: #DCE8F0; }
.sx-heat .h2 { background: #B5D0E0; } .sx-heat .h3 { background: #7FB0CB; font-weight: 700; }
.sx-heat .h4 { background: #1F6389; color: #fff; font-weight: 700; }
.sx-heat .what { background: repeating-linear-gradient(135deg, #fff 0 4px, #E1E6EA 4px 7px); }
.sx-strip .v.words { font-size: 15px; }
@media (max-width: 1100px) {
  [class*="st-key-stack_"] [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {
    flex-direction: column; }
  [class*="st-key-stack_"] [data-testid="stHorizontalBlock"] > [data-testid="stColumn"] {
    width: 100% !important; flex: 1 1 auto !important; }
  [data-testid="stMainBlockContainer"] { padding: 18px 14px 32px; }
  [data-testid="stHorizontalBlock"]:has(.st-key-person_card) { display: block; }
  .st-key-person_card { position: fixed !important; right: 14px; top: 14px; bottom: 14px;
    width: 336px; overflow: auto; background: #fff; z-index: 60;
    box-shadow: 0 6px 24px rgba(27, 38, 49, .25); }
}
</style>
"""

LANES = {"PARTY": "#8E2A2A", "GOVERNMENT": "#1F4E8C", "FRONT": "#5B3F8C"}


def apply() -> None:
    st.html(STYLE)


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
