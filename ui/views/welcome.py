"""The first screen: bring a roster, or try with invented people on the real units."""

import tempfile
from pathlib import Path

import streamlit as st

from data.sample import Situation, sample
from data.workbook_writer import write_template
from ui import look
from ui.desk import Desk

SIZES = {
    "Một quận cũ (3 phường)": 3,
    "Hai quận cũ (5 phường)": 5,
    "Ba mươi đơn vị": 30,
    "Toàn thành phố (126 đơn vị)": None,
}
SITUATIONS = {
    "Sắp xếp lần đầu": Situation.MERGER,
    "Đang vận hành": Situation.RUNNING,
}


@st.cache_data
def _template() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mau.xlsx"
        write_template(path)
        return path.read_bytes()


def show(desk: Desk) -> None:
    st.title("Sắp Xếp")
    look.muted(
        "Bố trí cán bộ, công chức xã, phường, đặc khu: đúng quy định, có căn cứ, giải thích được. "
        "Phần mềm lập dự thảo; tập thể quyết định."
    )
    if desk.problem:
        st.error(desk.problem)
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True):
        st.header("Lập phương án từ danh sách của đơn vị")
        look.muted("Bảng tính Excel (.xlsx). Dữ liệu ở lại trên máy này.")
        upload = st.file_uploader(
            "Chọn hoặc kéo bảng tính Excel vào đây", type=["xlsx", "xls", "csv"], key="upload"
        )
        if upload is not None:
            with st.spinner("Đang đọc bảng tính …"):
                desk.open(upload.name, upload.getvalue())
            st.rerun()
        st.download_button("Tải bảng tính trống", _template(), "mau_danh_sach.xlsx", key="template")
    with right, st.container(border=True):
        st.header("Dùng thử với dữ liệu mẫu")
        look.muted("Đơn vị thật của Hà Nội; người là tên đặt ra, không có người thật.")
        size = st.selectbox("Quy mô", list(SIZES), key="sample_size")
        situation = st.selectbox("Tình huống", list(SITUATIONS), key="sample_situation")
        if st.button("Dùng thử với dữ liệu mẫu", type="primary", key="sample"):
            with st.spinner("Đang tạo dữ liệu mẫu …"):
                roster = sample("Hà Nội", 7, SITUATIONS[situation], SIZES[size])
            desk.use(f"Dữ liệu mẫu: {size}", roster, invented=True)
            st.rerun()
