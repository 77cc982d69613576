"""What a plan leaves open, to decide or to look into."""

import streamlit as st

from ui import window
from ui.desk.desk import Desk
from ui.desk.screens.pending import pending
from ui.widgets import style


def open_points(desk: Desk) -> None:
    """The few things a leader asks about first."""
    drafted = desk.plans.drafted
    assert drafted is not None and drafted.report is not None
    case, plan, report = drafted.case, drafted.plan, drafted.report
    units = desk.plans.units_in(case, plan)
    found = desk.plans.kept("pending", drafted, lambda: pending(case, plan, report, units))
    with st.container(border=True):
        style.header("Vấn đề cần xem xét")
        if not found:
            st.success("Không còn vấn đề nào.")
            return
        style.draw(style.reasons("", ((point.words, point.ground) for point in found)))
        if st.button("Xem khuyết, dôi dư và cách lấp", key="to_seats"):
            window.go("khuyet")
            st.rerun()
