"""The roster: everybody with filters, one person to add, mend or let go, another workbook."""

from collections.abc import Callable

import streamlit as st

from planner.case import Case
from planner.check.whence import workplace
from planner.roster import Cadre
from planner.text.numbers import number
from planner.text.vietnamese import text_key
from ui.desk.desk import Desk
from ui.desk.leave.export import About
from ui.desk.leave.exports import export_of
from ui.desk.screens.people_filter import SOON, people_found, roster_figures
from ui.desk.work import uploads
from ui.views.cards.paper_button import paper_button
from ui.views.cards.person_form import person_form
from ui.views.cards.roster_filters import roster_filters
from ui.widgets import style, tables

PAGE = 100


def show(desk: Desk) -> None:
    case = desk.inputs.case
    assert case is not None
    _figures(case)
    _bring(desk)
    wanted = roster_filters(case)
    people = people_found(case, wanted)
    pages = max(1, -(-len(people) // PAGE))
    bar = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    words = f"{number(len(people))} người · xếp theo tên · bấm một dòng để xem và sửa"
    bar.html(f'<span class="sx-muted">{words}</span>', width="content")
    page = bar.number_input(
        "Trang", 1, pages, 1, key="roster_page", help=f"Có {pages} trang", width=140
    )
    open_data = bar.toggle(
        "Hiện thông tin nhạy cảm",
        key="unmasked",
        on_change=_note(desk),
        help="Được ghi vào nhật ký",
    )
    if bar.button("Thêm người", key="add_person", icon=":material/person_add:"):
        person_form(desk, None, True)
    if not people:
        st.info("Không có ai khớp với bộ lọc.")
        return
    shown = people[(page - 1) * PAGE : page * PAGE]
    event = tables.show(
        (_row(case, cadre) for cadre in shown),
        most=640,
        on_select="rerun",
        selection_mode="single-row",
        key=f"roster_{page}_{len(people)}",
    )
    chosen = event["selection"]["rows"]
    if chosen and chosen[0] < len(shown):
        cadre = shown[chosen[0]]
        if st.button(f"Xem, sửa: {cadre.name} ({cadre.code})", type="primary", key="edit_person"):
            person_form(desk, cadre, bool(open_data))


def _note(desk: Desk) -> Callable[[], None]:
    def noted() -> None:
        if st.session_state["unmasked"]:
            desk.project.note("unmask", "trang Danh sách cán bộ")

    return noted


def _figures(case: Case) -> None:
    counts = roster_figures(case)
    style.strip(
        [
            ("Trong danh sách", number(counts.people), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(counts.leaving), False),
            ("Cần bố trí", number(counts.to_place), False),
            ("Biên chế được giao", number(counts.quota), False),
            (f"Nghỉ hưu trong {SOON} tháng", number(counts.retiring_soon), False),
            ("Chưa rõ trình độ CNTT", number(counts.it_unknown), False),
        ]
    )


def _bring(desk: Desk) -> None:
    with st.expander("Đưa bảng tính mới vào, tải danh sách về"):
        left, right = st.columns(2)
        with left:
            file = st.file_uploader(
                "Bảng tính mới; thay đổi được nêu ra để xác nhận trước khi dùng",
                type=["xlsx", "xls", "csv"],
                key="new_roster",
                help="Danh sách đang dùng chưa bị thay",
            )
            if file is not None and st.button("Xem thay đổi", key="see_change"):
                uploads.take(desk, file.name, file.getvalue())
                st.rerun()
        with right:
            whole = st.checkbox(
                "Kèm thông tin nhạy cảm (sức khỏe, kỷ luật, dân tộc, số định danh …)",
                key="whole_roster",
                help="Không chọn thì các cột ấy để trống trong tệp tải về",
            )
            export = export_of("roster_whole" if whole else "roster")
            paper_button(desk, export, About(), "get_roster", "Tải danh sách (Excel)")


def _row(case: Case, cadre: Cadre) -> dict[str, object]:
    return {
        "Họ và tên": cadre.name,
        "Mã": cadre.code,
        "Chức vụ hiện nay": cadre.title,
        "Nơi công tác": workplace(case, cadre),
        "Trình độ": cadre.education.label,
        "Chuyên ngành": ", ".join(sorted(cadre.fields, key=text_key)),
        "CNTT": cadre.it.label if cadre.it is not None else "? Chưa rõ",
        "Còn (tháng)": cadre.months_left,
        "Tình trạng": cadre.status.label,
    }
