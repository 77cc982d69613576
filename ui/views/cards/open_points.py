"""What a plan leaves open, to decide or to look into."""

from collections import Counter

import streamlit as st

from planner.check.finding_words import about
from planner.check.finding_words import finding_text as words_of
from planner.plan.counts import vacant
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.text.numbers import number
from planner.why.reasons import sentence, why_vacant
from ui import window
from ui.desk.desk import Desk
from ui.widgets import style

SHOWN = 6


def open_points(desk: Desk) -> None:
    """The few things a leader asks about first."""
    drafted = desk.drafted
    assert drafted is not None and drafted.report is not None
    case, plan = drafted.case, drafted.plan
    with st.container(border=True):
        style.header("Vấn đề cần xem xét")
        rows = []
        for finding in drafted.report.breaches[:SHOWN]:
            rows.append(
                (f"⚠ {about(case, finding)}: {words_of(case, finding)}", finding.norm.source)
            )
        empty = sorted(vacant(case, plan), key=lambda row: (not case.title_of(row[0]).key, row[0]))
        keys = [row for row in empty if case.title_of(row[0]).key]
        for code, short in keys[:SHOWN]:
            title, post = case.title_of(code), case.posts[code]
            unit = case.unit(post.commune)
            rows.append(
                (
                    f"★ {title.name}, {unit.full_name}: khuyết {short}",
                    sentence(why_vacant(case, plan, code)),
                )
            )
        if len(keys) > SHOWN:
            rows.append((f"★ và {len(keys) - SHOWN} chức danh chủ chốt khác còn khuyết", ""))
        kinds = Counter[str]()
        for code, short in empty:
            if not case.title_of(code).key:
                kinds[case.title_of(code).name] += short
        for title_name, short in kinds.most_common(SHOWN):
            rows.append((f"◌ {title_name}: khuyết {number(short)} chỗ", ""))
        units = desk.units_in(drafted.case, drafted.plan)
        for cover in rules_of(Cover):
            bare = sum(not unit.able[cover.competence.code] for unit in units)
            if bare:
                rows.append((f"▣ {bare} đơn vị chưa có {cover.people}", ""))
        if plan.surplus:
            rows.append((f"△ {number(len(plan.surplus))} người chưa có chỗ bố trí", ""))
        if rows:
            style.draw(style.reasons("", rows))
            if st.button("Xem khuyết, dôi dư và cách lấp", key="to_seats"):
                window.go("khuyet")
                st.rerun()
        else:
            st.success("Không còn vấn đề nào.")
