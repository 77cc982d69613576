"""A unit in figures: seats, quota, people, skills."""

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.figures.unit_graph import structure
from planner.plan import Plan
from planner.skills.requirements import competence_name, requirements
from planner.skills.risks import risks
from planner.text.numbers import decimal, number
from ui.widgets import style


def unit_measures(case: Case, plan: Plan, commune: int) -> None:
    """Structure in figures: spans, levels, load, what hangs on one person."""
    told = structure(case, plan, commune)
    unit = case.communes[commune].code
    here = requirements(case, plan, unit)
    single = risks(case, plan, here)
    leader = named(case, told.widest_leader) if told.widest_leader else "–"
    with st.expander("Số đo cơ cấu của đơn vị"):
        style.strip(
            [
                ("Người trong sơ đồ", number(told.people), False),
                ("Số cấp dưới bí thư", number(told.depth), False),
                (
                    "Một người lãnh đạo trực tiếp, bình quân",
                    decimal(told.span),
                    False,
                ),
                ("… nhiều nhất", number(told.widest), False),
                ("Người kiêm nhiệm", number(told.concurrent), False),
                ("Nhiều chức danh nhất một người", number(told.load), False),
                ("Năng lực chỉ một người có", number(len(single)), False),
            ]
        )
        style.muted(f"Lãnh đạo trực tiếp nhiều người nhất: {leader}.")
        for risk in single:
            who = case.cadre(risk.cadre)
            style.muted(
                f"{competence_name(risk.competence)}: chỉ {who.name}, còn {risk.months} tháng."
            )
