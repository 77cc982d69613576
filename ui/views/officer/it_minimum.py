"""How many people with IT skills each unit must have, on screen."""

import streamlit as st

from planner.case import Case
from planner.law.norm import Force
from planner.law.norm_words import words_of
from planner.rules import rules_of
from planner.rules.competence import IT
from planner.rules.cover import Cover
from planner.text.numbers import number
from ui.desk.desk import Desk
from ui.desk.screens.norm_change import change_norm, figures_of_norm
from ui.widgets import style

MUST, WISH = "Bắt buộc", "Ưu tiên"


def show_it_cover(desk: Desk, case: Case) -> None:
    """The least number of people who can run IT in each unit, and how strictly it is asked."""
    cover = next(rule for rule in rules_of(Cover) if rule.competence is IT)
    norms = case.norms.of(cover.code)
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
            [WISH, MUST],
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
        typed = {**figures_of_norm(norm), "minimum": f"{int(least)} người"}
        force = Force.MUST if strict == MUST else Force.WISH
        against = change_norm(desk.inputs, norm, force, norm.price, typed, why)
        if not against:
            st.rerun()
        st.error(against)
    able = sum(cover.capable(cadre, norm) for cadre in case.cadres)
    style.muted(f"{number(able)} người đủ trình độ cho {number(len(case.communes))} đơn vị.")
