"""The chart of a unit to print."""

import streamlit as st

from data.papers.organisation_chart import chart_page
from data.papers.page import as_pdf, as_png
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.widgets import style


def unit_printing(desk: Desk, drafted: Drafted, commune: int) -> None:
    """The chart of organisation to print: A4, A3 with all names, and a version to post."""
    case, plan = drafted.case, drafted.plan
    unit = case.communes[commune]
    decided = desk.plans.announcing.of(desk.plans.current)
    with st.popover("In sơ đồ tổ chức …"):
        kind = st.radio(
            "Khổ giấy",
            ["A4: lãnh đạo ghi tên, chuyên viên ghi số", "A3: đủ tên mọi người"],
            key="chart_kind",
            help="Khổ ngang, đen trắng",
        )
        bare = st.checkbox(
            "Bản niêm yết: không ghi tên người",
            key="chart_bare",
            help="Chỉ còn chức danh và số người",
        )
        sheet = chart_page(
            case,
            plan,
            commune,
            desk.plans.record(desk.plans.current).name,
            desk.plans.current[:8].upper(),
            desk.project.name
            + (" · dữ liệu mẫu, không có người thật" if desk.project.invented else ""),
            large=kind.startswith("A3"),
            names=not bare,
            decided=decided.why if decided else "",
        )
        stem = f"so_do_{unit.code}"
        note = f"sơ đồ {unit.full_name}" + (", không tên" if bare else "")

        def noted() -> None:
            desk.project.note("export", note)

        bar = st.container(horizontal=True)
        bar.download_button(
            "PDF", lambda: as_pdf(sheet), f"{stem}.pdf", on_click=noted, key="chart_pdf"
        )
        bar.download_button(
            "PNG", lambda: as_png(sheet), f"{stem}.png", on_click=noted, key="chart_png"
        )
        bar.download_button("SVG", sheet, f"{stem}.svg", on_click=noted, key="chart_svg")
        style.picture(sheet, f"Sơ đồ tổ chức {unit.full_name}")
