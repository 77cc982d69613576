"""The card of one person, and of one empty seat: why, what else is lawful, at what price."""

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.plan import Plan
from planner.plan.form import decision
from planner.roster import Cadre
from planner.text.numbers import number, price_words
from planner.why.candidates import Candidate, candidates, near_misses
from planner.why.prices import Prices
from planner.why.reasons import Reason, grounds, sentence, why_surplus, why_vacant
from planner.why.swaps import partners
from ui.desk.desk import Desk
from ui.desk.screens.other_places import other_places
from ui.widgets import style

REFUSAL = "refusal"
"""Where a page finds what spoke against the last move."""


def person_card(case: Case, plan: Plan, code: str) -> None:
    """One person's placement with its grounds."""
    cadre = case.cadre(code)
    rows = plan.by_cadre.get(code, ())
    if not rows:
        _head(case, cadre, "Chưa có chỗ bố trí", "", "")
        style.draw(f"<h3>Vì sao</h3>{_reasons('△', why_surplus(case, code))}")
        return
    row = rows[0]
    why, decided = grounds(case, row), decision(case, row)
    unit = case.unit_of(row.main)
    titles = ", kiêm ".join(case.title_of(post).name for post in row.posts)
    chips = style.chip(f"Hình thức: {decided.form}", "acc")
    if decided.body:
        words = f"Cấp quyết định: {decided.body}"
        chips += f'<div class="sx-muted">{style.text(words)}</div>'
    _head(case, cadre, titles, unit.full_name, chips)
    parts = (
        ("Vì sao ở đây: điều kiện, tiêu chuẩn đạt", "✓", why.passed),
        ("Tiêu chí ưu tiên đáp ứng", "✓", why.met),
        ("Chưa đáp ứng", "△", why.missed),
        ("Điều kiện phải hoàn thành", "⏱", why.conditions),
    )
    body = "".join(
        f"<h3>{heading}</h3>{_reasons(sign, reasons)}"
        for heading, sign, reasons in parts
        if reasons
    )
    style.draw(body)


def _reasons(sign: str, reasons: tuple[Reason, ...]) -> str:
    return style.reasons(sign, ((r.text, r.norm.source if r.norm else "") for r in reasons))


def _head(case: Case, cadre: Cadre, title: str, unit: str, chips: str) -> None:
    years = cadre.months_left // 12
    since = f" · ở vị trí cũ từ {cadre.in_post_since:%d/%m/%Y}" if cadre.in_post_since else ""
    rated = f" · {cadre.ratings[0].label.lower()}" if cadre.ratings else ""
    where = f", {style.text(unit)}" if unit else ""
    style.draw(
        f'<h2 style="margin:0">{style.text(cadre.name)}</h2>'
        f'<div class="sx-muted">Mã {style.text(cadre.code)} · {style.text(cadre.sex.label.lower())}'
        f" · {cadre.age(case.norms.day)} tuổi · còn {years} năm công tác</div>"
        f'<div style="margin:6px 0">{chips}</div>'
        f"<div><b>{style.text(title)}</b>{where}</div>"
        f'<div class="sx-muted">Từ: {style.text(whence(case, cadre))}'
        f"{since}{style.text(rated)}</div>"
    )


def move(desk: Desk, cadre: str, post: str) -> None:
    """Moves a person by hand and draws the page anew; what speaks against it is said there."""
    with st.spinner("Đang xét …"):
        refusal = desk.move(cadre, post)
    if refusal:
        st.session_state[REFUSAL] = f"Không chuyển được, chưa có gì thay đổi. {refusal}"
    st.rerun()


