"""The policy of concurrent posts and the permissions of it, on screen."""

from dataclasses import replace

import streamlit as st

from planner.case import Case
from planner.law.policy import ConcurrencyPolicy
from planner.text.numbers import number
from ui.desk.desk import Desk
from ui.desk.screens.concurrency_choice import rides, switch, switched, ways_to_ride
from ui.views.officer.it_minimum import show_it_cover
from ui.widgets import style, tables
from ui.words.command_words import action_words

RIDES = {"must_ride": "Phải kiêm", "may_ride": "Được kiêm", "never_ride": "Không được kiêm"}
POLICIES = {
    ConcurrencyPolicy.BY_LAW: "Điều được phép kiêm thì dùng khi cần, mỗi lần tính điểm trừ",
    ConcurrencyPolicy.REQUIRED: "Không ai kiêm thêm ngoài điều quy định yêu cầu; có thể khuyết "
    "nhiều hơn",
    ConcurrencyPolicy.FREE: "Không tính điểm trừ; ít khuyết hơn, nhiều người giữ hai, ba chức danh "
    "hơn",
}


def show_concurrency(desk: Desk) -> None:
    case = desk.inputs.case
    assert case is not None
    if desk.said.problem:
        st.error(desk.said.problem)
    _policy(desk, case)
    _rides(desk, case)
    show_it_cover(desk, case)


def _policy(desk: Desk, case: Case) -> None:
    """How far the department goes along with what may be held together."""
    style.header("Chính sách kiêm nhiệm")
    options = list(ConcurrencyPolicy)
    chosen = st.radio(
        "Chính sách kiêm nhiệm",
        options,
        options.index(desk.inputs.scenario.concurrency),
        format_func=lambda policy: policy.label,
        captions=[POLICIES[policy] for policy in options],
        key=f"policy_{desk.project.changed}",
        label_visibility="collapsed",
        help="Điều quy định bắt buộc hay cấm kiêm thì chính sách nào cũng giữ",
    )
    if chosen is not desk.inputs.scenario.concurrency:
        new = replace(desk.inputs.scenario, concurrency=chosen)
        desk.inputs.assume(new, "concurrency", chosen.label)
        st.rerun()
    ways, free = ways_to_ride(case)
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.html(
        style.chip(f"◎ {number(ways)} cách kiêm đang được dùng")
        + " "
        + style.chip(f"trong đó {number(free)} cách không bắt buộc")
    )
    undo = desk.inputs.undoable
    if right.button(
        "Hoàn tác", key="undo_policy", disabled=not undo, help=action_words(undo) if undo else None
    ):
        desk.inputs.undo()
        st.rerun()


def _rides(desk: Desk, case: Case) -> None:
    """Which titles must, may or may not be held together; what may be can be switched off."""
    style.header("Từng chức danh")
    style.muted(
        "Bỏ dấu ở cột Dùng thì phương án sau không kiêm như vậy nữa; dòng bắt buộc và dòng cấm là "
        "quy định, muốn đổi phải có căn cứ, ở phần Căn cứ số."
    )
    found = rides(case)
    rows = [
        {
            "Dùng": ride.used,
            "Mức": RIDES[ride.norm.used_by],
            "Chức danh": ride.titles,
            "Kiêm cùng": ride.hosts,
            "Căn cứ": ride.norm.source,
            "Mã": ride.norm.id,
        }
        for ride in found
    ]
    edited = tables.edit(
        rows,
        most=900,
        fixed=["Mức", "Chức danh", "Kiêm cùng", "Căn cứ", "Mã"],
        columns={
            "Dùng": st.column_config.CheckboxColumn(width=90),
        },
        key=f"riding_{desk.project.changed}",
    )
    changed = switched(found, [bool(row["Dùng"]) for row in edited])
    if not changed:
        return
    against = switch(desk.inputs, found, changed)
    if not against:
        st.rerun()
    st.error(against)
