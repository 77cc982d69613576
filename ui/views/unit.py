"""One commune as a board: lanes by block, a card for each office, and the reason for a person."""

import streamlit as st

from planner.authority import decision
from planner.case import Case
from planner.explain import grounds, whence
from planner.levels import QUOTA_BLOCKS, Block
from planner.orgchart import OfficeCard, Seat, office_cards
from planner.plan import Plan
from planner.summary import UnitFigures
from planner.vietnamese import name_key, text_key
from ui import look
from ui.desk import Desk
from ui.views.drafting import needs_plan
from ui.words import number


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    assert desk.drafted is not None
    case, plan = desk.drafted.case, desk.drafted.plan
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    codes = [unit.code for unit in units]
    chosen = st.session_state.get("unit_chosen", "")
    st.session_state["unit"] = chosen if chosen in codes else codes[0]
    title, picker = st.columns([2, 1], vertical_alignment="bottom")
    with picker:
        code = st.selectbox(
            "Đơn vị",
            codes,
            key="unit",
            on_change=lambda: st.session_state.update(unit_chosen=st.session_state["unit"]),
            format_func=lambda c: case.communes[case.commune_at[c]].full_name,
        )
    commune = case.commune_at[code]
    unit = case.communes[commune]
    with title:
        st.title(unit.full_name)
        olds = [old for old in case.roster.old_units if code in old.successors]
        names = ", ".join(("một phần " if o.partial else "") + o.name for o in olds)
        look.muted(f"{number(unit.population)} dân · từ: {names}")
    figures = next(f for f in desk.units if f.commune == code)
    _strip(figures)
    cards = office_cards(case, plan, commune)
    _person(case, plan, cards)
    look.draw(_board(cards, figures))


def _strip(figures: UnitFigures) -> None:
    excess = figures.total("excess")
    look.strip(
        [
            ("Giao", number(figures.total("quota")), False),
            ("Có mặt", number(figures.present), False),
            ("Bố trí", number(figures.total("placed")), False),
            ("Thừa / thiếu", f"{excess:+d}".replace("-", "−"), False),
            ("Khuyết", number(figures.total("vacant")), False),
            ("★ Khuyết chủ chốt", number(figures.vacant_key), figures.vacant_key > 0),
            ("Làm được CNTT", number(figures.it) if figures.it else "Chưa có", not figures.it),
            ("Dôi dư", number(figures.surplus), False),
        ]
    )


def _board(cards: tuple[OfficeCard, ...], figures: UnitFigures) -> str:
    lanes = []
    for block in QUOTA_BLOCKS:
        own = [card for card in cards if card.block is block]
        f = figures.blocks[block]
        head = (
            f'<div class="hd">{look.text(block.label)}<span>giao {f.quota} · bố trí {f.placed}'
            + (f" · khuyết {f.vacant}" if f.vacant else "")
            + "</span></div>"
        )
        wide = block is Block.GOVERNMENT
        offices = [_office(card) for card in own]
        if wide:
            half = _half(own)
            body = (
                f'<div class="sx-two"><div class="sx-lane">{"".join(offices[:half])}</div>'
                f'<div class="sx-lane">{"".join(offices[half:])}</div></div>'
            )
        else:
            body = "".join(offices)
        if block is QUOTA_BLOCKS[-1]:
            body += _off_quota(cards)
        lanes.append(
            f'<div class="sx-lane{" wide" if wide else ""}" style="--lc:{look.LANES[block.name]}">'
            f"{head}{body}</div>"
        )
    return f'<div class="sx-board" style="margin-top:10px">{"".join(lanes)}</div>'


def _off_quota(cards: tuple[OfficeCard, ...]) -> str:
    """Offices outside every quota, under a heading of their own; empty when there is none."""
    offices = [_office(card) for card in cards if card.block is Block.OFF_QUOTA]
    head = f'<div class="hd">{look.text(Block.OFF_QUOTA.label)}</div>'
    return head + "".join(offices) if offices else ""


def _half(cards: list[OfficeCard]) -> int:
    """Where to break a list of cards so that both columns are about as long."""
    sizes = [len(card.seats) + 2 for card in cards]
    return min(range(len(sizes) + 1), key=lambda n: abs(sum(sizes[:n]) - sum(sizes[n:])), default=0)


