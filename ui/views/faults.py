"""A workbook with faults: all of them at once, with where, what was read and what was expected."""

import pandas as pd
import streamlit as st

from ui import look
from ui.desk import Desk


def show(desk: Desk) -> None:
    assert desk.bad is not None
    found = desk.bad.faults
    st.title(f"{desk.source}: còn {len(found)} lỗi")
    look.muted("Sửa trong Excel rồi đưa tệp lên lại; chưa có gì bị thay đổi.")
    rows = [
        {
            "Trang": fault.sheet or "(cả tệp)",
            "Dòng": fault.row or None,
            "Cột": fault.column,
            "Đọc được": fault.value,
            "Cần": fault.expected,
        }
        for fault in found
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={"Cần": st.column_config.TextColumn(width="large")},
        key="faults",
    )
    if st.button("Chọn tệp khác", type="primary", key="again"):
        desk.bad = None
        st.rerun()