def alternatives(desk: Desk, case: Case, plan: Plan, code: str, prices: Prices | None) -> None:
    """Other lawful places of one person with their price, each one click away; pin and ban."""
    style.draw("<h3>Chỗ khác có thể bố trí</h3>")
    rows = other_places(case, plan, code, prices)
    if not rows:
        style.muted("Không có chỗ nào khác đúng quy định.")
    still = desk.plans.only_read
    for place, (post, words) in enumerate(rows):
        text, button = st.columns([3, 1], vertical_alignment="center")
        text.html(
            f"<div>{style.text(named(case, post))}</div>"
            f'<div class="sx-muted">{style.text(words)}</div>'
        )
        if button.button(
            "Thử",
            key=f"try_{code}_{place}",
            help="Chuyển đến đây rồi lập lại",
            disabled=still,
        ):
            move(desk, code, post)
    held = plan.by_cadre.get(code, ())
    if held:
        main = held[0].main
        bar = st.container(horizontal=True)
        if bar.button("Giữ cố định", key=f"pin_{code}", icon=":material/keep:", disabled=still):
            desk.inputs.demand(code, main, True, "giữ ở sơ đồ đơn vị")
            st.rerun()
        if bar.button(
            "Không bố trí ở đây", key=f"ban_{code}", icon=":material/block:", disabled=still
        ):
            desk.inputs.demand(code, main, False, "không bố trí, từ sơ đồ đơn vị")
            st.rerun()
        _partners(desk, case, plan, code)
        style.draw("<h3>Ai khác có thể ở chỗ này</h3>")
        _candidates(desk, case, candidates(case, plan, main, prices, 4), main)


def _partners(desk: Desk, case: Case, plan: Plan, code: str) -> None:
    """Who could change places with this person, conditions of both met."""
    style.draw("<h3>Ai đổi được với người này</h3>")
    found = desk.plans.kept(f"partners {code}", plan, lambda: partners(case, plan, code))
    if not found:
        style.muted("Không có ai mà cả hai bên đều đủ điều kiện.")
    still = desk.plans.only_read
    for place, other in enumerate(found):
        posts = ", ".join(named(case, post) for post in plan.by_cadre[other.cadre][0].posts)
        if other.points < 0:
            words = f"hai chỗ cộng lại tốt hơn {number(-other.points)} điểm"
        else:
            words = f"hai chỗ cộng lại thêm {number(other.points)} điểm"
        text, button = st.columns([2.4, 1.2], vertical_alignment="center")
        text.html(
            f"<div>{style.text(named(case, other.cadre))}</div>"
            f'<div class="sx-muted">{style.text(posts)} · {words}</div>'
        )
        if button.button(
            "Đổi",
            key=f"swap_{code}_{place}",
            help="Hoán đổi hai người, thành PA mới",
            disabled=still,
        ):
            desk.said.problem = desk.plans.take_swap((code, other.cadre))
            st.rerun()


def seat_card(desk: Desk, case: Case, plan: Plan, post: str, prices: Prices | None) -> None:
    """An empty seat: why nobody sits there, who could, and what bars those who nearly could."""
    title = case.title_of(post)
    style.draw(
        f'<h2 style="margin:0">◌ Khuyết: {"★ " if title.key else ""}{style.text(title.name)}</h2>'
        f'<div class="sx-muted">{style.text(sentence(why_vacant(case, plan, post)))}</div>'
        "<h3>Ứng viên đủ điều kiện</h3>"
    )
    _candidates(desk, case, candidates(case, plan, post, prices), post)
    missed = near_misses(case, plan, post)
    if missed:
        style.draw("<h3>Chỉ vướng một điều kiện</h3>")
        for who in missed:
            cadre = case.cadre(who.cadre)
            style.draw(
                f"<div><b>{style.text(cadre.name)}</b> ({style.text(who.cadre)}), cách "
                f"{who.kilometres} km</div>"
                f'<div class="sx-muted">✕ {style.text(who.barriers[0])}</div>'
            )


def _candidates(desk: Desk, case: Case, found: tuple[Candidate, ...], post: str) -> None:
    if not found:
        style.muted("Không có ai khác đủ điều kiện.")
    still = desk.plans.only_read
    for place, who in enumerate(found):
        cadre = case.cadre(who.cadre)
        price = "" if who.at_least is None else f" · {price_words(who.at_least)}"
        free = " · đang dôi dư" if who.free else ""
        text, button = st.columns([3, 1], vertical_alignment="center")
        text.html(
            f"<div>{style.text(cadre.name)} ({style.text(who.cadre)})</div>"
            f'<div class="sx-muted">cách {who.kilometres} km{free}{style.text(price)}</div>'
        )
        if button.button(
            "Thử",
            key=f"seat_{post}_{place}",
            help="Đưa người này vào rồi lập lại",
            disabled=still,
        ):
            move(desk, who.cadre, post)
