"""A workbook with faults: all of them at once, mended where they stand, the tables beside them."""

import streamlit as st

from data.excel.faults import BadWorkbook, Fault
from ui import window
from ui.desk.desk import Desk
from ui.desk.work import uploads
from ui.widgets import style, tables

MENDABLE = 500
"""Faults shown at once; the rest follows once these are mended."""


def show(desk: Desk) -> None:
    upload = uploads.waiting(desk)
    if upload is None:
        style.title("Chưa có danh sách")
        style.muted("Hồ sơ này chưa có bảng tính nào. Về trang đầu để đưa bảng tính vào.")
        return
    with st.spinner("Đang đọc bảng tính …"):
        found = uploads.read_upload(upload)
    if isinstance(found, BadWorkbook):
        table(desk, upload.name, found)
    elif uploads.accept(desk, found):
        st.rerun()
    else:
        style.title(f"{upload.name}: chưa dùng được")
        st.error(desk.said.problem)
        style.muted("Sửa trong Excel rồi đưa tệp lên lại; hồ sơ này chưa có gì thay đổi.")
        _another_file(desk)


def table(desk: Desk, name: str, bad: BadWorkbook) -> None:
    """The faults as a table whose last column takes what should be read instead."""
    faults = bad.faults
    style.title(f"{name}: còn {len(faults)} lỗi")
    style.muted(
        "Gõ giá trị đúng vào cột Sửa thành rồi bấm Đọc lại; hoặc sửa trong Excel rồi đưa tệp lên "
        "lại. Những gì đã sửa được lưu trong hồ sơ; tệp gốc không bị thay đổi."
    )
    shown = faults[:MENDABLE]
    if len(faults) > len(shown):
        style.muted(f"Hiện {len(shown)} lỗi đầu; sửa xong thì hiện tiếp phần còn lại.")
    with st.form("mend", border=False):
        edited = tables.edit(
            map(_row, shown),
            fixed=["Trang", "Dòng", "Cột", "Đọc được", "Cần"],
            columns={
                "Dòng": st.column_config.NumberColumn(format="%d"),
                "Sửa thành": st.column_config.TextColumn(
                    width=170, help="Giá trị đọc thay cho ô này của bảng tính"
                ),
            },
            key=f"faults_{len(faults)}_{hash(faults)}",
        )
        pressed = st.form_submit_button("Đọc lại với các ô đã sửa", type="primary")
    if pressed:
        mends = uploads.mends_of(shown, [str(row["Sửa thành"] or "") for row in edited])
        if not mends:
            st.warning("Chưa có ô nào được sửa.")
            return
        with st.spinner("Đang đọc lại …"):
            uploads.mend(desk, mends)
        st.rerun()
    _another_file(desk)


def _another_file(desk: Desk) -> None:
    if st.button("Chọn tệp khác", key="again"):
        if desk.inputs.roster is None:
            window.leave()
        else:
            uploads.drop(desk)
        st.rerun()


def _row(fault: Fault) -> dict[str, object]:
    return {
        "Trang": fault.sheet or "(cả tệp)",
        "Dòng": fault.row or None,
        "Cột": fault.column,
        "Đọc được": fault.value,
        "Sửa thành": "",
        "Cần": fault.expected,
    }
