"""Everything that leaves, in one place: what each file is, and the button that makes it."""

import streamlit as st

from planner.text.vietnamese import text_key
from ui.desk.desk import Desk
from ui.desk.leave.export import About, Export, Scope
from ui.desk.leave.exports import EXPORTS
from ui.views.cards.paper_button import paper_button
from ui.views.cards.plan_head import needs_plan
from ui.views.cards.plan_picker import picked_plans
from ui.widgets import style


def show(desk: Desk) -> None:
    if needs_plan(desk):
        _of_plan(desk)
        _of_plans(desk)
        _of_unit(desk)
    style.header("Danh sách, căn cứ, hồ sơ")
    _rows(desk, (Scope.ROSTER, Scope.PROJECT), About())


def _of_plan(desk: Desk) -> None:
    current = desk.plans.current
    style.header(f"Phương án đang xem: {desk.plans.record(current).name}")
    _rows(desk, (Scope.PLAN,), About((current,)))


def _of_plans(desk: Desk) -> None:
    style.header("Các phương án cạnh nhau")
    _rows(desk, (Scope.PLANS,), About(picked_plans(st, desk.material, "export_plans")))


def _of_unit(desk: Desk) -> None:
    case = desk.plans.case_of(desk.plans.current)
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    style.header("Sơ đồ một đơn vị")
    unit = st.selectbox(
        "Đơn vị",
        [unit.code for unit in units],
        format_func=lambda code: case.unit(code).full_name,
        key="export_unit",
        help="Gõ tên để tìm",
        width=420,
    )
    _rows(desk, (Scope.UNIT,), About((desk.plans.current,), str(unit)))


def _rows(desk: Desk, scopes: tuple[Scope, ...], about: About) -> None:
    with st.container(border=True):
        for export in EXPORTS:
            if export.scope in scopes:
                _row(desk, export, about)


def _row(desk: Desk, export: Export, about: About) -> None:
    words, buttons = st.columns([2.2, 1], vertical_alignment="center")
    with words:
        style.draw(
            f"<b>{style.text(export.title)}</b>"
            f'<div class="sx-muted">{style.text(export.help)}</div>'
        )
    bar = buttons.container(horizontal=True, gap="small", horizontal_alignment="right")
    for format in export.formats:
        usual = format is export.formats[0]
        key = f"get_{export.kind}" + ("" if usual else f"_{format.name.lower()}")
        first = usual and export.kind == "plan"
        paper_button(desk, export, about, key, format=format, place=bar, first=first)
