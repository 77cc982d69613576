"""What is still open: vacancies by importance with candidates, the bench, swaps, findings."""

from collections.abc import Iterator, Sequence

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.figures.people_lists import unplaced_people
from planner.figures.rule_costs import rule_costs
from planner.plan import Plan
from planner.text.numbers import number, price_words
from planner.text.vietnamese import text_key
from planner.why.candidates import openings
from planner.why.reasons import sentence, why_surplus
from planner.why.swaps import Swap, swaps
from planner.why.vacancies import Second, Vacancy, seconds, vacancies
from ui import window
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.views.cards.draft_progress import running
from ui.views.cards.person import REFUSAL, alternatives, person_card, seat_card
from ui.views.cards.plan_head import impact, needs_plan
from ui.widgets import style, tables

SEATS, BENCH, SWAPS, RULES = "Khuyết", "Dôi dư", "Hoán đổi có lợi", "Từng tiêu chí"
SHOWN = 200
Row = dict[str, str | int]


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    drafted = desk.plans.drafted
    assert drafted is not None and drafted.report is not None
    impact(desk)
    for said in (desk.said.problem, st.session_state.pop(REFUSAL, "")):
        if said:
            st.error(said)
    if desk.run.now is not None:
        running(desk)
    part = st.segmented_control(
        "Phần",
        [SEATS, BENCH, SWAPS, RULES],
        default=SEATS,
        key="open_part",
        label_visibility="collapsed",
    )
    if part == BENCH:
        _bench(desk, drafted)
    elif part == SWAPS:
        _swaps(desk, drafted)
    elif part == RULES:
        _rules(drafted)
    else:
        _seats(desk, drafted)


def _seats(desk: Desk, drafted: Drafted) -> None:
    case, plan = drafted.case, drafted.plan
    empty = desk.plans.kept("vacancies", drafted, lambda: vacancies(case, plan))
    style.header(f"Khuyết: {number(sum(seat.short for seat in empty))} chỗ")
    if not empty:
        st.success("Không có chỗ nào khuyết.")
    else:
        style.muted("Xếp theo mức quan trọng · bấm một dòng để xem ứng viên và điều còn vướng")
        event = tables.show(
            map(_seat_row, empty), on_select="rerun", selection_mode="single-row", key="vacant"
        )
        chosen = event["selection"]["rows"]
        if chosen:
            with st.container(border=True, key="seat_card"):
                seat_card(desk, case, plan, empty[chosen[0]].post, desk.plans.prices_of(drafted))
    with st.expander("Người dự bị cho từng chức danh chủ chốt"):
        style.muted(
            "Người thứ hai cho mỗi chức danh chủ chốt đang có người, và điều người ấy còn vướng."
        )
        if st.checkbox("Hiện danh sách dự bị", key="show_seconds", help="Có thể mất vài giây"):
            with st.spinner("Đang tìm người dự bị …"):
                prices = desk.plans.prices_of(drafted)
                found = desk.plans.kept("seconds", drafted, lambda: seconds(case, plan, prices))
            tables.show(map(_second_row, found), key="seconds")


def _seat_row(seat: Vacancy) -> Row:
    return {
        "Chức danh": ("★ " if seat.key else "") + seat.title,
        "Đơn vị": seat.unit,
        "Số chỗ": seat.short,
        "Vì sao": seat.why,
    }


def _second_row(row: Second) -> Row:
    return {
        "Chức danh": f"★ {row.title}",
        "Đơn vị": row.unit,
        "Đang giữ": ", ".join(row.holders),
        "Dự bị": row.second or "△ không có ai",
        "Còn vướng": row.barrier,
        "Giá": "" if row.price is None else price_words(row.price),
    }


def _bench(desk: Desk, drafted: Drafted) -> None:
    case, plan = drafted.case, drafted.plan
    people = unplaced_people(case, plan)
    style.header(f"Dôi dư: {number(len(people))} người")
    if not people:
        st.success("Ai cũng có chỗ bố trí.")
        return
    style.muted("Bấm một dòng để xem chỗ còn trống người ấy làm được, gần nhất trước")
    event = tables.show(
        (
            {
                "Họ và tên": cadre.name,
                "Mã": cadre.code,
                "Từ": whence(case, cadre),
                "Trình độ": cadre.education.label,
                "Chuyên ngành": ", ".join(sorted(cadre.fields, key=text_key)),
                "Vì sao": sentence(why_surplus(case, cadre.code)),
            }
            for cadre in people[:SHOWN]
        ),
        on_select="rerun",
        selection_mode="single-row",
        key="surplus",
    )
    if len(people) > SHOWN:
        style.muted(f"Hiện {SHOWN} người đầu; tệp xuất có đủ.")
    chosen = event["selection"]["rows"]
    if chosen:
        code = people[chosen[0]].code
        with st.container(border=True, key="bench_card"):
            person_card(case, plan, code)
            found = openings(case, plan, code)
            words = ", ".join(f"{named(case, o.post)} ({o.kilometres} km)" for o in found)
            style.draw(f"<h3>Chỗ còn trống làm được</h3>{style.text(words or 'không có')}")
            alternatives(desk, case, plan, code, desk.plans.prices_of(drafted))


def _swaps(desk: Desk, drafted: Drafted) -> None:
    """Circles of two to four people in which everybody gains, each checked in full."""
    case, plan = drafted.case, drafted.plan
    style.header("Hoán đổi mà ai cũng được lợi")
    style.muted(
        "Nhóm 2–4 người đổi chỗ cho nhau: cả phương án tốt hơn, không ai thiệt, mỗi nhóm đã kiểm "
        "tra đủ quy định."
    )
    if not st.session_state.get("swaps_asked") and not st.button(
        "Tìm nhóm hoán đổi", type="primary", key="find_swaps"
    ):
        return
    st.session_state["swaps_asked"] = True
    with st.spinner("Đang tìm …"):
        found = desk.plans.kept("swaps", drafted, lambda: swaps(case, plan))
    if not found:
        st.success("Không có nhóm nào: không thể đổi chỗ mà ai cũng tốt hơn.")
    still = desk.plans.only_read
    for place, swap in enumerate(found):
        with st.container(border=True):
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.html("".join(_swap_lines(case, plan, swap)))
            if button.button("Áp dụng", key=f"swap_{place}", disabled=still):
                desk.said.problem = desk.plans.take_swap(swap.cadres)
                st.rerun()


def _swap_lines(case: Case, plan: Plan, swap: Swap) -> Iterator[str]:
    yield f"<b>Cả phương án tốt hơn {number(swap.total)} điểm</b>"
    for code, posts, gain in zip(swap.cadres, swap.taken(plan), swap.gains, strict=True):
        who, where = style.text(named(case, code)), style.text(_posts(case, posts))
        yield f"<div>{who} → {where} (lợi {number(gain)} điểm)</div>"


def _posts(case: Case, posts: Sequence[str]) -> str:
    return ", ".join(named(case, post) for post in posts)


def _rules(drafted: Drafted) -> None:
    report = drafted.report
    assert report is not None
    style.header("Từng tiêu chí")
    style.muted("Mức chưa đáp ứng và số điểm của từng quy tắc.")
    tables.show(
        (
            {
                "Quy tắc": row.title,
                "Mức chưa đáp ứng": row.amount,
                "Điểm": row.cost,
                "Căn cứ": "; ".join(row.sources),
            }
            for row in rule_costs(drafted.case, report)
        ),
        key="rules",
    )
    if st.button("Đổi mức độ ưu tiên", key="to_wishes"):
        window.go("lap")
        st.rerun()
