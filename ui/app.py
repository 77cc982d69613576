"""The app: Streamlit draws what the planner says. Started by `sapxep app`."""

import os
from pathlib import Path

import streamlit as st

from ui import look
from ui.desk import Desk, current
from ui.launcher import PLAN_VARIABLE, ROSTER_VARIABLE
from ui.views import city, drafting, faults, files, law, open_seats, people, unit, welcome

PAGES = {
    "Lập dự thảo": drafting.show,
    "Toàn tỉnh, thành phố": city.show,
    "Sơ đồ một đơn vị": unit.show,
    "Danh sách bố trí": people.show,
    "Khuyết và dôi dư": open_seats.show,
    "Quy định, căn cứ số": law.show,
    "Xuất văn bản": files.show,
}


def main() -> None:
    st.set_page_config(page_title="Sắp Xếp", page_icon="▦", layout="wide")
    look.apply()
    desk = current()
    _open_given(desk)
    if desk.bad is not None:
        faults.show(desk)
    elif desk.case is None:
        welcome.show(desk)
    else:
        _sidebar(desk)
        PAGES[desk.page or next(iter(PAGES))](desk)


def _open_given(desk: Desk) -> None:
    """The workbook that the command line opened the app on, once for each desk."""
    given = os.environ.get(ROSTER_VARIABLE, "")
    if given and not st.session_state.get("opened") and desk.roster is None and desk.bad is None:
        st.session_state["opened"] = True
        path, plan = Path(given), os.environ.get(PLAN_VARIABLE, "")
        with st.spinner("Đang mở danh sách …"):
            desk.open(path.name, path.read_bytes())
            if plan and desk.roster is not None:
                desk.open_plan(Path(plan))


def _sidebar(desk: Desk) -> None:
    with st.sidebar:
        look.draw(
            '<div style="font-size:18px;font-weight:700">Sắp Xếp</div>'
            '<div class="sx-muted">Bố trí cán bộ sau sắp xếp đơn vị</div>'
        )
        assert desk.case is not None
        day = f"{desk.case.scenario.as_of:%d/%m/%Y}"
        with st.container(border=True):
            look.draw(
                f'<b>{look.text(desk.source)}</b><div class="sx-muted">Tính đến ngày {day}</div>'
            )
        st.session_state["page"] = desk.page or next(iter(PAGES))
        st.radio(
            "Trang",
            list(PAGES),
            key="page",
            label_visibility="collapsed",
            on_change=lambda: setattr(desk, "page", st.session_state["page"]),
        )
        if st.button("Mở danh sách khác", key="close"):
            desk.close()
            st.rerun()
        look.muted(
            "Chạy trên máy này, không gửi gì ra ngoài. Phần mềm lập dự thảo; tập thể quyết định."
        )


main()