def _office(card: OfficeCard) -> str:
    short = look.chip(f"△ Khuyết {card.vacant}", "warn") if card.vacant else ""
    rows = "".join(_seat(seat) for seat in card.seats)
    return (
        f'<section class="sx-office"><div class="oh"><span>{look.text(card.name)}</span>{short}'
        f'<span class="q">{card.placed}</span></div>{rows}</section>'
    )


def _seat(seat: Seat) -> str:
    title = ("★ " if seat.key else "") + seat.title
    if not seat.cadre:
        return (
            f'<div class="sx-row empty"><div class="nm">◌ Khuyết</div>'
            f'<div class="ti">{look.text(title)}</div></div>'
        )
    marks = [
        look.chip(words, kind)
        for on, words, kind in (
            (seat.pinned, "⊥ Cố định", ""),
            (bool(seat.beside), "⚭ Kiêm", ""),
            (seat.it, "▣ CNTT", ""),
            (seat.arrived, "⇥ Mới đến", "acc"),
        )
        if on
    ]
    beside = "; ".join(seat.beside)
    tail = (f" · tính ở: {beside}" if seat.concurrent else f" · kiêm {beside}") if beside else ""
    kinds = " ".join(k for k, on in (("lead", seat.leads), ("ghost", seat.concurrent)) if on)
    return (
        f'<div class="sx-row {kinds}"><div class="nm">{look.text(seat.name)}'
        f'<span class="mk">{"".join(marks)}</span></div>'
        f'<div class="ti">{look.text(title + tail)}</div></div>'
    )


def _person(case: Case, plan: Plan, cards: tuple[OfficeCard, ...]) -> None:
    people = {seat.cadre: seat for card in cards for seat in card.seats if seat.cadre}
    codes = sorted(people, key=lambda code: (name_key(people[code].name), code))
    code = st.selectbox(
        "Xem lý do bố trí của",
        codes,
        index=None,
        format_func=lambda c: f"{people[c].name} – {people[c].title} ({c})",
        placeholder="Chọn một người để xem vì sao ở đây",
        key=f"why_{cards[0].name if cards else ''}_{codes[0] if codes else ''}",
    )
    if code:
        person_card(case, plan, code)


def person_card(case: Case, plan: Plan, code: str) -> None:
    """One person's placement with its grounds."""
    cadre, row = case.cadres[case.cadre_at[code]], plan.by_cadre[code][0]
    why = grounds(case, row)
    unit = case.communes[case.commune_at[case.posts[row.main].commune]]
    titles = ", kiêm ".join(case.title_of(post).name for post in row.posts)
    years = cadre.months_left // 12
    decided = decision(case, row)
    chips = look.chip(f"Hình thức: {decided.form}", "acc")
    if decided.body:
        chips += " " + look.chip(f"Cấp quyết định: {decided.body}")
    body = (
        f'<h2 style="margin:0">{look.text(cadre.name)}</h2>'
        f'<div class="sx-muted">Mã {look.text(code)} · {look.text(cadre.sex.label.lower())} · '
        f"{cadre.age(case.norms.day)} tuổi · còn {years} năm công tác</div>"
        f'<div style="margin:6px 0">{chips}</div>'
        f"<div><b>{look.text(titles)}</b>, {look.text(unit.full_name)}</div>"
        f'<div class="sx-muted">Từ: {look.text(whence(case, cadre))}</div>'
    )
    parts = (
        ("Điều kiện, tiêu chuẩn đạt", "✓", why.passed),
        ("Tiêu chí ưu tiên đáp ứng", "✓", why.met),
        ("Chưa đáp ứng", "△", why.missed),
        ("Điều kiện phải hoàn thành", "⏱", why.conditions),
    )
    for heading, sign, reasons in parts:
        if reasons:
            rows = ((r.text, r.norm.source if r.norm else "") for r in reasons)
            body += f"<h3>{heading}</h3>{look.reasons(sign, rows)}"
    look.draw(f'<div class="sx-card">{body}</div>')
