"""One norm to edit: force, price, values, source."""

import streamlit as st

from data.papers.catalogue import UNCONFIRMED
from planner.law.norm import OTHER_USES, Force, Norm
from planner.law.norm_words import KEYS, scope_words
from ui.desk.desk import Desk
from ui.desk.screens.norm_change import (
    change_norm,
    figures_of_norm,
    forces_of,
    next_of,
    priced,
    put_back,
    rule_of_norm,
    slot_of,
)
from ui.widgets import style

FORCES = {Force.MUST: "Bắt buộc", Force.WISH: "Ưu tiên", Force.OFF: "Tắt"}


def norm_editor(desk: Desk, norm: Norm) -> None:
    """One norm with its source beside the values that can be changed."""
    _head(norm, next_of(desk.inputs, norm))
    _form(desk, norm)
    slot = slot_of(norm)
    if slot in desk.inputs.edits and st.button("Trả về như cũ", key=f"law_undo_{slot}"):
        put_back(desk.inputs, norm)
        st.rerun()


def _head(norm: Norm, coming: str) -> None:
    rule = rule_of_norm(norm)
    style.draw(
        '<div class="sx-card" style="font-size:13.5px">'
        f'<h3 style="margin:0">{style.text(norm.title)}</h3>'
        f'<div class="sx-muted">{style.text(norm.id)}'
        f" · {style.text(rule.title if rule else OTHER_USES[norm.used_by])}</div>"
        f"<div><b>Căn cứ:</b> {style.text(norm.source)} "
        f"{style.chip('Độ tin cậy ' + norm.confidence, 'ok' if norm.confirmed else 'warn')}"
        f"{'' if norm.confirmed else style.chip(UNCONFIRMED.capitalize(), 'warn')}</div>"
        f"<div><b>Hiệu lực:</b> {style.text(norm.since_words() or 'từ trước')} – "
        f"{style.text(norm.until_words() or 'chưa có ngày hết')}</div>"
        f"{_line('Phạm vi', scope_words(norm))}{_line('Ghi chú', norm.note)}"
        f"{_line('Sắp tới', coming)}{_line('Trước khi sửa', norm.was)}</div>"
    )


def _form(desk: Desk, norm: Norm) -> None:
    slot, allowed = slot_of(norm), forces_of(norm)
    with st.form(f"law_form_{slot}"):
        force = st.radio(
            "Mức độ",
            allowed,
            allowed.index(norm.force),
            format_func=lambda f: FORCES[f],
            horizontal=True,
            key=f"law_force_{slot}",
            help="Bắt buộc: không phương án nào được trái; ưu tiên: tính điểm",
        )
        price = norm.price
        if priced(norm):
            price = st.number_input(
                "Điểm mỗi đơn vị chưa đáp ứng (khi là ưu tiên)",
                0,
                1_000_000,
                norm.price,
                key=f"law_price_{slot}",
                help="Càng nhiều điểm càng được ưu tiên",
            )
        typed = {
            name: st.text_input(
                KEYS.get(name, name).capitalize(), text, key=f"law_value_{slot}_{name}"
            )
            for name, text in figures_of_norm(norm).items()
        }
        source = st.text_input(
            "Căn cứ của thay đổi (văn bản, ngày)",
            key=f"law_source_{slot}",
            help="Bắt buộc ghi; đi cùng mọi phương án",
        )
        saved = st.form_submit_button("Lưu thay đổi", type="primary")
    if saved:
        against = change_norm(desk.inputs, norm, force, int(price), typed, source)
        if not against:
            st.rerun()
        st.error(against)


def _line(label: str, words: str) -> str:
    return f"<div><b>{label}:</b> {style.text(words)}</div>" if words else ""
