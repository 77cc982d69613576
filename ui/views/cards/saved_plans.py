"""The saved plans of a project, to look at, announce, rename, write."""

import streamlit as st

from planner.plan.gap import relative_gap
from planner.text.numbers import number, percent
from ui.desk.desk import Desk
from ui.desk.in_words import lawful_mark
from ui.desk.work.records import figures_of
from ui.widgets import style
from ui.words.command_words import moment, say


def saved_plans(desk: Desk) -> None:
    """All plans of the project, each with its figures and a way to look at it."""
    plans = desk.plans.saved
    if not plans:
        return
    style.header("Phương án trong hồ sơ")
    widths = [2.2, 2.3, 0.9, 1, 0.9, 0.9, 1.2, 1.7]
    with st.container(border=True, key="plans"):
        labels = ("Phương án", "Tình trạng", "Khuyết", "★ Chủ chốt", "Dôi dư", "Chuyển", say("gap"))
        for column, label in zip(st.columns(widths), labels, strict=False):
            column.html(f'<span class="sx-muted"><b>{style.text(label)}</b></span>')
        decided = desk.plans.announcing.lines
        for saved in reversed(plans):
            record = desk.plans.record(saved.id)
            counts = figures_of(record)
            row = st.columns(widths, vertical_alignment="center")
            sign = "⚿ " if saved.id in decided else ""
            row[0].markdown(f"**{sign}{style.plain_text(record.name)}**")
            kind, words = lawful_mark(record.breaches, counts.unbound)
            mark = style.chip(words, kind)
            row[1].html(f'{mark} <span class="sx-muted">{moment(saved.at)}</span>')
            cells = (counts.vacant, counts.vacant_key, counts.surplus, counts.moved)
            for column, value in zip(row[2:6], cells, strict=True):
                column.html(number(value))
            gap = relative_gap(record.cost, record.bound)
            row[6].html(percent(gap) if gap is not None else "không tính")
            here = saved.id == desk.plans.current
            if row[7].button(
                "Đang xem" if here else "Xem", key=f"look_{saved.id[:12]}", disabled=here
            ):
                desk.plans.look_at(saved.id)
                st.rerun()
