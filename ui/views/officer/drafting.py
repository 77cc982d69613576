"""Drafting: the plan that is looked at, what is open in it, what to change, and the next draft."""

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.case import Case
from planner.rules import wish_levels
from planner.text.numbers import number
from ui import window
from ui.desk.desk import Desk
from ui.desk.in_words import gap_words
from ui.views.cards.demands import demands
from ui.views.cards.draft_progress import running
from ui.views.cards.law_changes import flips_of, flips_table
from ui.views.cards.open_points import open_points
from ui.views.cards.plan_head import announce_form, announced, impact
from ui.views.cards.saved_plans import saved_plans
from ui.views.officer import impossible
from ui.widgets import style
from ui.widgets.language import told
from ui.widgets.table_layout import HALF
from ui.words.command_words import action_words, moment, say

CEILINGS = {"1 phút": 60.0, "5 phút": 300.0, "10 phút": 600.0}


def show(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    if desk.run is not None and not desk.run.running:
        desk.collect()
    if desk.run is None and impossible.asked(desk):
        impossible.show(desk)
        return
    st.html('<div class="sx-muted">Lập phương án › Lập dự thảo</div>')
    bar = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    name = desk.record(desk.current).name if desk.current else "Lập dự thảo phương án"
    bar.title(name, anchor=False, width="content")
    if desk.current:
        _actions(desk, bar)
        _result(desk)
    else:
        _summary(case)
    if desk.problem:
        st.error(desk.problem)
    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        if desk.current:
            open_points(desk)
        _adjust(desk, case)
    with right:
        if desk.run is not None:
            running(desk)
        else:
            _assumptions(desk, case)
    saved_plans(desk)


def _summary(case: Case) -> None:
    quota = case.allotment.total
    leaving = len(case.roster.cadres) - len(case.cadres)
    seats = sum(post.minimum for post in case.roster.posts)
    style.strip(
        [
            ("Đơn vị", number(len(case.communes)), False),
            ("Biên chế được giao", number(quota), False),
            ("Có mặt", number(len(case.roster.cadres)), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(leaving), False),
            ("Cần bố trí", number(len(case.cadres)), False),
            ("So với biên chế", f"{len(case.cadres) - quota:+d}".replace("-", "−"), False),
            ("Chỗ tối thiểu phải có người", number(seats), False),
        ]
    )


def _actions(desk: Desk, place: DeltaGenerator) -> None:
    bar = place.container(horizontal=True, gap="small", width="content")
    if bar.button("Xuất văn bản", key="to_files", icon=":material/download:"):
        window.go("xuat")
        st.rerun()
    if bar.button("Nhân bản", key="copy_plan", icon=":material/content_copy:"):
        record = desk.record(desk.current)
        name = desk.free_name(f"{record.name} – bản sao")
        desk.add_plan(replace(record, name=name), "copy")
        st.rerun()
    if desk.announced(desk.current) is None:
        with bar.popover("Công bố …", icon=":material/campaign:", width="content"):
            announce_form(desk)
    if bar.button("Xem sơ đồ", key="to_board", icon=":material/account_tree:"):
        window.go("so-do")
        st.rerun()


def _result(desk: Desk) -> None:
    announced(desk)
    impact(desk)
    record = desk.record(desk.current)
    saved = next(s for s in desk.plans if s.id == desk.current)
    gap = gap_words(record.cost, record.bound)
    lawful = style.chip("✓ Đúng quy định · 0 vi phạm", "ok")
    if record.breaches:
        lawful = style.chip(f"⚠ {record.breaches} vi phạm quy định", "bad")
    style.line(
        lawful,
        f"<span><b>{say('gap')} {style.text(gap)}.</b> Điểm {number(record.cost or 0)}; lưu lúc "
        f"{moment(saved.at)}"
        + (f", mất {number(round(record.seconds))} giây.</span>" if record.seconds else ".</span>"),
        style.chip("Dừng sớm, giữ phương án tốt nhất", "warn") if record.cut_by_clock else "",
    )
    changed = desk.outdated
    if changed and desk.run is None:
        style.draw(
            '<div class="sx-note warn">△ <b>Đã đổi sau khi lập phương án này:</b> '
            f"{style.text(changed)}. Bấm <b>Lập lại, thay đổi ít nhất</b> để phương án theo kịp; "
            "phương án này vẫn được giữ.</div>"
        )


def _adjust(desk: Desk, case: Case) -> None:
    """Pins, bans and levels of wishes; each is saved at once and can be undone."""
    with st.container(border=True):
        style.header("Yêu cầu và mức độ ưu tiên")
        demands(desk, case)
        columns = st.columns(2)
        for place, wish in enumerate(wish_levels.wishes(desk.own_norms, desk.scenario)):
            with columns[place % 2]:
                key = f"wish_{wish.rule}_{wish.level}"
                level = st.select_slider(
                    wish.name + (" · đã sửa" if wish.changed else ""),
                    list(wish_levels.LEVELS),
                    wish.level,
                    key=key,
                    help=f"{wish.help}. Căn cứ: {wish.norms[0].source}",
                )
                if level != wish.level:
                    new = wish_levels.at_level(desk.scenario, wish, level)
                    desk.assume(new, "weight", f"{wish.name}: {wish.level} → {level}")
                    st.rerun()
        _again(desk)


def _again(desk: Desk) -> None:
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    undo = desk.undoable
    if bar.button(
        "Hoàn tác",
        key="undo",
        disabled=not undo,
        help=action_words(undo) if undo else None,
    ):
        desk.undo()
        st.rerun()
    if desk.current:
        bar.button(
            "Lập lại, thay đổi ít nhất",
            type="primary",
            key="again",
            disabled=desk.run is not None,
            help="Giữ mọi người ở chỗ cũ khi có thể; phương án này vẫn còn, kết quả là phương án "
            "mới",
            on_click=desk.start,
            args=(CEILINGS["5 phút"], True),
        )


def _assumptions(desk: Desk, case: Case) -> None:
    with st.container(border=True):
        style.header("Lập phương án mới" if desk.current else "Giả định")
        schemes = {scheme.title: scheme.name for scheme in case.organisation.profile.schemes}
        names = list(schemes.values())
        place = names.index(case.scenario.quota) if case.scenario.quota in names else 0
        st.selectbox(
            "Biên chế",
            list(schemes),
            place,
            format_func=told,
            key="quota",
            help="Bộ biên chế giao cho từng đơn vị",
        )
        bar = st.container(horizontal=True, gap="small")
        day = bar.date_input(
            "Tính đến ngày",
            case.scenario.as_of,
            format="DD/MM/YYYY",
            key="as_of",
            help="Quy định có hiệu lực vào ngày này được áp dụng",
            width=170,
        )
        bar.selectbox(
            "Thời gian tối đa",
            list(CEILINGS),
            1,
            format_func=told,
            key="ceiling",
            help="Hết giờ thì giữ phương án tốt nhất đến lúc đó",
            width=170,
        )
        st.text_input(
            "Tên phương án",
            key="plan_name",
            placeholder=desk.free_name(),
            help="Để trống thì lấy tên tiếp theo",
        )
        if isinstance(day, date) and day != case.scenario.as_of:
            flips = flips_of(desk, day)
            style.draw(f"<b>{len(flips)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
            flips_table(flips, "draft_flips", HALF)
        st.button(
            "Lập dự thảo phương án",
            type="secondary" if desk.current else "primary",
            key="start",
            on_click=_start,
            args=(desk, schemes),
        )


def _start(desk: Desk, schemes: dict[str, str]) -> None:
    """Begins a draft under what the form says; called before the page is drawn, so that the
    progress is there at once."""
    said = st.session_state
    day, title = said["as_of"], said["quota"]
    scenario = replace(desk.scenario, as_of=day, quota=schemes[title])
    if desk.assume(scenario, about=f"{day:%d/%m/%Y}, {title}"):
        desk.start(CEILINGS[said["ceiling"]], name=said["plan_name"].strip())
