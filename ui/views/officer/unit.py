"""One commune as a board, before, after and what changes; the person or seat that was clicked."""

import streamlit as st

from planner.case import Case
from planner.figures.arrivals import wishes_of_unit
from planner.figures.summary import UnitFigures
from planner.plan import Plan
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.text.numbers import number, signed
from planner.text.vietnamese import text_key
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.desk.screens.board_data import board_data, board_verdicts, keep_still
from ui.desk.work.plans import PRESENT
from ui.views.cards.draft_progress import running
from ui.views.cards.person import REFUSAL, alternatives, move, person_card, seat_card
from ui.views.cards.plan_head import needs_plan
from ui.views.cards.unit_changes import before_and_after, unit_changes
from ui.views.cards.unit_measures import unit_measures
from ui.views.cards.unit_printing import unit_printing
from ui.widgets import style
from ui.widgets.unit_board import board, nothing_moved

PLANNED, CHANGED = "Phương án", "Thay đổi"
NOBODY = "-"
"""What the board says when a move is given up."""


def names_itself(desk: Desk) -> bool:
    """Whether the heading is the name of a unit."""
    return bool(desk.plans.current)


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    drafted = desk.plans.drafted
    assert drafted is not None
    case = drafted.case
    code = _picked(case)
    commune = case.commune_at[code]
    figures = next(f for f in desk.plans.units_in(drafted.case, drafted.plan) if f.commune == code)
    _strip(case, drafted.plan, commune, figures)
    if desk.said.problem:
        st.error(desk.said.problem)
    if desk.run.now is not None:
        running(desk)
    mode = st.segmented_control(
        "Xem",
        [PRESENT, PLANNED, CHANGED],
        default=PLANNED,
        key="unit_mode",
        label_visibility="collapsed",
    )
    if mode == PRESENT:
        before_and_after(desk, case, commune)
    elif mode == CHANGED:
        unit_changes(case, drafted.plan, commune)
    else:
        _board(desk, drafted, commune, figures)
    unit_measures(case, drafted.plan, commune)


def _picked(case: Case) -> str:
    """The head of the page: which unit, where it comes from, printing."""
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    codes = [unit.code for unit in units]
    chosen = st.session_state.get("unit_chosen", "")
    st.session_state["unit"] = chosen if chosen in codes else codes[0]
    title, picker = st.columns([2.4, 1], vertical_alignment="bottom")
    with picker:
        code = st.selectbox(
            "Đơn vị",
            codes,
            key="unit",
            on_change=_choose,
            format_func=lambda c: case.unit(c).full_name,
            help="Gõ tên để tìm",
        )
    unit = case.unit(code)
    with title:
        style.title(unit.full_name)
        olds = (old for old in case.roster.old_units if code in old.successors)
        names = ", ".join(("một phần " if old.partial else "") + old.name for old in olds)
        style.muted(f"{number(unit.population)} dân" + (f" · từ: {names}" if names else ""))
    return str(code)


def _choose() -> None:
    st.session_state["unit_chosen"] = st.session_state["unit"]
    st.session_state.pop("card", None)


def _able(cover: Cover, figures: UnitFigures) -> tuple[str, str, bool]:
    able = figures.able[cover.competence.code]
    return f"Làm được {cover.competence.short}", number(able) if able else "Chưa có", not able


def _strip(case: Case, plan: Plan, commune: int, figures: UnitFigures) -> None:
    met, wishes = wishes_of_unit(case, plan, commune)
    style.strip(
        [
            ("Giao", number(figures.total("quota")), False),
            ("Có mặt", number(figures.present), False),
            ("Bố trí", number(figures.total("placed")), False),
            ("Thừa / thiếu", signed(figures.total("excess")), False),
            ("Khuyết", number(figures.total("vacant")), False),
            ("★ Khuyết chủ chốt", number(figures.vacant_key), figures.vacant_key > 0),
            *(_able(cover, figures) for cover in rules_of(Cover)),
            ("Dôi dư", number(figures.surplus), False),
            ("Nguyện vọng đáp ứng", f"{met}/{wishes}", False),
        ]
    )


def _board(desk: Desk, drafted: Drafted, commune: int, figures: UnitFigures) -> None:
    case, plan = drafted.case, drafted.plan
    desk.plans.prepare(drafted)
    mark = f"{desk.plans.current} {commune}"
    card = str(st.session_state.get("card", ""))
    key = f"board_{commune}"
    data = board_data(case, plan, commune, figures, mark, card)
    still = desk.plans.only_read
    if still:
        keep_still(data)
    picked = st.session_state.get("picked", "")
    if picked in case.cadre_at:
        data["picked"] = picked
        with st.spinner("Đang xét từng chỗ …"):
            prices = desk.plans.prices_of(drafted)
            data["verdicts"] = board_verdicts(case, plan, commune, picked, prices)
    data["refusal"] = st.session_state.pop(REFUSAL, "")
    _legend(still)
    if card:
        left, right = st.columns([2.75, 1], gap="small")
    else:
        left, right = st.container(), None
    with left:
        told = board(data, key, nothing_moved, nothing_moved, nothing_moved)
    _heard(desk, told)
    if right is not None:
        with right, st.container(border=True, key="person_card"):
            _card(desk, drafted, card)
    unit_printing(desk, case.communes[commune].code)


def _heard(desk: Desk, told: object) -> None:
    """What the board told in this run, if anything."""
    opened, picked = getattr(told, "open", None), getattr(told, "pick", None)
    dropped = getattr(told, "drop", None)
    if opened:
        st.session_state["card"] = opened
        st.session_state.pop("picked", None)
        st.rerun()
    if picked:
        st.session_state["picked"] = "" if picked == NOBODY else picked
        st.rerun()
    if dropped:
        st.session_state.pop("picked", None)
        move(desk, str(dropped["cadre"]), str(dropped["post"]))


def _legend(fixed: bool) -> None:
    chips = " ".join(
        style.chip(words, kind)
        for words, kind in (
            ("★ Chủ chốt", ""),
            ("◎ Kiêm", ""),
            ("▣ CNTT", ""),
            ("⚲ Cố định", ""),
            ("⇥ Mới đến", "acc"),
            ("◌ Khuyết", "bad"),
        )
    )
    moving = "" if fixed else "Kéo thả hoặc bấm M để chuyển người; "
    style.draw(
        f'<div class="sx-muted">Góc phòng: chỗ tối thiểu · bố trí &nbsp; {chips} &nbsp; {moving}'
        "mũi tên để đi, Enter để xem.</div>"
    )


def _card(desk: Desk, drafted: Drafted, card: str) -> None:
    case, plan = drafted.case, drafted.plan
    if st.button("Đóng", key="close_card", icon=":material/close:", type="tertiary"):
        st.session_state.pop("card", None)
        st.rerun()
    prices = desk.plans.prices_of(drafted)
    if card.startswith("post:") and card[5:] in case.posts:
        seat_card(desk, case, plan, card[5:], prices)
    elif card in case.cadre_at:
        person_card(case, plan, card)
        alternatives(desk, case, plan, card, prices)
    else:
        style.muted("Người này không còn trong diện bố trí.")
