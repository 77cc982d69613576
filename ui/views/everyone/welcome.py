"""The first screen: three doors, a way to try without data, and the projects opened before."""

from pathlib import Path

import streamlit as st

from data.sample import Situation, sample
from ui import window
from ui.desk.work import projects_folder
from ui.desk.work.files import template_workbook
from ui.desk.work.project_summary import ProjectSummary, summary_of
from ui.views.pages_table import DOORS, Door
from ui.widgets import style
from ui.widgets.language import language, speak, told
from ui.words.command_words import moment

SIZES = {
    "Một quận cũ (3 phường)": 3,
    "Hai quận cũ (5 phường)": 5,
    "Mười đơn vị": 10,
    "Ba mươi đơn vị": 30,
    "Toàn thành phố (126 đơn vị)": None,
}
SITUATIONS = {
    "Sắp xếp lần đầu": Situation.MERGER,
    "Đang vận hành": Situation.RUNNING,
}
NAMES = {"vi": "Tiếng Việt", "en": "English"}


KINDS = {"✓": "ok", "⚠": "warn", "○": ""}
"""Sign of a project's mark → how it is coloured."""
_template = st.cache_data(template_workbook)


def show() -> None:
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    bar.title("Sắp Xếp", anchor=False, width="content")
    other = "vi" if language() == "en" else "en"
    if bar.button(NAMES[other], key="language", type="tertiary"):
        speak(other)
        st.rerun()
    style.muted(
        "Bố trí cán bộ, công chức xã, phường, đặc khu: đúng quy định, có căn cứ, giải thích được. "
        "Phần mềm lập dự thảo; tập thể quyết định."
    )
    style.header("Hôm nay anh, chị cần làm gì?")
    found = projects_folder.recent()
    for place, (column, door) in enumerate(zip(st.columns(3), DOORS, strict=True)):
        with column, st.container(border=True, key=f"door_{place}", height="stretch"):
            _door(door, found)
    _try_it()
    _recent(found)
    style.draw(
        '<div class="sx-muted" style="border-top:1px solid var(--line);padding-top:10px">'
        "✓ Mọi thay đổi được lưu ngay vào hồ sơ trên máy này và ghi nhật ký · "
        "✓ Không gửi dữ liệu ra ngoài</div>"
    )


def _door(door: Door, found: tuple[projects_folder.OnShelf, ...]) -> None:
    """What a door is for, and the way through it: a workbook, or the project changed last."""
    st.markdown(f"#### :material/{door.icon}: {door.title}")
    items = "".join(f"<li>{style.text(line)}</li>" for line in door.lines)
    style.draw(
        f'<div class="sx-muted">{style.text(door.who)}</div><ul class="sx-list">{items}</ul>'
    )
    if not door.enter:
        _draft_door()
    elif st.button(door.enter, key=f"door_{door.code}", icon=f":material/{door.icon}:"):
        _to_last(found, door.first)


def _draft_door() -> None:
    upload = st.file_uploader(
        "Chọn hoặc kéo bảng tính Excel vào đây",
        type=["xlsx", "xls", "csv"],
        key="upload",
        label_visibility="collapsed",
    )
    if upload is not None:
        with st.spinner("Đang đọc bảng tính …"):
            window.begin_from(upload.name, upload.getvalue())
        st.rerun()


def _to_last(found: tuple[projects_folder.OnShelf, ...], page: str) -> None:
    """Into the project that was changed last, at a page of another door."""
    if not found:
        st.warning("Chưa có hồ sơ nào. Hãy đưa bảng tính vào hoặc dùng thử với dữ liệu mẫu.")
        return
    window.enter(found[0].path, page)
    st.rerun()


def _try_it() -> None:
    with st.container(border=True, key="try_it"):
        style.draw(
            "<b>Chưa có danh sách?</b> Mở dữ liệu mẫu trên xã, phường thật của Hà Nội; người là "
            "tên đặt ra, không có người thật."
        )
        bar = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
        wanted = bar.selectbox(
            "Quy mô",
            list(SIZES),
            format_func=told,
            key="sample_size",
            width=260,
            help="Càng nhiều đơn vị lập càng lâu; toàn thành phố vài phút",
        )
        kind = bar.selectbox(
            "Tình huống",
            list(SITUATIONS),
            format_func=told,
            key="sample_situation",
            width=200,
            help="Sắp xếp lần đầu: ai cũng từ nơi cũ; đang vận hành: ai cũng đã có chỗ",
        )
        bar.download_button(
            "Tải bảng tính trống", _template(), "mau_danh_sach.xlsx", key="template"
        )
        if bar.button("Dùng thử với dữ liệu mẫu", key="sample"):
            with st.spinner("Đang tạo dữ liệu mẫu …"):
                roster = sample("Hà Nội", 7, SITUATIONS[kind], SIZES[wanted])
                window.begin(f"Dữ liệu mẫu – {wanted}", roster, invented=True)
            st.rerun()


@st.cache_data(max_entries=50)
def _summary(path: str, changed: float) -> ProjectSummary:
    """Of a project file; read again once it has `changed`."""
    assert changed
    return summary_of(Path(path))


def _recent(found: tuple[projects_folder.OnShelf, ...]) -> None:
    bar = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    bar.header("Hồ sơ gần đây", width="content", anchor=False)
    with bar.popover("Mở hồ sơ khác (.sapxep) …", width="content"):
        file = st.file_uploader(
            "Chọn tệp hồ sơ",
            type=["sapxep"],
            key="project_file",
            help="Được chép vào thư mục hồ sơ của máy này",
        )
        if file is not None:
            refusal = window.take_in(file.name, file.getvalue())
            if not refusal:
                st.rerun()
            st.error(refusal)
    if not found:
        style.muted("Chưa có hồ sơ nào trên máy này. Đưa một bảng tính vào là có hồ sơ đầu tiên.")
        return
    with st.container(border=True, key="recent"):
        for place, entry in enumerate(found):
            one = _summary(str(entry.path), entry.changed)
            saved = moment(one.changed) if one.changed else ""
            columns = st.columns([3, 1.6, 2, 4.2, 1], vertical_alignment="center")
            columns[0].markdown(f"**{style.plain_text(one.name)}**")
            columns[1].html(f'<span class="sx-muted">{style.text(saved)}</span>')
            columns[2].html(f'<span class="sx-muted">{style.text(one.size)}</span>')
            columns[3].html(
                f"{style.chip(one.mark, KINDS[one.mark[0]])} "
                f'<span class="sx-muted">{style.text(one.words)}</span>'
            )
            if columns[4].button("Mở", key=f"open_{place}", help=f"Mở tiếp hồ sơ {one.name}"):
                window.enter(entry.path)
                st.rerun()
