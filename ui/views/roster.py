"""The roster: everybody with filters, one person to add, mend or let go, another workbook."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data import columns as sheet
from data.columns import Column, columns_of
from data.faults import BadWorkbook
from data.one_person import person_texts, with_person, without_person
from planner.case import Case
from planner.explain import workplace
from planner.levels import QUOTA_BLOCKS, Education, ItLevel, Status
from planner.roster import Cadre
from planner.vietnamese import name_key, plain, text_key
from ui import look, tables, uploads, visit
from ui.desk import Desk
from ui.views.files import EXCEL
from ui.words import number

PAGE = 100
ALL = "Tất cả"
UNKNOWN = "Chưa rõ"
LEFT = {ALL: None, "Đến 12 tháng": 12, "Đến 24 tháng": 24, "Đến 36 tháng": 36}
MASK = "•••"


def show(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    look.title("Danh sách cán bộ, công chức")
    _figures(case)
    _bring(desk)
    wanted = _filters(case)
    people = [cadre for cadre in case.roster.cadres if _matches(case, cadre, wanted)]
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
        _person(desk, None, True)
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
            _person(desk, cadre, bool(open_data))


def _note(desk: Desk) -> Callable[[], None]:
    def noted() -> None:
        if st.session_state["unmasked"]:
            desk.project.note("unmask", "trang Danh sách cán bộ")

    return noted


def _figures(case: Case) -> None:
    cadres = case.roster.cadres
    unknown = sum(cadre.it is None for cadre in cadres)
    look.strip(
        [
            ("Trong danh sách", number(len(cadres)), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(len(cadres) - len(case.cadres)), False),
            ("Cần bố trí", number(len(case.cadres)), False),
            ("Biên chế được giao", number(case.total_quota), False),
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


@dataclass(frozen=True)
class Filters:
    text: str
    unit: str
    block: str
    field: str
    education: str
    it: str
    left: str
    status: str


def _filters(case: Case) -> Filters:
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    fields = sorted({f for c in case.roster.cadres for f in c.fields}, key=text_key)
    first, second = st.columns([2, 1.3, 1.3, 1.3]), st.columns([1.3, 1.3, 1.3, 2])
    text = first[0].text_input(
        "Tìm theo tên, mã, chức vụ",
        key="roster_text",
        placeholder="ví dụ: Nguyễn Văn An",
        help="Không cần dấu",
    )
    names = {unit.full_name: unit.code for unit in units}
    unit = first[1].selectbox(
        "Đơn vị",
        [ALL, *names],
        format_func=visit.told,
        key="roster_unit",
        help="Nơi công tác, hoặc đơn vị mới gồm nơi ấy",
    )
    blocks = [ALL, *(block.label for block in QUOTA_BLOCKS)]
    block = first[2].selectbox(
        "Khối (chức danh đang giữ)",
        blocks,
        format_func=visit.told,
        key="roster_block",
        help="Chỉ có khi đã ở đơn vị mới",
    )
    field = first[3].selectbox(
        "Chuyên ngành",
        [ALL, *fields],
        format_func=visit.told,
        key="roster_field",
        help="Ngành được đào tạo",
    )
    education = second[0].selectbox(
        "Trình độ",
        [ALL, *(e.label for e in Education)],
        format_func=visit.told,
        key="roster_edu",
        help="Bằng cấp cao nhất",
    )
    it = second[1].selectbox(
        "Trình độ CNTT",
        [ALL, *(e.label for e in ItLevel), UNKNOWN],
        format_func=visit.told,
        key="roster_it",
        help="Chưa rõ: hồ sơ chưa ghi",
    )
    left = second[2].selectbox(
        "Còn công tác",
        list(LEFT),
        format_func=visit.told,
        key="roster_left",
        help="Số tháng đến tuổi nghỉ hưu",
    )
    status = second[3].selectbox(
        "Tình trạng",
        [ALL, *(s.label for s in Status)],
        format_func=visit.told,
        key="roster_status",
        help="Đang công tác, nghỉ, đi học …",
    )
    return Filters(text, names.get(unit, ""), block, field, education, it, left, status)


def _matches(case: Case, cadre: Cadre, wanted: Filters) -> bool:
    if wanted.unit and not (
        case.commune_at[wanted.unit] in case.own_communes(cadre)
        or (cadre.post in case.posts and case.posts[cadre.post].commune == wanted.unit)
    ):
        return False
    if wanted.block != ALL and (
        cadre.post not in case.posts or case.title_of(cadre.post).block.label != wanted.block
    ):
        return False
    most = LEFT[wanted.left]
    return (
        (wanted.field == ALL or wanted.field in cadre.fields)
        and wanted.education in (ALL, cadre.education.label)
        and wanted.it in (ALL, cadre.it.label if cadre.it is not None else UNKNOWN)
        and wanted.status in (ALL, cadre.status.label)
        and (most is None or cadre.months_left <= most)
        and all(
            w in plain(f"{cadre.name} {cadre.code} {cadre.title}")
            for w in plain(wanted.text).split()
        )
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


@st.dialog("Thông tin cán bộ, công chức", width="large")
def _person(desk: Desk, cadre: Cadre | None, open_data: bool) -> None:
    """Every column of one person, read as the workbook is read when saved."""
    roster = desk.roster
    assert roster is not None
    before = person_texts(roster, cadre) if cadre else {}
    if cadre and not open_data:
        look.muted(f"Cột nhạy cảm hiện {MASK}; bật Hiện thông tin nhạy cảm để xem và sửa.")
    with st.form("person", border=False):
        typed: dict[str, str] = {}
        places = st.columns(3)
        for place, column in enumerate(columns_of(sheet.CADRES)):
            with places[place % 3]:
                hidden = column.sensitive and not open_data and cadre is not None
                typed[column.header] = _field(column, before.get(column.header, ""), hidden)
        why = st.text_input(
            "Lý do, căn cứ của thay đổi", key="person_why", help="Được ghi vào nhật ký"
        )
        saved = st.form_submit_button("Lưu", type="primary")
    if saved:
        texts = {h: before.get(h, "") if text == MASK else text for h, text in typed.items()}
        changed = [h for h in texts if texts[h] != before.get(h, "")]
        read = with_person(roster, texts, cadre.code if cadre else "")
        if isinstance(read, BadWorkbook):
            for fault in read.faults:
                told = f"Đọc được “{fault.value}”. " if fault.value else ""
                st.error(f"{fault.column}: {told}{fault.expected}")
            return
        code = cadre.code if cadre else texts[columns_of(sheet.CADRES)[0].header]
        if changed:
            about = f"{code}: {', '.join(changed)}" if cadre else code
            action = "person" if cadre else "person_added"
            if not desk.take_roster(read, action, about, why):
                st.error(f"Chưa lưu: {desk.problem}")
                return
        st.rerun()
    if cadre is not None:
        _let_go(desk, cadre)


def _let_go(desk: Desk, cadre: Cadre) -> None:
    with st.popover("Cho thôi trong danh sách …"):
        st.write(f"{look.plain_text(cadre.name)} sẽ không còn trong danh sách. Hoàn tác được.")
        if st.button("Cho thôi", key="let_go"):
            roster = desk.roster
            assert roster is not None
            if desk.take_roster(without_person(roster, cadre.code), "person_left", cadre.code):
                st.rerun()
            st.error(f"Chưa bỏ được: {desk.problem}")


def _field(column: Column, text: str, hidden: bool) -> str:
    label = column.header + (" *" if column.required else "")
    key = f"person_{column.field}"
    if hidden:
        st.text_input(label, MASK if text else "", key=key, disabled=True, help=column.meaning)
        return MASK if text else ""
    choices = list(column.type.choices)
    if choices and text in ("", *choices):
        options = ["", *choices]
        chosen = st.selectbox(
            label,
            options,
            options.index(text),
            key=key,
            help=column.meaning,
            format_func=lambda option: option or "–",
        )
        return str(chosen)
    return st.text_input(label, text, key=key, help=column.meaning)
