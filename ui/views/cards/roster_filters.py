"""Filters of the roster on screen."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.case import Case
from planner.roster.levels import QUOTA_BLOCKS, Education, ItLevel, Status
from planner.text.vietnamese import text_key
from ui.desk.screens.people_filter import ALL, LEFT, UNKNOWN, Filters
from ui.widgets.language import told


def roster_filters(case: Case) -> Filters:
    first, second = st.columns([2, 1.3, 1.3, 1.3]), st.columns([1.3, 1.3, 1.3, 2])
    text, unit, block, field = _of_place_and_work(case, first)
    education, it, left, status = _of_training_and_status(second)
    return Filters(
        text=text,
        unit=unit,
        block=block,
        field=field,
        education=education,
        it=it,
        left=left,
        status=status,
    )


def _of_place_and_work(case: Case, first: list[DeltaGenerator]) -> tuple[str, str, str, str]:
    """Text, code of the unit, block and field that are looked for."""
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    fields = sorted({f for c in case.roster.cadres for f in c.fields}, key=text_key)
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
        format_func=told,
        key="roster_unit",
        help="Nơi công tác, hoặc đơn vị mới gồm nơi ấy",
    )
    blocks = [ALL, *(block.label for block in QUOTA_BLOCKS)]
    block = first[2].selectbox(
        "Khối (chức danh đang giữ)",
        blocks,
        format_func=told,
        key="roster_block",
        help="Chỉ có khi đã ở đơn vị mới",
    )
    field = first[3].selectbox(
        "Chuyên ngành",
        [ALL, *fields],
        format_func=told,
        key="roster_field",
        help="Ngành được đào tạo",
    )
    return text, names.get(unit, ""), block, field


def _of_training_and_status(second: list[DeltaGenerator]) -> tuple[str, str, str, str]:
    """Education, level of IT, time left and status that are looked for."""
    education = second[0].selectbox(
        "Trình độ",
        [ALL, *(e.label for e in Education)],
        format_func=told,
        key="roster_edu",
        help="Bằng cấp cao nhất",
    )
    it = second[1].selectbox(
        "Trình độ CNTT",
        [ALL, *(e.label for e in ItLevel), UNKNOWN],
        format_func=told,
        key="roster_it",
        help="Chưa rõ: hồ sơ chưa ghi",
    )
    left = second[2].selectbox(
        "Còn công tác",
        list(LEFT),
        format_func=told,
        key="roster_left",
        help="Số tháng đến tuổi nghỉ hưu",
    )
    status = second[3].selectbox(
        "Tình trạng",
        [ALL, *(s.label for s in Status)],
        format_func=told,
        key="roster_status",
        help="Đang công tác, nghỉ, đi học …",
    )
    return education, it, left, status
