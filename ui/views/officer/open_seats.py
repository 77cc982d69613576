"""What is still open: vacancies by importance with candidates, the bench, swaps, findings."""

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.plan import Plan
from planner.plan.counts import vacant
from planner.rules import rule_of, rules_of
from planner.rules.roles import FillsSeats
from planner.text.numbers import number, price_words
from planner.text.vietnamese import name_key, text_key
from planner.why.candidates import candidates, near_misses, openings
from planner.why.prices import Prices
from planner.why.reasons import sentence, why_surplus, why_vacant
from planner.why.swaps import Swap, swaps
from ui import window
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.views.cards.draft_progress import running
from ui.views.cards.person import REFUSAL, alternatives, person_card, seat_card
from ui.views.cards.plan_head import impact, needs_plan
from ui.widgets import style, tables

SEATS, BENCH, SWAPS, RULES = "Khuyết", "Dôi dư", "Hoán đổi có lợi", "Từng tiêu chí"
SHOWN = 200


def show(desk: Desk) -> None:
    style.crumb("Lập phương án › Khuyết và dôi dư")
    style.title("Khuyết và dôi dư")
    if not needs_plan(desk):
        return
    drafted = desk.drafted
    assert drafted is not None and drafted.report is not None
    impact(desk)
    for said in (desk.problem, st.session_state.pop(REFUSAL, "")):
        if said:
            st.error(said)
    if desk.run is not None:
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


def _importance(case: Case, post: str) -> int:
    """Points that the norms put on one empty seat."""
    norms = (rule.priced(case, case.title_of(post)) for rule in rules_of(FillsSeats))
    return sum(norm.price for norm in norms if norm)


def _seats(desk: Desk, drafted: Drafted) -> None:
    case, plan = drafted.case, drafted.plan
    empty = sorted(
        vacant(case, plan),
        key=lambda row: (
            -_importance(case, row[0]),
            text_key(case.unit_of(row[0]).name),
        ),
    )
    style.header(f"Khuyết: {number(sum(short for _, short in empty))} chỗ")
    if not empty:
        st.success("Không có chỗ nào khuyết.")
    else:
        style.muted("Xếp theo mức quan trọng · bấm một dòng để xem ứng viên và điều còn vướng")
        rows = desk.kept("vacancies", drafted, lambda: _seat_rows(case, plan, empty))
        event = tables.show(
            rows,
            on_select="rerun",
            selection_mode="single-row",
            key="vacant",
        )
        chosen = event["selection"]["rows"]
        if chosen:
            with st.container(border=True, key="seat_card"):
                seat_card(desk, case, plan, empty[chosen[0]][0], desk.prices_of(drafted))
    with st.expander("Người dự bị cho từng chức danh chủ chốt"):
        style.muted(
            "Người thứ hai cho mỗi chức danh chủ chốt đang có người, và điều người ấy còn vướng."
        )
        if st.checkbox("Hiện danh sách dự bị", key="show_seconds", help="Có thể mất vài giây"):
            with st.spinner("Đang tìm người dự bị …"):
                prices = desk.prices_of(drafted)
                seconds = desk.kept("seconds", drafted, lambda: _seconds(case, plan, prices))
            tables.show(seconds, key="seconds")


def _seat_rows(case: Case, plan: Plan, empty: list[tuple[str, int]]) -> list[dict[str, str | int]]:
    return [
        {
            "Chức danh": ("★ " if case.title_of(code).key else "") + case.title_of(code).name,
            "Đơn vị": case.unit_of(code).full_name,
            "Số chỗ": short,
            "Vì sao": sentence(why_vacant(case, plan, code)),
        }
        for code, short in empty
    ]


def _seconds(case: Case, plan: Plan, prices: Prices | None) -> list[dict[str, str]]:
    """One line for each key post that has a holder: the best other candidate, or who nearly is."""
    rows = []
    for post in case.roster.posts:
        title, holders = case.title_of(post.code), plan.by_post.get(post.code, ())
        if not title.key or not holders:
            continue
        found = candidates(case, plan, post.code, prices, 1)
        missed = () if found else near_misses(case, plan, post.code, 1)
        second = (*found, *missed)
        price = found[0].at_least if found else None
        rows.append(
            {
                "Chức danh": f"★ {title.name}",
                "Đơn vị": case.unit(post.commune).full_name,
                "Đang giữ": ", ".join(named(case, code) for code in holders),
                "Dự bị": named(case, second[0].cadre) if second else "△ không có ai",
                "Còn vướng": str(missed[0].barriers[0]) if missed else "",
                "Giá": "" if price is None else price_words(price),
            }
        )
    return rows


def _bench(desk: Desk, drafted: Drafted) -> None:
    case, plan = drafted.case, drafted.plan
    people = sorted(
        (case.cadre(code) for code in plan.surplus if code in case.cadre_at),
        key=lambda cadre: (name_key(cadre.name), cadre.code),
    )
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
            alternatives(desk, case, plan, code, desk.prices_of(drafted))


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
        found = desk.kept("swaps", drafted, lambda: swaps(case, plan))
    if not found:
        st.success("Không có nhóm nào: không thể đổi chỗ mà ai cũng tốt hơn.")
    still = desk.only_read
    for place, swap in enumerate(found):
        with st.container(border=True):
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.html(_swap_words(case, plan, swap))
            if button.button("Áp dụng", key=f"swap_{place}", disabled=still):
                desk.problem = desk.take_swap(swap.cadres)
                st.rerun()


def _swap_words(case: Case, plan: Plan, swap: Swap) -> str:
    lines = [f"<b>Cả phương án tốt hơn {number(swap.total)} điểm</b>"]
    others = (*swap.cadres[1:], swap.cadres[0])
    for code, taken, gain in zip(swap.cadres, others, swap.gains, strict=True):
        posts = ", ".join(named(case, post) for post in plan.by_cadre[taken][0].posts)
        who, told = style.text(named(case, code)), style.text(posts)
        lines.append(f"<div>{who} → {told} (lợi {number(gain)} điểm)</div>")
    return "".join(lines)


def _rules(drafted: Drafted) -> None:
    case, report = drafted.case, drafted.report
    assert report is not None
    style.header("Từng tiêu chí")
    style.muted("Mức chưa đáp ứng và số điểm của từng quy tắc.")
    tables.show(
        (
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
        key="rules",
    )
    if st.button("Đổi mức độ ưu tiên", key="to_wishes"):
        window.go("lap")
        st.rerun()
