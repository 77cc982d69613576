"""Downloads: the plan as a workbook."""

import streamlit as st

from ui.desk.desk import Desk
from ui.desk.files import plan_workbook
from ui.views.cards.plan_head import needs_plan
from ui.widgets import style

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    style.muted(
        "Phương án: danh sách bố trí kèm lý do, khuyết, dôi dư, tổng hợp từng đơn vị, vấn đề cần "
        "xem xét, điều kiện kèm theo, hồ sơ theo cấp quyết định, bảng phân công, giả định. "
        "Khổ A4 ngang, lặp lại hàng tiêu đề. Tệp được ghi khi bấm nút; toàn thành phố chừng nửa "
        "phút."
    )
    drafted = desk.plans.drafted
    assert drafted is not None
    st.download_button(
        "Tải phương án (Excel)",
        lambda: plan_workbook(drafted),
        "phuong_an.xlsx",
        EXCEL,
        type="primary",
        key="get_plan",
        on_click=lambda: desk.project.note("export", desk.plans.record(desk.plans.current).name),
    )
