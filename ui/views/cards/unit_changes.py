"""Who came to and left a unit, beside its board."""

import streamlit as st

from planner.case import Case
from planner.check.whence import whence, workplace
from planner.plan import Plan
from planner.text.vietnamese import name_key, text_key
from ui.desk.desk import Desk
from ui.views.cards.board_data import board_data, keep_still
from ui.widgets import style
from ui.widgets.unit_board import board, nothing_moved


def shown_at(case: Case, place: int, commune: int) -> bool:
    return bool(case.whereabouts.own[place]) and case.whereabouts.home(place) == commune


def before_and_after(desk: Desk, case: Case, commune: int) -> None:
    """Who is here today: by office when people sit in new posts, else by old place."""
    present = desk.present
    unit = case.communes[commune]
    if present.plan.placements and commune < len(present.case.communes):
        place = present.case.commune_at.get(unit.code)
        if place is not None:
            told = desk.units_in(present.case, present.plan)
            mark = f"present {unit.code}"
            data = board_data(present.case, present.plan, place, told[place], mark, "")
            keep_still(data)
            board(data, f"present_{commune}", nothing_moved, nothing_moved, nothing_moved)
            return
    people: dict[str, list[tuple[str, str]]] = {}
    for number_, cadre in enumerate(case.cadres):
        if shown_at(case, number_, commune):
            people.setdefault(workplace(case, cadre), []).append((cadre.name, cadre.title))
    if not people:
        st.info("Chưa có ai của đơn vị này trong danh sách.")
        return
    columns = st.columns(min(4, len(people)))
    for place, name in enumerate(sorted(people, key=text_key)):
        with columns[place % len(columns)], st.container(border=True):
            rows = sorted(people[name], key=lambda told: name_key(told[0]))
            body = "".join(
                f'<div class="sx-row"><span class="nm">{style.text(who)}</span>'
                f'<div class="ti">{style.text(title)}</div></div>'
                for who, title in rows
            )
            style.draw(f"<b>{style.text(name)}</b> · {len(rows)} người{body}")


def unit_changes(case: Case, plan: Plan, commune: int) -> None:
    """Every row reads from → to; who stays where they were is only counted."""
    offices: dict[str, list[str]] = {}
    same: dict[str, int] = {}
    for row in sorted(plan.placements, key=lambda r: case.title_of(r.main).order):
        post = case.posts[row.main]
        if case.commune_at[post.commune] != commune:
            continue
        place = case.cadre_at[row.cadre]
        cadre, title = case.cadres[place], case.title_of(row.main)
        office = title.office.named(case.communes[commune].type)
        held = cadre.post == row.main and set(cadre.concurrent) == set(row.concurrent)
        arrived = case.whereabouts.away(place, commune)
        if held or (not cadre.post and not arrived):
            same[office] = same.get(office, 0) + 1
            continue
        sign = style.chip("⇥ Mới đến", "acc") if arrived else ""
        offices.setdefault(office, []).append(
            f"<div class='sx-row'><b>{style.text(cadre.name)}</b> {sign}<div class='ti'>từ "
            f"{style.text(whence(case, cadre))} → đến {style.text(title.name)}</div></div>"
        )
    if not offices:
        st.success("Không ai đến từ nơi khác, không ai đổi chức danh.")
    for office in dict.fromkeys([*offices, *same]):
        body = "".join(offices.get(office, ()))
        rest = f'<div class="sx-muted">không đổi: {same.get(office, 0)} người</div>'
        with st.container(border=True):
            style.draw(f"<b>{style.text(office)}</b>{body}{rest}")
