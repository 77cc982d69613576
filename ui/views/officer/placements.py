"""All placements with search, and the reason for the one chosen."""

from collections.abc import Callable, Mapping

import streamlit as st

from planner.figures.people_lists import PlacedPerson, placed_people
from planner.text.numbers import number
from planner.text.vietnamese import plain
from ui.desk.desk import Desk
from ui.views.cards.person import person_card
from ui.views.cards.plan_head import needs_plan
from ui.widgets import style, tables
from ui.widgets.language import told

SHOWN = 500
KINDS: Mapping[str, Callable[[PlacedPerson], bool]] = {
    "Tất cả": lambda person: True,
    "Người chuyển đơn vị": lambda person: person.moves,
    "Người kiêm nhiệm": lambda person: bool(person.concurrent),
}


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    drafted = desk.plans.drafted
    assert drafted is not None
    case, plan = drafted.case, drafted.plan
    everybody = desk.plans.kept("placed", drafted, lambda: placed_people(case, plan))
    left, right = st.columns([2, 1])
    with left:
        wanted = st.text_input(
            "Tìm theo tên, mã, chức danh, đơn vị",
            key="search",
            placeholder="ví dụ: Nguyễn Văn An",
            help="Không cần dấu",
        )
    with right:
        only = st.selectbox(
            "Chỉ xem",
            list(KINDS),
            format_func=told,
            help="Thu hẹp danh sách",
        )
    found = [one for one in everybody if KINDS[only](one) and one.says(wanted)]
    count = f"{number(len(found))} người"
    if len(found) > SHOWN:
        count += f"; hiện {SHOWN} người đầu, gõ thêm để thu hẹp (tệp xuất có đủ)"
    style.muted(count + " · bấm một dòng để xem lý do")
    if not found:
        st.info("Không có ai khớp với từ tìm.")
        return
    shown = found[:SHOWN]
    event = tables.show(
        map(_row, shown),
        most=520,
        on_select="rerun",
        selection_mode="single-row",
        key=f"people_{plain(wanted)}_{only}",
    )
    chosen = event["selection"]["rows"]
    if chosen:
        person_card(case, plan, shown[chosen[0]].cadre)
    elif len(found) == 1:
        person_card(case, plan, shown[0].cadre)


def _row(person: PlacedPerson) -> dict[str, str]:
    return {
        "Họ và tên": person.name,
        "Mã": person.cadre,
        "Đơn vị": person.unit,
        "Phòng, ban": person.office,
        "Chức danh": person.title,
        "Kiêm nhiệm": "; ".join(person.concurrent),
        "Từ": person.whence,
        "Chuyển đơn vị": "⇥ Chuyển" if person.moves else "",
    }
