"""The policy of concurrent posts and the permissions of it, on screen."""

from dataclasses import replace

import streamlit as st

from planner.case import Case
from planner.law.norm import Force
from planner.law.policy import ConcurrencyPolicy
from planner.text.numbers import number
from ui.desk.desk import Desk
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
    case = desk.case
    assert case is not None
    if desk.problem:
        st.error(desk.problem)
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
        options.index(desk.scenario.concurrency),
        format_func=lambda policy: policy.label,
        captions=[POLICIES[policy] for policy in options],
        key=f"policy_{desk.project.changed}",
        label_visibility="collapsed",
        help="Điều quy định bắt buộc hay cấm kiêm thì chính sách nào cũng giữ",
    )
    if chosen is not desk.scenario.concurrency:
        new = replace(desk.scenario, concurrency=chosen)
        desk.assume(new, "concurrency", chosen.label)
        st.rerun()
    pairs = {b.codes for b in case.organisation.bundles if len(b.titles) > 1}
    free = {b.codes for b in case.organisation.bundles if len(b.titles) > 1 and b.load}
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.html(
        style.chip(f"◎ {number(len(pairs))} cách kiêm đang được dùng")
        + " "
        + style.chip(f"trong đó {number(len(free))} cách không bắt buộc")
    )
    undo = desk.undoable
    if right.button(
        "Hoàn tác", key="undo_policy", disabled=not undo, help=action_words(undo) if undo else None
    ):
        desk.undo()
        st.rerun()


def _rides(desk: Desk, case: Case) -> None:
    """Which titles must, may or may not be held together; what may be can be switched off."""
    style.header("Từng chức danh")
    style.muted(
        "Bỏ dấu ở cột Dùng thì phương án sau không kiêm như vậy nữa; dòng bắt buộc và dòng cấm là "
        "quy định, muốn đổi phải có căn cứ, ở phần Căn cứ số."
    )
    rows = []
    for norm in case.norms.entries:
        words = RIDES.get(norm.used_by)
        if words is None:
            continue
        names = case.organisation.role_names
        rows.append(
            {
                "Dùng": norm.force is not Force.OFF,
                "Mức": words,
                "Chức danh": "; ".join(names.get(r, r) for r in norm.names("titles")),
                "Kiêm cùng": "; ".join(names.get(r, r) for r in norm.names("hosts")),
                "Căn cứ": norm.source,
                "Mã": norm.id,
            }
        )
    order = list(RIDES.values())
    rows.sort(key=lambda row: (order.index(str(row["Mức"])), str(row["Mã"])))
    edited = tables.edit(
        rows,
        most=900,
        fixed=["Mức", "Chức danh", "Kiêm cùng", "Căn cứ", "Mã"],
        columns={
            "Dùng": st.column_config.CheckboxColumn(width=90),
        },
        key=f"riding_{desk.project.changed}",
    )
    changed = {
        str(row["Mã"]): bool(after)
        for row, after in zip(rows, edited["Dùng"], strict=True)
        if bool(after) != row["Dùng"]
    }
    if not changed:
        return
    allowed = {row["Mã"] for row in rows if row["Mức"] == RIDES["may_ride"]}
    law = [norm for norm in changed if norm not in allowed]
    if law:
        st.error(f"{', '.join(law)} là quy định bắt buộc: sửa ở phần Căn cứ số, kèm căn cứ.")
        return
    used = {norm: (Force.WISH if on else Force.OFF).value for norm, on in changed.items()}
    new = replace(desk.scenario, forces={**desk.scenario.forces, **used})
    about = ", ".join(f"{norm}: {'dùng' if on else 'không dùng'}" for norm, on in changed.items())
    if desk.assume(new, "concurrency", about):
        st.rerun()
    st.error(desk.problem)
