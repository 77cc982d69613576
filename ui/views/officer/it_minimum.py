"""How many people with IT skills each unit must have, on screen."""

import streamlit as st

from data.norms.edits import Edit
from planner.case import Case
from planner.law.figure import Figure
from planner.law.norm import Force, Norm
from planner.law.norm_words import words_of
from planner.text.numbers import number
from ui.desk.desk import Desk
from ui.widgets import style


def show_it_cover(desk: Desk, case: Case) -> None:
    """The least number of people who can run IT in each unit, and how strictly it is asked."""
    norms = case.norms.of("it_cover")
    if not norms:
        st.info("Không có quy định nào về người làm được CNTT vào ngày này.")
        return
    norm = norms[0]
    style.header("Mỗi đơn vị có người làm được CNTT")
    style.muted(f"Đang dùng: {words_of(norm)}. Căn cứ: {norm.source}")
    with st.form("it_form"):
        one, two, three = st.columns([1, 1.4, 2.4])
        least = one.number_input(
            "Ít nhất (người)", 1, 9, norm.number("minimum"), key="it_least", help="Cho mỗi đơn vị"
        )
        strict = two.radio(
            "Mức độ",
            ["Ưu tiên", "Bắt buộc"],
            int(norm.force is Force.MUST),
            horizontal=True,
            key="it_force",
            help="Bắt buộc thì không lập phương án nào thiếu",
        )
        why = three.text_input(
            "Căn cứ của thay đổi (văn bản, ngày)",
            key="it_why",
            help="Bắt buộc ghi; đi cùng mọi phương án",
        )
        saved = st.form_submit_button("Lưu", type="primary")
    if saved:
        if not why.strip():
            st.error("Chưa lưu: cần ghi căn cứ của thay đổi.")
        else:
            _save_it(desk, norm, int(least), strict == "Bắt buộc", why.strip())
    able = sum(cadre.it is not None and cadre.it >= norm.number("level") for cadre in case.cadres)
    style.muted(f"{number(able)} người đủ trình độ cho {number(len(case.communes))} đơn vị.")


def _save_it(desk: Desk, norm: Norm, least: int, must: bool, why: str) -> None:
    values = tuple(
        (name, f"{least} người" if name == "minimum" else figure.text)
        for name, figure in norm.values.items()
        if isinstance(figure, Figure)
    )
    scope = tuple(sorted(norm.scope.items()))
    force = Force.MUST if must else Force.WISH
    edit = Edit(
        norm=norm.id,
        scope=scope,
        force=force.value,
        price=norm.price,
        values=values,
        source=why,
    )
    mark = f"{norm.id}/{sorted(norm.scope.items())}"
    if desk.change_law({**desk.edits, mark: edit}, desk.given, norm.id, why):
        st.rerun()
    st.error(desk.problem)
