"""The app: Streamlit draws what the planner says. Started by `sapxep app`."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import streamlit as st

from data.store.project import NotAProject
from ui import window
from ui.desk import projects_folder, uploads
from ui.desk.desk import Desk
from ui.launcher import PROJECT_VARIABLE
from ui.views.everyone import exports, faulty_workbook, log, upload_change, welcome
from ui.views.leader import comparison
from ui.views.officer import assumptions, cadre_list, city, drafting, open_seats, placements, unit
from ui.views.trainer import skill_gaps
from ui.widgets import style
from ui.widgets.language import language, narrow
from ui.widgets.screen_words import own_words
from ui.words.command_words import moment

Show = Callable[[Desk], None]
ICONS = {"lap": "dashboard", "xem": "compare", "hoc": "school"}
# Code in the address → title, icon, what draws it, and the doors it stands behind. (Streamlit would
# draw a docstring here.)
PAGES: dict[str, tuple[str, str, Show, tuple[str, ...]]] = {
    "danh-sach": ("Danh sách cán bộ", "groups", cadre_list.show, ("lap", "hoc")),
    "quy-dinh": ("Quy định, tiêu chí", "balance", assumptions.show, ("lap",)),
    "lap": ("Lập dự thảo", "dashboard", drafting.show, ("lap",)),
    "so-sanh": ("Đặt cạnh nhau", "compare", comparison.show, ("xem",)),
    "toan-tinh": ("Toàn tỉnh, thành phố", "grid_on", city.show, ("lap", "xem")),
    "so-do": ("Sơ đồ một đơn vị", "account_tree", unit.show, ("lap", "xem")),
    "bo-tri": ("Danh sách bố trí", "list", placements.show, ("lap", "xem")),
    "khuyet": ("Khuyết và dôi dư", "person_search", open_seats.show, ("lap",)),
    "nang-luc": ("Thiếu hụt năng lực", "school", skill_gaps.show, ("hoc",)),
    "xuat": ("Xuất văn bản", "download", exports.show, ("lap", "xem")),
    "nhat-ky": ("Nhật ký", "history", log.show, ()),
}
FIRST = {"lap": "lap", "xem": "so-sanh", "hoc": "nang-luc"}


def main() -> None:
    sidebar: Literal["collapsed", "expanded"] = "collapsed" if narrow() else "expanded"
    st.set_page_config(
        page_title="Sắp Xếp", page_icon="▦", layout="wide", initial_sidebar_state=sidebar
    )
    style.apply()
    own_words(language())
    _open_given()
    try:
        desk = window.current()
    except NotAProject as error:
        window.leave()
        desk = None
        st.error(str(error))
    if desk is None:
        welcome.show()
        return
    _sidebar(desk)
    if desk.said.notice:
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.info(desk.said.notice)
        if right.button("Đã biết", key="notice_seen"):
            desk.said.notice = ""
            st.rerun()
    if desk.inputs.roster is None:
        faulty_workbook.show(desk)
    elif uploads.waiting(desk) is not None:
        upload_change.show(desk)
    else:
        PAGES[_here(desk)][2](desk)


def _open_given() -> None:
    """The project that the command line opened the app on, once for each window without an
    address."""
    given = os.environ.get(PROJECT_VARIABLE, "")
    if given and window.PROJECT not in st.query_params and not st.session_state.get("opened"):
        st.session_state["opened"] = True
        projects_folder.remember(Path(given))
        window.enter(Path(given))


def _here(desk: Desk) -> str:
    """The page to show: that of the address, else where this project was left."""
    for code in (window.page(), desk.project.setting("page")):
        if code in PAGES:
            return code
    return "lap"


def _door(page: str) -> str:
    """The door this window is behind: the one it came through, while the page stands there."""
    held = window.door()
    doors = PAGES[page][3]
    if doors and held not in doors:
        held = st.session_state[window.DOOR] = doors[0]
    return held or "lap"


def _link(desk: Desk, code: str, title: str, icon: str, here: bool, door: str = "") -> None:
    """One line of the sidebar; where one goes is remembered for the next time."""
    if st.button(
        title,
        key=f"go_{code}{'_door' if door else ''}",
        icon=f":material/{icon}:",
        type="secondary" if here else "tertiary",
        width="stretch",
    ):
        if door:
            st.session_state[window.DOOR] = door
        desk.project.set("page", code)
        window.go(code)
        st.rerun()


def _sidebar(desk: Desk) -> None:
    here = _here(desk)
    door = _door(here)
    with st.sidebar:
        style.draw(
            '<div class="sx-brand">Sắp Xếp</div>'
            '<div class="sx-muted">Bố trí cán bộ sau sắp xếp đơn vị</div>'
        )
        with st.container(border=True):
            day = f"{desk.inputs.scenario.as_of:%d/%m/%Y}"
            name = style.text(desk.project.name)
            style.draw(
                f'<b>{name}</b><div class="sx-muted">Tính đến ngày {day}</div>'
                f'<div class="sx-muted">✓ Đã lưu lúc {moment(desk.project.changed)}</div>'
            )
        style.draw(f'<div class="sx-door">{style.text(window.DOORS[door])}</div>')
        for code, (title, icon, _, doors) in PAGES.items():
            if door in doors:
                _link(desk, code, title, icon, code == here)
        style.draw('<div class="sx-door">Chuyển sang</div>')
        for code, title in window.DOORS.items():
            if code != door:
                _link(desk, FIRST[code], title, ICONS[code], False, code)
        _link(desk, "nhat-ky", "Nhật ký", "history", here == "nhat-ky")
        if st.button("Về trang đầu", key="leave", icon=":material/home:", type="tertiary"):
            window.leave()
            st.rerun()
        style.muted(
            ("Dữ liệu mẫu: tên người là tên đặt ra. " if desk.project.invented else "")
            + "Chạy trên máy này, không gửi gì ra ngoài. Phần mềm lập dự thảo; tập thể quyết định."
        )


main()
