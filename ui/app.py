"""The app: Streamlit draws what the planner says. Started by `sapxep app`."""

import os
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from data.store.project import NotAProject
from ui import look, shelf, uploads, visit
from ui.desk import Desk
from ui.launcher import PLAN_VARIABLE, PROJECT_VARIABLE, ROSTER_VARIABLE
from ui.own_words import own_words
from ui.views import (
    city,
    compare,
    drafting,
    faults,
    files,
    log,
    open_seats,
    people,
    roster,
    rules,
    skills,
    unit,
    upload_change,
    welcome,
)
from ui.words import moment

Show = Callable[[Desk], None]
DOORS: dict[str, dict[str, tuple[str, str, Show]]] = {
    "Lập phương án": {
        "danh-sach": ("Danh sách cán bộ", "groups", roster.show),
        "quy-dinh": ("Quy định, tiêu chí", "balance", rules.show),
        "lap": ("Lập dự thảo", "dashboard", drafting.show),
        "toan-tinh": ("Toàn tỉnh, thành phố", "grid_on", city.show),
        "so-do": ("Sơ đồ một đơn vị", "account_tree", unit.show),
        "bo-tri": ("Danh sách bố trí", "list", people.show),
        "khuyet": ("Khuyết và dôi dư", "person_search", open_seats.show),
        "xuat": ("Xuất văn bản", "download", files.show),
    },
    "So sánh, xem xét phương án": {
        "so-sanh": ("Đặt cạnh nhau", "compare", compare.show),
    },
    "Đào tạo, bồi dưỡng": {
        "nang-luc": ("Thiếu hụt năng lực", "school", skills.show),
    },
    "Hồ sơ": {
        "nhat-ky": ("Nhật ký", "history", log.show),
    },
}
PAGES = {code: page for pages in DOORS.values() for code, page in pages.items()}


def main() -> None:
    st.set_page_config(page_title="Sắp Xếp", page_icon="▦", layout="wide")
    look.apply()
    own_words()
    _open_given()
    try:
        desk = visit.current()
    except NotAProject as error:
        visit.leave()
        desk = None
        st.error(str(error))
    if desk is None:
        welcome.show()
        return
    _sidebar(desk)
    if desk.notice:
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.info(desk.notice)
        if right.button("Đã biết", key="notice_seen"):
            desk.notice = ""
            st.rerun()
    if desk.roster is None:
        faults.show(desk)
    elif uploads.waiting(desk) is not None:
        upload_change.show(desk)
    else:
        PAGES.get(visit.page(), PAGES["lap"])[2](desk)


def _open_given() -> None:
    """What the command line opened the app on, once for each window without an address."""
    if visit.PROJECT in st.query_params or st.session_state.get("opened"):
        return
    st.session_state["opened"] = True
    project = os.environ.get(PROJECT_VARIABLE, "")
    given, plan = os.environ.get(ROSTER_VARIABLE, ""), os.environ.get(PLAN_VARIABLE, "")
    if project:
        shelf.remember(Path(project))
        visit.enter(Path(project))
    elif given:
        with st.spinner("Đang mở danh sách …"):
            path = Path(given)
            desk = uploads.begin(path.name, path.read_bytes())
            if plan and desk.roster is not None:
                desk.take_plan_file(Path(plan), "PA1")


def _sidebar(desk: Desk) -> None:
    here = visit.page() if visit.page() in PAGES else "lap"
    with st.sidebar:
        look.draw(
            '<div class="sx-brand">Sắp Xếp</div>'
            '<div class="sx-muted">Bố trí cán bộ sau sắp xếp đơn vị</div>'
        )
        with st.container(border=True):
            day = f"{desk.scenario.as_of:%d/%m/%Y}"
            look.draw(
                f'<b>{look.text(desk.source)}</b><div class="sx-muted">Tính đến ngày {day}</div>'
                f'<div class="sx-muted">✓ Đã lưu lúc {moment(desk.project.changed)}</div>'
            )
        for door, pages in DOORS.items():
            look.draw(f'<div class="sx-door">{look.text(door)}</div>')
            for code, (title, icon, _) in pages.items():
                if st.button(
                    title,
                    key=f"go_{code}",
                    icon=f":material/{icon}:",
                    type="secondary" if code == here else "tertiary",
                    width="stretch",
                ):
                    visit.go(code)
                    st.rerun()
        if st.button("Về trang đầu", key="leave", icon=":material/home:", type="tertiary"):
            visit.leave()
            st.rerun()
        look.muted(
            ("Dữ liệu mẫu: tên người là tên đặt ra. " if desk.invented else "")
            + "Chạy trên máy này, không gửi gì ra ngoài. Phần mềm lập dự thảo; tập thể quyết định."
        )


main()
