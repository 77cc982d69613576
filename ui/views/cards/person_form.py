"""One person of the roster as a form."""

import streamlit as st

from data.excel.column import Column
from data.excel.faults import Fault
from planner.roster import Cadre
from ui.desk.desk import Desk
from ui.desk.screens.person_edit import MASK, let_go, person_columns, save_person, texts_of
from ui.widgets import style


@st.dialog("Thông tin cán bộ, công chức", width="large")
def person_form(desk: Desk, cadre: Cadre | None, open_data: bool) -> None:
    """Every column of one person, read as the workbook is read when saved."""
    before = texts_of(desk.inputs, cadre)
    if cadre and not open_data:
        style.muted(f"Cột nhạy cảm hiện {MASK}; bật Hiện thông tin nhạy cảm để xem và sửa.")
    with st.form("person", border=False):
        typed: dict[str, str] = {}
        places = st.columns(3)
        for place, column in enumerate(person_columns()):
            with places[place % 3]:
                hidden = column.sensitive and not open_data and cadre is not None
                typed[column.header] = _field(column, before.get(column.header, ""), hidden)
        why = st.text_input(
            "Lý do, căn cứ của thay đổi", key="person_why", help="Được ghi vào nhật ký"
        )
        saved = st.form_submit_button("Lưu", type="primary")
    if saved:
        against = save_person(desk.inputs, cadre, typed, why)
        if not against:
            st.rerun()
        _say(against)
    elif cadre is not None:
        _let_go(desk, cadre)


def _say(against: tuple[Fault, ...] | str) -> None:
    """Why a person was not saved: fault by fault, or the one reason against the change."""
    if isinstance(against, str):
        st.error(f"Chưa lưu: {against}")
        return
    for fault in against:
        read = f"Đọc được “{fault.value}”. " if fault.value else ""
        st.error(f"{fault.column}: {read}{fault.expected}")


def _let_go(desk: Desk, cadre: Cadre) -> None:
    with st.popover("Cho thôi trong danh sách …"):
        st.write(f"{style.plain_text(cadre.name)} sẽ không còn trong danh sách. Hoàn tác được.")
        if st.button("Cho thôi", key="let_go"):
            against = let_go(desk.inputs, cadre)
            if not against:
                st.rerun()
            st.error(f"Chưa bỏ được: {against}")


def _field(column: Column, text: str, hidden: bool) -> str:
    label = column.header + (" *" if column.required else "")
    key = f"person_{column.field}"
    if hidden:
        st.text_input(label, MASK if text else "", key=key, disabled=True, help=column.meaning)
        return MASK if text else ""
    choices = list(column.type.choices)
    if choices and text in ("", *choices):
        options = ["", *choices]
        chosen = st.selectbox(
            label,
            options,
            options.index(text),
            key=key,
            help=column.meaning,
            format_func=lambda option: option or "–",
        )
        return str(chosen)
    return st.text_input(label, text, key=key, help=column.meaning)
