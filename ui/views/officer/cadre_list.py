"""The roster: everybody with filters, one person to add, mend or let go, another workbook."""

from collections.abc import Callable

import streamlit as st

from planner.case import Case
from planner.check.whence import workplace
from planner.roster import Cadre
from planner.text.numbers import number
from planner.text.vietnamese import name_key, text_key
from ui.desk import uploads
from ui.desk.desk import Desk
from ui.views.cards.person_form import person_form
from ui.views.cards.roster_filters import matches, roster_filters
from ui.views.everyone.exports import EXCEL
from ui.widgets import style, tables

PAGE = 100


def show(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    style.title("Danh sách cán bộ, công chức")
    _figures(case)
    _bring(desk)
    wanted = roster_filters(case)
    people = [cadre for cadre in case.roster.cadres if matches(case, cadre, wanted)]
    people.sort(key=lambda cadre: (name_key(cadre.name), cadre.code))
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
    cadres = case.roster.cadres
    unknown = sum(cadre.it is None for cadre in cadres)
    style.strip(
        [
            ("Trong danh sách", number(len(cadres)), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(len(cadres) - len(case.cadres)), False),
            ("Cần bố trí", number(len(case.cadres)), False),
            ("Biên chế được giao", number(case.allotment.total), False),
            ("Nghỉ hưu trong 24 tháng", number(sum(c.months_left <= 24 for c in cadres)), False),
            ("Chưa rõ trình độ CNTT", number(unknown), False),
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
            kind = "roster" if whole else "roster_masked"
            st.download_button(
                "Tải danh sách (Excel)",
                lambda: desk.file(kind),
                "danh_sach.xlsx",
                EXCEL,
                key="get_roster",
                on_click=lambda: desk.project.note(
                    "export", "danh sách" + (", kèm thông tin nhạy cảm" if whole else "")
                ),
            )


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
