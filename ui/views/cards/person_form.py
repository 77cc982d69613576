"""One person of the roster as a form."""

import streamlit as st

from data.excel.column import Column
from data.excel.faults import BadWorkbook
from data.roster_book import columns as sheet
from data.roster_book.columns import columns_of
from data.roster_book.one_person import person_texts, with_person, without_person
from planner.roster import Cadre
from ui.desk.desk import Desk
from ui.widgets import style

MASK = "•••"


@st.dialog("Thông tin cán bộ, công chức", width="large")
def person_form(desk: Desk, cadre: Cadre | None, open_data: bool) -> None:
    """Every column of one person, read as the workbook is read when saved."""
    roster = desk.inputs.roster
    assert roster is not None
    before = person_texts(roster, cadre) if cadre else {}
    if cadre and not open_data:
        style.muted(f"Cột nhạy cảm hiện {MASK}; bật Hiện thông tin nhạy cảm để xem và sửa.")
    with st.form("person", border=False):
        typed: dict[str, str] = {}
        places = st.columns(3)
        for place, column in enumerate(columns_of(sheet.CADRES)):
            with places[place % 3]:
                hidden = column.sensitive and not open_data and cadre is not None
                typed[column.header] = _field(column, before.get(column.header, ""), hidden)
        why = st.text_input(
            "Lý do, căn cứ của thay đổi", key="person_why", help="Được ghi vào nhật ký"
        )
        saved = st.form_submit_button("Lưu", type="primary")
    if saved:
        texts = {h: before.get(h, "") if text == MASK else text for h, text in typed.items()}
        changed = [h for h in texts if texts[h] != before.get(h, "")]
        read = with_person(roster, texts, cadre.code if cadre else "")
        if isinstance(read, BadWorkbook):
            for fault in read.faults:
                told = f"Đọc được “{fault.value}”. " if fault.value else ""
                st.error(f"{fault.column}: {told}{fault.expected}")
            return
        code = cadre.code if cadre else texts[columns_of(sheet.CADRES)[0].header]
        if changed:
            about = f"{code}: {', '.join(changed)}" if cadre else code
            action = "person" if cadre else "person_added"
            if not desk.inputs.take_roster(read, action, about, why):
                st.error(f"Chưa lưu: {desk.said.problem}")
                return
        st.rerun()
    if cadre is not None:
        _let_go(desk, cadre)


def _let_go(desk: Desk, cadre: Cadre) -> None:
    with st.popover("Cho thôi trong danh sách …"):
        st.write(f"{style.plain_text(cadre.name)} sẽ không còn trong danh sách. Hoàn tác được.")
        if st.button("Cho thôi", key="let_go"):
            roster = desk.inputs.roster
            assert roster is not None
            if desk.inputs.take_roster(
                without_person(roster, cadre.code), "person_left", cadre.code
            ):
                st.rerun()
            st.error(f"Chưa bỏ được: {desk.said.problem}")


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
