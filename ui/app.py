"""The app: Streamlit draws what the planner says. Started by `sapxep app`."""

import os
from pathlib import Path
from typing import Literal

import streamlit as st

from data.store.project import NotAProject
from ui import window
from ui.desk.desk import Desk
from ui.desk.work import projects_folder, uploads
from ui.launcher import PROJECT_VARIABLE
from ui.views.everyone import faulty_workbook, upload_change, welcome
from ui.views.pages_table import DOORS, PAGES, Door, Page, crumb, door_of, first_page, page_of
from ui.widgets import style
from ui.widgets.language import language, narrow
from ui.widgets.screen_words import own_words
from ui.words.command_words import moment


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
    desk.run.collect()
    page = _here(desk)
    door = _door(page)
    _sidebar(desk, page, door)
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
        _draw(desk, page, door)


def _open_given() -> None:
    """The project that the command line opened the app on, once for each window without an
    address."""
    given = os.environ.get(PROJECT_VARIABLE, "")
    if given and window.PROJECT not in st.query_params and not st.session_state.get("opened"):
        st.session_state["opened"] = True
        projects_folder.remember(Path(given))
        window.enter(Path(given))


def _here(desk: Desk) -> Page:
    """The page to show: that of the address, else where this project was left."""
    for code in (window.page(), desk.project.setting("page"), DOORS[0].first):
        page = page_of(code)
        if page is not None:
            return page
    return PAGES[0]


def _door(page: Page) -> Door:
    """The door this window is behind: the one it came through, while the page stands there."""
    held = window.door()
    if page.doors and held not in page.doors:
        held = st.session_state[window.DOOR] = page.doors[0]
    return door_of(held)


def _draw(desk: Desk, page: Page, door: Door) -> None:
    """Where one is, what the page is called and for, and the page."""
    where = crumb(page, door)
    if where:
        style.muted(where)
    if not page.names_itself(desk):
        style.title(page.title)
    if page.help:
        style.muted(page.help)
    page.show(desk)


def _link(desk: Desk, page: Page, here: bool, door: Door | None = None) -> None:
    """One line of the sidebar, a page or another door's first; where one goes is remembered for
    the next time."""
    if st.button(
        door.title if door else page.title,
        key=f"go_{page.code}{'_door' if door else ''}",
        icon=f":material/{door.icon if door else page.icon}:",
        type="secondary" if here else "tertiary",
        width="stretch",
    ):
        if door:
            st.session_state[window.DOOR] = door.code
        desk.project.set("page", page.code)
        window.go(page.code)
        st.rerun()


def _sidebar(desk: Desk, here: Page, door: Door) -> None:
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
        style.draw(f'<div class="sx-door">{style.text(door.title)}</div>')
        for page in PAGES:
            if door.code in page.doors:
                _link(desk, page, page is here)
        style.draw('<div class="sx-door">Chuyển sang</div>')
        for other in DOORS:
            if other is not door:
                _link(desk, first_page(other), False, other)
        for page in PAGES:
            if not page.doors:
                _link(desk, page, page is here)
        if st.button("Về trang đầu", key="leave", icon=":material/home:", type="tertiary"):
            window.leave()
            st.rerun()
        style.muted(
            ("Dữ liệu mẫu: tên người là tên đặt ra. " if desk.project.invented else "")
            + "Chạy trên máy này, không gửi gì ra ngoài. Phần mềm lập dự thảo; tập thể quyết định."
        )


main()
