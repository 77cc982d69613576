"""Another workbook for an open project: what would change, to be confirmed or left."""

import streamlit as st

from data.excel.faults import BadWorkbook
from planner.roster import Cadre
from planner.roster.difference import difference
from planner.text.numbers import number
from planner.text.vietnamese import name_key
from ui.desk.desk import Desk
from ui.desk.screens.person_changes import PersonChange, person_changes
from ui.desk.work import uploads
from ui.views.everyone import faulty_workbook
from ui.widgets import style, tables

SHOWN = 200


def show(desk: Desk) -> None:
    upload, old = uploads.waiting(desk), desk.inputs.roster
    assert upload is not None and old is not None
    with st.spinner("Đang đọc bảng tính …"):
        new = uploads.read_upload(upload)
    if isinstance(new, BadWorkbook):
        faulty_workbook.table(desk, upload.name, new)
        return
    found = difference(old, new)
    style.title(f"{upload.name} khác danh sách đang dùng thế nào")
    style.strip(
        [
            ("Thêm", number(len(found.added)), False),
            ("Không còn", number(len(found.gone)), bool(found.gone)),
            ("Thay đổi", number(len(found.changed)), False),
            ("Phần khác thay đổi", ", ".join(found.other) or "không", False),
        ]
    )
    if found.empty:
        st.success("Hai danh sách như nhau; không có gì để thay.")
    _people("Người được thêm", found.added)
    _people("Người không còn trong danh sách mới", found.gone)
    if found.changed:
        style.header("Người có thay đổi")
        changes = (one for pair in found.changed[:SHOWN] for one in person_changes(*pair))
        tables.show(map(_row, changes), key="changed")
    bar = st.container(horizontal=True)
    if bar.button("Dùng danh sách mới", type="primary", key="accept", disabled=found.empty):
        if uploads.accept(desk, new):
            st.rerun()
        st.error(f"Chưa thay được: {desk.said.problem}")
    if bar.button("Giữ danh sách đang dùng", key="drop"):
        uploads.drop(desk)
        st.rerun()
    style.muted("Phương án đã lập vẫn giữ nguyên cùng danh sách cũ của nó; thay đổi hoàn tác được.")


def _people(title: str, people: tuple[Cadre, ...]) -> None:
    if people:
        style.header(title)
        ordered = sorted(people, key=lambda cadre: (name_key(cadre.name), cadre.code))[:SHOWN]
        rows = [{"Mã": c.code, "Họ và tên": c.name, "Chức vụ": c.title} for c in ordered]
        tables.show(rows, key=title)


def _row(change: PersonChange) -> dict[str, str]:
    return {
        "Mã": change.code,
        "Họ và tên": change.name,
        "Cột": change.column,
        "Trước": change.before,
        "Sau": change.after,
    }
