"""What is still open: vacancies by importance, people without a post, findings by rule."""

import pandas as pd
import streamlit as st

from planner.check import vacant
from planner.explain import sentence, whence, why_surplus, why_vacant
from planner.rules import rule_of
from planner.vietnamese import name_key, text_key
from ui import look
from ui.desk import Desk
from ui.views.drafting import needs_plan
from ui.words import number


def show(desk: Desk) -> None:
    st.title("Khuyết và dôi dư")
    if not needs_plan(desk):
        return
    assert desk.drafted is not None and desk.drafted.report is not None
    case, plan, report = desk.drafted.case, desk.drafted.plan, desk.drafted.report
    empty = sorted(
        vacant(case, plan),
        key=lambda row: (
            not case.title_of(row[0]).key,
            not case.title_of(row[0]).scarce,
            text_key(case.communes[case.commune_at[case.posts[row[0]].commune]].name),
        ),
    )
    st.header(f"Khuyết: {number(sum(short for _, short in empty))} chỗ")
    if empty:
        st.dataframe(
            pd.DataFrame(
                {
                    "Chức danh": ("★ " if case.title_of(code).key else "")
                    + case.title_of(code).name,
                    "Đơn vị": case.communes[case.commune_at[case.posts[code].commune]].full_name,
                    "Số chỗ": short,
                    "Vì sao": sentence(why_vacant(case, plan, code)),
                }
                for code, short in empty
            ),
            hide_index=True,
            column_config={"Vì sao": st.column_config.TextColumn(width="large")},
            key="vacant",
        )
    else:
        st.success("Không có chỗ nào khuyết.")
    people = sorted(
        (case.cadres[case.cadre_at[code]] for code in plan.surplus),
        key=lambda cadre: (name_key(cadre.name), cadre.code),
    )
    st.header(f"Dôi dư: {number(len(people))} người")
    if people:
        st.dataframe(
            pd.DataFrame(
                {
                    "Họ và tên": cadre.name,
                    "Mã": cadre.code,
                    "Từ": whence(case, cadre),
                    "Vì sao": sentence(why_surplus(case, cadre.code)),
                }
                for cadre in people
            ),
            hide_index=True,
            column_config={"Vì sao": st.column_config.TextColumn(width="large")},
            key="surplus",
        )
    else:
        st.success("Ai cũng có chỗ bố trí.")
    st.header("Từng tiêu chí")
    look.muted("Mức chưa đáp ứng và số điểm của từng quy tắc; vi phạm thì không có.")
    st.dataframe(
        pd.DataFrame(
            {
                "Quy tắc": rule_of(code).title,
                "Mức chưa đáp ứng": amount,
                "Điểm": cost,
                "Căn cứ": "; ".join(dict.fromkeys(n.source for n in rule_of(code).norms(case))),
            }
            for code, (amount, cost) in sorted(
                report.by_rule.items(), key=lambda item: (-item[1][1], text_key(item[0]))
            )
        ),
        hide_index=True,
        key="rules",
    )
