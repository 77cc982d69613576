"""All communes in one sortable table, worst first."""

import pandas as pd
import streamlit as st

from planner.vietnamese import text_key
from ui import look, visit
from ui.desk import Desk
from ui.views.drafting import impact, needs_plan


def show(desk: Desk) -> None:
    st.title("Toàn tỉnh, thành phố")
    if not needs_plan(desk):
        return
    case = desk.drafted.case if desk.drafted else None
    assert case is not None
    impact(desk)
    units = {unit.code: unit for unit in case.communes}
    ordered = sorted(
        desk.units,
        key=lambda f: (-f.vacant_key, -f.total("vacant"), text_key(units[f.commune].name)),
    )
    most = max((f.total("vacant") for f in ordered), default=0)
    rows = [
        {
            "Đơn vị": units[f.commune].full_name,
            "Giao": f.total("quota"),
            "Có mặt": f.present,
            "Bố trí": f.total("placed"),
            "Thừa / thiếu": f.total("excess"),
            "Lấp đầy": f.fill,
            "Khuyết": f.total("vacant"),
            "★ Chủ chốt": f.vacant_key,
            "Kiêm nhiệm": f.concurrent,
            "CNTT": f.it,
            "Dôi dư": f.surplus,
        }
        for f in ordered
    ]
    look.muted(
        f"{len(rows)} đơn vị · xếp theo khuyết chủ chốt, rồi khuyết · bấm tiêu đề cột để xếp lại, "
        "bấm một dòng để mở sơ đồ đơn vị · CNTT: số người làm được công nghệ thông tin"
    )
    event = st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        height=min(720, 38 + 35 * max(1, len(rows))),
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "Khuyết": st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=max(1, most)
            ),
            "Lấp đầy": st.column_config.NumberColumn(format="%d %%"),
            "Thừa / thiếu": st.column_config.NumberColumn(format="%+d"),
        },
        key="city",
    )
    chosen = event["selection"]["rows"]
    if chosen:
        st.session_state["unit_chosen"] = ordered[chosen[0]].commune
        visit.go("so-do")
        del st.session_state["city"]
        st.rerun()
