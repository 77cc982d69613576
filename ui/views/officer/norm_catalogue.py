"""The law in force: catalogue by subject, the day, forces and figures to change, what differs."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from data.norms.edits import EDITS_FILE
from data.papers.catalogue import UNCONFIRMED, rules_in_order
from planner.law.norm import OTHER_USES, Norm
from planner.law.norm_words import scope_words, words_of
from planner.rules.shape import Subject
from ui.desk.desk import Desk
from ui.views.cards.law_changes import flips_of, flips_table
from ui.views.cards.norm_editor import norm_editor
from ui.widgets import style, tables
from ui.widgets.language import told
from ui.widgets.table_layout import HALF, PAGE

ALL = "Mọi lĩnh vực"


def show(desk: Desk) -> None:
    assert desk.case is not None
    if desk.problem:
        st.error(desk.problem)
    _day(desk)
    _own(desk)
    if not _picked():
        _catalogue(desk, PAGE)
        return
    left, right = st.columns([3, 2])
    with left:
        chosen = _catalogue(desk, HALF)
    if chosen is not None:
        with right:
            norm_editor(desk, chosen)


def _picked() -> bool:
    """Whether a row of the catalogue is chosen, so that its editor stands beside."""
    held: Any = st.session_state.get("law_table")
    return bool(held and held["selection"]["rows"])


def _day(desk: Desk) -> None:
    """The day the law is taken of, and what another day would change before anything is drafted."""
    assert desk.case is not None
    scenario = desk.case.scenario
    left, right = st.columns([1, 3])
    with left:
        day = st.date_input(
            "Tính đến ngày",
            scenario.as_of,
            format="DD/MM/YYYY",
            key="law_day",
            help="Xem trước quy định của một ngày khác",
        )
    if not isinstance(day, date) or day == scenario.as_of:
        with right:
            style.muted("Đổi ngày để xem quy định nào khác đi trước khi lập phương án.")
        return
    flips = flips_of(desk, day)
    with right:
        style.draw(f"<b>{len(flips)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
        if st.button("Áp dụng ngày này", type="primary", key="law_apply"):
            desk.assume(replace(scenario, as_of=day), about=f"{day:%d/%m/%Y}")
            st.rerun()
    flips_table(flips, "law_flips")


def _own(desk: Desk) -> None:
    """What the department changed, with what stood there before, and the ways to undo it."""
    assert desk.case is not None
    own = desk.case.norms.own
    with st.expander(f"Căn cứ số của đơn vị: {len(own)} mục", expanded=bool(own)):
        if own:
            rows = (
                {
                    "Mã": norm.id,
                    "Nội dung": norm.title,
                    "Trước": norm.was or "chưa có",
                    "Nay": words_of(norm),
                    "Căn cứ": norm.source,
                    "Từ tệp": norm.origin,
                }
                for norm in own
            )
            tables.show(rows, key="law_own")
        else:
            style.muted("Chưa sửa gì: mọi căn cứ số là của bộ chung.")
        file = st.file_uploader(
            "Đưa lên tệp căn cứ số của đơn vị (.toml)",
            type=["toml"],
            key="law_file",
            help="Đặt lên trên bộ chung; tệp sai thì không có gì thay đổi",
        )
        if file is not None and st.button("Dùng tệp này", key="law_use"):
            text = file.getvalue().decode("utf-8", errors="replace")
            desk.change_law(desk.edits, {**desk.given, file.name: text}, file.name)
            st.rerun()
        left, right = st.columns(2)
        with left:
            if own and st.button("Bỏ mọi thay đổi", key="law_reset"):
                desk.change_law({}, {}, "bỏ mọi thay đổi")
                st.rerun()
        with right:
            if desk.edits:
                made = desk.overlay[EDITS_FILE]
                st.download_button("Tải các thay đổi (.toml)", made, EDITS_FILE, key="law_get")


def _users(subject: str) -> list[tuple[str, str]]:
    """(code, title) of the rules of a subject, or of all and of the other uses."""
    rules = [r for r in rules_in_order() if subject in (ALL, r.subject.value)]
    found = [(rule.code, rule.title) for rule in rules]
    others = [(use, title.capitalize()) for use, title in OTHER_USES.items()]
    return found + (others if subject == ALL else [])


def _catalogue(desk: Desk, room: int) -> Norm | None:
    """The norms in force as a table; the one whose row was clicked."""
    assert desk.case is not None
    entries = desk.case.norms.entries
    subjects = [ALL, *(subject.value for subject in Subject)]
    subject = st.selectbox(
        "Lĩnh vực",
        subjects,
        format_func=told,
        key="law_subject",
        help="Chỉ hiện căn cứ số của lĩnh vực này",
    )
    text = st.text_input(
        "Tìm trong nội dung, mã, căn cứ", key="law_search", help="Gõ một phần cũng được"
    ).lower()
    norms = [
        (title, norm)
        for code, title in _users(subject)
        for norm in entries
        if norm.used_by == code and text in f"{norm.id} {norm.title} {norm.source} {title}".lower()
    ]
    unsure = sum(not norm.confirmed for _, norm in norms)
    style.muted(f"{len(norms)} căn cứ số có hiệu lực · {unsure} {UNCONFIRMED} (đánh dấu ?)")
    style.muted("Bấm một dòng để xem căn cứ, đổi mức độ hoặc con số.")
    if not norms:
        st.info("Không có căn cứ số nào khớp.")
        return None
    event = tables.show(
        (_row(title, norm) for title, norm in norms),
        most=620,
        on_select="rerun",
        selection_mode="single-row",
        room=room,
        key="law_table",
    )
    rows = event["selection"]["rows"]
    return norms[rows[0]][1] if rows and rows[0] < len(norms) else None


def _row(title: str, norm: Norm) -> dict[str, Any]:
    marks = ("" if norm.confirmed else "? ") + ("✎ " if norm.origin else "")
    return {
        "Mã": f"{marks}{norm.id}",
        "Nội dung": norm.title,
        "Mức độ": words_of(norm),
        "Phạm vi": scope_words(norm),
        "Quy tắc": title,
        "Căn cứ": norm.source,
    }
