"""Filters of the roster on screen."""

from dataclasses import dataclass

import streamlit as st

from planner.case import Case
from planner.roster import Cadre
from planner.roster.levels import QUOTA_BLOCKS, Education, ItLevel, Status
from planner.text.vietnamese import plain, text_key
from ui.widgets.language import told

ALL = "Tất cả"
UNKNOWN = "Chưa rõ"
LEFT = {ALL: None, "Đến 12 tháng": 12, "Đến 24 tháng": 24, "Đến 36 tháng": 36}


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


def roster_filters(case: Case) -> Filters:
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
    return Filters(text, names.get(unit, ""), block, field, education, it, left, status)


def matches(case: Case, cadre: Cadre, wanted: Filters) -> bool:
    if wanted.unit and not (
        case.commune_at[wanted.unit] in case.whereabouts.own_communes(cadre)
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
