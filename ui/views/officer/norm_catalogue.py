"""The law in force: catalogue by subject, the day, forces and figures to change, what differs."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from data.papers.catalogue import UNCONFIRMED
from planner.law.norm import Norm
from planner.law.norm_words import scope_words, words_of
from planner.rules.shape import Subject
from ui.desk.desk import Desk
from ui.desk.leave.export import About
from ui.desk.leave.exports import export_of
from ui.desk.screens.norm_change import ALL, law_on, norms_found, take_norm_file
from ui.views.cards.law_changes import law_changes_table
from ui.views.cards.norm_editor import norm_editor
from ui.views.cards.paper_button import paper_button
from ui.widgets import style, tables
from ui.widgets.language import told
from ui.widgets.table_layout import HALF, PAGE


def show(desk: Desk) -> None:
    assert desk.inputs.case is not None
    if desk.said.problem:
        st.error(desk.said.problem)
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
    assert desk.inputs.case is not None
    scenario = desk.inputs.case.scenario
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
    found = law_on(desk.inputs, day)
    with right:
        style.draw(f"<b>{len(found)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
        if st.button("Áp dụng ngày này", type="primary", key="law_apply"):
            desk.inputs.assume(replace(scenario, as_of=day), about=f"{day:%d/%m/%Y}")
            st.rerun()
    law_changes_table(found, "law_flips")


def _own(desk: Desk) -> None:
    """What the department changed, with what stood there before, and the ways to undo it."""
    assert desk.inputs.case is not None
    own = desk.inputs.case.norms.own
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
            take_norm_file(desk.inputs, file.name, file.getvalue())
            st.rerun()
        left, right = st.columns(2)
        with left:
            if own and st.button("Bỏ mọi thay đổi", key="law_reset"):
                desk.inputs.change_law({}, {}, "bỏ mọi thay đổi")
                st.rerun()
        with right:
            if desk.inputs.edits:
                export = export_of("norm_edits")
                paper_button(desk, export, About(), "law_get", "Tải các thay đổi (.toml)")


def _catalogue(desk: Desk, room: int) -> Norm | None:
    """The norms in force as a table; the one whose row was clicked."""
    assert desk.inputs.case is not None
    subjects = [ALL, *(subject.value for subject in Subject)]
    subject = st.selectbox(
        "Lĩnh vực",
        subjects,
        format_func=told,
        key="law_subject",
        help="Chỉ hiện căn cứ số của lĩnh vực này",
    )
    words = st.text_input(
        "Tìm trong nội dung, mã, căn cứ", key="law_search", help="Gõ một phần cũng được"
    )
    norms = norms_found(desk.inputs.case.norms.entries, subject, words)
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
