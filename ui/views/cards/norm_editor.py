"""One norm to edit: force, price, values, source."""

import streamlit as st

from data.norms.edits import Edit
from data.papers.catalogue import UNCONFIRMED, next_words, rules_in_order
from planner.law.figure import Figure
from planner.law.norm import OTHER_USES, Force, Norm
from planner.law.norm_words import KEYS, scope_words
from planner.rules import rule_of
from planner.rules.shape import Frame, Preference
from ui.desk.desk import Desk
from ui.widgets import style

FORCES = {Force.MUST: "Bắt buộc", Force.WISH: "Ưu tiên", Force.OFF: "Tắt"}


def norm_editor(desk: Desk, norm: Norm) -> None:
    """One norm with its source beside the values that can be changed."""
    assert desk.case is not None
    rule = next((r for r in rules_in_order() if r.code == norm.used_by), None)
    style.draw(
        '<div class="sx-card" style="font-size:13.5px">'
        f'<h3 style="margin:0">{style.text(norm.title)}</h3>'
        f'<div class="sx-muted">{style.text(norm.id)}'
        f" · {style.text(rule_of(norm.used_by).title if rule else OTHER_USES[norm.used_by])}</div>"
        f"<div><b>Căn cứ:</b> {style.text(norm.source)} "
        f"{style.chip('Độ tin cậy ' + norm.confidence, 'ok' if norm.confirmed else 'warn')}"
        f"{'' if norm.confirmed else style.chip(UNCONFIRMED.capitalize(), 'warn')}</div>"
        f"<div><b>Hiệu lực:</b> {style.text(norm.since_words() or 'từ trước')} – "
        f"{style.text(norm.until_words() or 'chưa có ngày hết')}</div>"
        f"{_line('Phạm vi', scope_words(norm))}{_line('Ghi chú', norm.note)}"
        f"{_line('Sắp tới', next_words(norm, desk.case.roster.province, desk.overlay))}"
        f"{_line('Trước khi sửa', norm.was)}</div>"
    )
    mark = f"{norm.id}/{sorted(norm.scope.items())}"
    allowed = [
        force
        for force in Force
        if not (isinstance(rule, Preference) and force is Force.MUST) or norm.force is force
    ]
    with st.form(f"law_form_{mark}"):
        force = st.radio(
            "Mức độ",
            allowed,
            allowed.index(norm.force),
            format_func=lambda f: FORCES[f],
            horizontal=True,
            key=f"law_force_{mark}",
            help="Bắt buộc: không phương án nào được trái; ưu tiên: tính điểm",
        )
        price = norm.price
        if rule is not None and not isinstance(rule, Frame):
            price = st.number_input(
                "Điểm mỗi đơn vị chưa đáp ứng (khi là ưu tiên)",
                0,
                1_000_000,
                norm.price,
                key=f"law_price_{mark}",
                help="Càng nhiều điểm càng được ưu tiên",
            )
        values = tuple(
            (
                name,
                st.text_input(
                    KEYS.get(name, name).capitalize(),
                    figure.text,
                    key=f"law_value_{mark}_{name}",
                ),
            )
            for name, figure in norm.values.items()
            if isinstance(figure, Figure)
        )
        source = st.text_input(
            "Căn cứ của thay đổi (văn bản, ngày)",
            key=f"law_source_{mark}",
            help="Bắt buộc ghi; đi cùng mọi phương án",
        )
        saved = st.form_submit_button("Lưu thay đổi", type="primary")
    if saved:
        if not source.strip():
            st.error("Chưa lưu: cần ghi căn cứ của thay đổi.")
            return
        edit = Edit(
            norm=norm.id,
            scope=tuple(sorted(norm.scope.items())),
            force=force.value,
            price=int(price),
            values=values,
            source=source.strip(),
        )
        desk.change_law({**desk.edits, mark: edit}, desk.given, norm.id, edit.source)
        st.rerun()
    if mark in desk.edits and st.button("Trả về như cũ", key=f"law_undo_{mark}"):
        kept = {k: v for k, v in desk.edits.items() if k != mark}
        desk.change_law(kept, desk.given, f"{norm.id}: trả về như cũ")
        st.rerun()


def _line(label: str, words: str) -> str:
    return f"<div><b>{label}:</b> {style.text(words)}</div>" if words else ""
