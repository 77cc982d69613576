"""Pins and bans: which there are, each with a way to take it back, and a way to add one."""

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.roster import Demand
from planner.text.numbers import number
from ui.desk.desk import Desk
from ui.widgets import style


def demands(desk: Desk, case: Case) -> None:
    """What is pinned and banned, each with a way to take it back, and a way to add one."""
    demands = case.requests.all_demands
    pins = sum(demand.pin for demand in demands)
    bar = st.container(horizontal=True, vertical_alignment="center", gap="small")
    bar.html(
        style.chip(f"⚲ Giữ cố định: {number(pins)}")
        + " "
        + style.chip(f"✕ Không bố trí: {number(len(demands) - pins)}"),
        width="content",
    )
    with bar.popover("Thêm yêu cầu …", width="content"):
        _add_demand(desk, case)
    if demands:
        with st.expander(f"Xem {len(demands)} yêu cầu"):
            for place, demand in enumerate(demands[:50]):
                words, button = st.columns([4, 1], vertical_alignment="center")
                words.html(_demand_words(case, demand))
                if button.button("Bỏ", key=f"drop_{place}_{demand.cadre}_{demand.target}"):
                    desk.inputs.release(demand)
                    st.rerun()
            if len(demands) > 50:
                style.muted(f"… và {len(demands) - 50} yêu cầu khác")


def _demand_words(case: Case, demand: Demand) -> str:
    sign = "⚲ Giữ" if demand.pin else "✕ Không bố trí"
    note = f' <span class="sx-muted">“{style.text(demand.note)}”</span>' if demand.note else ""
    where = style.text(named(case, demand.target))
    return f"<span>{sign} <b>{style.text(named(case, demand.cadre))}</b>: {where}{note}</span>"


def _add_demand(desk: Desk, case: Case) -> None:
    kind = st.radio(
        "Yêu cầu",
        ["Giữ cố định", "Không bố trí"],
        horizontal=True,
        key="demand_kind",
        help="Giữ cố định: phải ở đó; không bố trí: không được ở đó",
    )
    people = [cadre.code for cadre in case.cadres]
    who = st.selectbox(
        "Ai",
        people,
        index=None,
        format_func=lambda code: f"{case.cadre(code).name} ({code})",
        placeholder="Gõ tên hoặc mã",
        key="demand_who",
        help="Gõ tên hoặc mã để tìm",
    )
    units = [unit.code for unit in case.communes]
    unit = st.selectbox(
        "Đơn vị",
        units,
        index=None,
        format_func=lambda code: case.unit(code).full_name,
        placeholder="Chọn đơn vị",
        key="demand_unit",
        help="Đơn vị mà yêu cầu nói đến",
    )
    posts = ["", *(post.code for post in case.organisation.posts_by_unit[unit])] if unit else [""]
    post = st.selectbox(
        "Chức danh",
        posts,
        format_func=lambda code: case.title_of(code).name if code else "Cả đơn vị",
        key="demand_post",
        help="Để cả đơn vị nếu chức danh nào cũng được",
    )
    why = st.text_input(
        "Lý do",
        key="demand_why",
        placeholder="ví dụ: theo đề nghị của xã",
        help="Được ghi vào nhật ký",
    )
    if st.button("Thêm", type="primary", key="demand_add"):
        if not who or not unit:
            st.error("Cần chọn người và đơn vị.")
        elif desk.inputs.demand(who, post or unit, kind == "Giữ cố định", why):
            st.rerun()
