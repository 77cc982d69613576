"""Who came to and left a unit, beside its board."""

import streamlit as st

from planner.case import Case
from planner.figures.arrivals import Arrival, office_changes, people_today
from planner.plan import Plan
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.desk.screens.board_data import board_data, keep_still
from ui.widgets import style
from ui.widgets.unit_board import board, nothing_moved


def before_and_after(desk: Desk, case: Case, commune: int) -> None:
    """Who is here today: by office when people sit in new posts, else by old place."""
    present, code = desk.plans.present, case.communes[commune].code
    place = present.case.commune_at.get(code)
    if present.plan.placements and place is not None:
        _board(desk, present, place)
    else:
        _by_workplace(case, commune)


def _board(desk: Desk, present: Drafted, commune: int) -> None:
    figures = desk.plans.units_in(present.case, present.plan)[commune]
    mark = f"present {figures.commune}"
    data = board_data(present.case, present.plan, commune, figures, mark, "")
    keep_still(data)
    board(data, f"present_{commune}", nothing_moved, nothing_moved, nothing_moved)


def _by_workplace(case: Case, commune: int) -> None:
    people = people_today(case, commune)
    if not people:
        st.info("Chưa có ai của đơn vị này trong danh sách.")
        return
    columns = st.columns(min(4, len(people)))
    for place, (name, cadres) in enumerate(people.items()):
        with columns[place % len(columns)], st.container(border=True):
            body = "".join(
                f'<div class="sx-row"><span class="nm">{style.text(cadre.name)}</span>'
                f'<div class="ti">{style.text(cadre.title)}</div></div>'
                for cadre in cadres
            )
            style.draw(f"<b>{style.text(name)}</b> · {len(cadres)} người{body}")


def unit_changes(case: Case, plan: Plan, commune: int) -> None:
    """Every row reads from → to; who stays where they were is only counted."""
    found = office_changes(case, plan, commune)
    if not any(change.arrivals for change in found):
        st.success("Không ai đến từ nơi khác, không ai đổi chức danh.")
    for change in found:
        body = "".join(map(_row, change.arrivals))
        rest = f'<div class="sx-muted">không đổi: {change.same} người</div>'
        with st.container(border=True):
            style.draw(f"<b>{style.text(change.office)}</b>{body}{rest}")


def _row(arrival: Arrival) -> str:
    sign = style.chip("⇥ Mới đến", "acc") if arrival.arrived else ""
    return (
        f"<div class='sx-row'><b>{style.text(arrival.name)}</b> {sign}<div class='ti'>từ "
        f"{style.text(arrival.whence)} → đến {style.text(arrival.title)}</div></div>"
    )
