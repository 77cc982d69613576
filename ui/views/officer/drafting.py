"""Drafting: the plan that is looked at, what is open in it, what to change, and the next draft."""

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.case import Case
from planner.rules import wish_levels
from planner.text.numbers import number, signed
from ui import window
from ui.desk.desk import Desk
from ui.desk.in_words import gap_words, lawful_mark
from ui.desk.screens.norm_change import law_on
from ui.desk.screens.people_filter import roster_figures
from ui.desk.work.records import figures_of
from ui.views.cards.demands import demands
from ui.views.cards.draft_progress import running
from ui.views.cards.law_changes import law_changes_table
from ui.views.cards.open_points import open_points
from ui.views.cards.plan_head import announce_form, announced, impact
from ui.views.cards.saved_plans import saved_plans
from ui.views.officer import impossible
from ui.widgets import style
from ui.widgets.language import told
from ui.widgets.table_layout import HALF
from ui.words.command_words import action_words, moment, say

CEILINGS = {"1 phút": 60.0, "5 phút": 300.0, "10 phút": 600.0}


def names_itself(desk: Desk) -> bool:
    """Whether the heading is the name of a plan, or why there is none."""
    return bool(desk.plans.current) or _impossible(desk)


def _impossible(desk: Desk) -> bool:
    return desk.run.now is None and desk.run.in_vain


def show(desk: Desk) -> None:
    case = desk.inputs.case
    assert case is not None
    if _impossible(desk):
        impossible.show(desk)
        return
    if desk.plans.current:
        bar = st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
        )
        bar.title(desk.plans.record(desk.plans.current).name, anchor=False, width="content")
        _actions(desk, bar)
        _result(desk)
    else:
        _summary(case)
    _unbound(case.organisation.unbound)
    if desk.said.problem:
        st.error(desk.said.problem)
    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        if desk.plans.current:
            open_points(desk)
        _adjust(desk, case)
    with right:
        if desk.run.now is not None:
            running(desk)
        else:
            _assumptions(desk, case)
    saved_plans(desk)


def _summary(case: Case) -> None:
    counts, seats = roster_figures(case), sum(post.minimum for post in case.roster.posts)
    style.strip(
        [
            ("Đơn vị", number(len(case.communes)), False),
            ("Biên chế được giao", number(counts.quota), False),
            ("Có mặt", number(counts.people), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(counts.leaving), False),
            ("Cần bố trí", number(counts.to_place), False),
            ("So với biên chế", signed(counts.to_place - counts.quota), False),
            ("Chỗ tối thiểu phải có người", number(seats), False),
        ]
    )


def _unbound(titles: tuple[str, ...]) -> None:
    """What no rule will look at, before anything is drafted of it."""
    if titles:
        style.draw(
            '<div class="sx-note warn">△ <b>Chức danh không gắn với quy định nào:</b> '
            f"{style.text('; '.join(titles))}. <span>Không quy tắc nào xét các chức danh ấy. Chọn "
            "vai trò ở cột Vai trò, trang Chức danh của bảng tính, rồi đưa bảng vào lại."
            "</span></div>"
        )


def _actions(desk: Desk, place: DeltaGenerator) -> None:
    bar = place.container(horizontal=True, gap="small", width="content")
    if bar.button("Xuất văn bản", key="to_files", icon=":material/download:"):
        window.go("xuat")
        st.rerun()
    if bar.button("Nhân bản", key="copy_plan", icon=":material/content_copy:"):
        desk.plans.copy(desk.plans.current)
        st.rerun()
    if desk.plans.announcing.of(desk.plans.current) is None:
        with bar.popover("Công bố …", icon=":material/campaign:", width="content"):
            announce_form(desk)
    if bar.button("Xem sơ đồ", key="to_board", icon=":material/account_tree:"):
        window.go("so-do")
        st.rerun()


def _result(desk: Desk) -> None:
    announced(desk)
    impact(desk)
    record = desk.plans.record(desk.plans.current)
    saved = next(s for s in desk.plans.saved if s.id == desk.plans.current)
    gap = gap_words(record.cost, record.bound)
    praise = "✓ Đúng quy định · 0 vi phạm"
    kind, words = lawful_mark(record.breaches, figures_of(record).unbound, praise)
    lawful = style.chip(words, kind)
    style.line(
        lawful,
        f"<span><b>{say('gap')} {style.text(gap)}.</b> Điểm {number(record.cost or 0)}; lưu lúc "
        f"{moment(saved.at)}"
        + (f", mất {number(round(record.seconds))} giây.</span>" if record.seconds else ".</span>"),
        style.chip("Dừng sớm, giữ phương án tốt nhất", "warn") if record.cut_by_clock else "",
    )
    changed = desk.plans.outdated
    if changed and desk.run.now is None:
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
        for place, wish in enumerate(
            wish_levels.wishes(desk.inputs.own_norms, desk.inputs.scenario)
        ):
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
                    new = wish_levels.at_level(desk.inputs.scenario, wish, level)
                    desk.inputs.assume(new, "weight", f"{wish.name}: {wish.level} → {level}")
                    st.rerun()
        _again(desk)


def _again(desk: Desk) -> None:
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    undo = desk.inputs.undoable
    if bar.button(
        "Hoàn tác",
        key="undo",
        disabled=not undo,
        help=action_words(undo) if undo else None,
    ):
        desk.inputs.undo()
        st.rerun()
    if desk.plans.current:
        bar.button(
            "Lập lại, thay đổi ít nhất",
            type="primary",
            key="again",
            disabled=desk.run.now is not None,
            help="Giữ mọi người ở chỗ cũ khi có thể; phương án này vẫn còn, kết quả là phương án "
            "mới",
            on_click=desk.run.start,
            args=(CEILINGS["5 phút"], True),
        )


def _assumptions(desk: Desk, case: Case) -> None:
    with st.container(border=True):
        style.header("Lập phương án mới" if desk.plans.current else "Giả định")
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
            placeholder=desk.plans.free_name(),
            help="Để trống thì lấy tên tiếp theo",
        )
        if isinstance(day, date) and day != case.scenario.as_of:
            found = law_on(desk.inputs, day)
            style.draw(f"<b>{len(found)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
            law_changes_table(found, "draft_flips", HALF)
        st.button(
            "Lập dự thảo phương án",
            type="secondary" if desk.plans.current else "primary",
            key="start",
            on_click=_start,
            args=(desk, schemes),
        )


def _start(desk: Desk, schemes: dict[str, str]) -> None:
    """Begins a draft under what the form says; called before the page is drawn, so that the
    progress is there at once."""
    said = st.session_state
    day, title = said["as_of"], said["quota"]
    scenario = replace(desk.inputs.scenario, as_of=day, quota=schemes[title])
    about, seconds = f"{day:%d/%m/%Y}, {title}", CEILINGS[said["ceiling"]]
    desk.draft_under(scenario, about, seconds, said["plan_name"].strip())
