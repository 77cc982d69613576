"""The chart of a unit to print."""

import streamlit as st

from ui.desk.desk import Desk
from ui.desk.leave.export import DRAWN, SVG, About
from ui.desk.leave.exports import export_of
from ui.desk.leave.leaving import made
from ui.views.cards.paper_button import paper_button
from ui.widgets import style

SIZES = {
    "A4: lãnh đạo ghi tên, chuyên viên ghi số": "chart_a4",
    "A3: đủ tên mọi người": "chart_a3",
}


def unit_printing(desk: Desk, unit: str) -> None:
    """The chart of organisation to print: A4, A3 with all names, and a version to post."""
    with st.popover("In sơ đồ tổ chức …"):
        size = st.radio("Khổ giấy", list(SIZES), key="chart_kind", help="Khổ ngang, đen trắng")
        bare = st.checkbox(
            "Bản niêm yết: không ghi tên người",
            key="chart_bare",
            help="Chỉ còn chức danh và số người",
        )
        export = export_of(SIZES[size] + ("_posted" if bare else ""))
        about = About((desk.plans.current,), unit)
        bar = st.container(horizontal=True)
        for format in DRAWN:
            key = f"chart_{format.name.lower()}"
            paper_button(desk, export, about, key, format=format, place=bar)
        sheet = made(export, SVG, desk.material, about).decode()
        style.picture(sheet, f"{export.title}: {unit}")
