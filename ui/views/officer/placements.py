"""All placements with search, and the reason for the one chosen."""

import streamlit as st

from planner.check.whence import whence
from planner.text.numbers import number
from planner.text.vietnamese import name_key, plain, text_key
from ui.desk.desk import Desk
from ui.views.cards.person import person_card
from ui.views.cards.plan_head import needs_plan
from ui.widgets import style, tables
from ui.widgets.language import told

SHOWN = 500


def show(desk: Desk) -> None:
    style.title("Danh sách bố trí")
    if not needs_plan(desk):
        return
    assert desk.drafted is not None
    case, plan = desk.drafted.case, desk.drafted.plan
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
            ["Tất cả", "Người chuyển đơn vị", "Người kiêm nhiệm"],
            format_func=told,
            help="Thu hẹp danh sách",
        )
    rows = []
    for row in plan.placements:
        place = case.cadre_at[row.cadre]
        cadre, post = case.cadres[place], case.posts[row.main]
        unit = case.unit(post.commune)
        title = case.title_of(row.main)
        moves = case.whereabouts.away(place, case.commune_at[unit.code])
        if (only == "Người chuyển đơn vị" and not moves) or (
            only == "Người kiêm nhiệm" and not row.concurrent
        ):
            continue
        shown = {
            "Họ và tên": cadre.name,
            "Mã": cadre.code,
            "Đơn vị": unit.full_name,
            "Phòng, ban": title.office.named(unit.type),
            "Chức danh": title.name,
            "Kiêm nhiệm": "; ".join(case.title_of(p).name for p in row.concurrent),
            "Từ": whence(case, cadre),
            "Chuyển đơn vị": "⇥ Chuyển" if moves else "",
        }
        if all(word in plain(" ".join(shown.values())) for word in plain(wanted).split()):
            rows.append((text_key(unit.name), title.order, name_key(cadre.name), shown))
    rows.sort(key=lambda entry: entry[:3])
    count = f"{number(len(rows))} người"
    if len(rows) > SHOWN:
        count += f"; hiện {SHOWN} người đầu, gõ thêm để thu hẹp (tệp xuất có đủ)"
    style.muted(count + " · bấm một dòng để xem lý do")
    if not rows:
        st.info("Không có ai khớp với từ tìm.")
        return
    shown_rows = [entry[3] for entry in rows[:SHOWN]]
    event = tables.show(
        shown_rows,
        most=520,
        on_select="rerun",
        selection_mode="single-row",
        key=f"people_{plain(wanted)}_{only}",
    )
    chosen = event["selection"]["rows"]
    if chosen:
        person_card(case, plan, shown_rows[chosen[0]]["Mã"])
    elif len(rows) == 1:
        person_card(case, plan, shown_rows[0]["Mã"])
