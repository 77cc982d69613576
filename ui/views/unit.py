"""One commune as a board, before, after and what changes; the person or seat that was clicked."""

import streamlit as st

from planner.case import Case
from planner.explain import whence, workplace
from planner.plan import Plan
from planner.report import choice_of
from planner.skills import competence_name, requirements, risks
from planner.structure import structure
from planner.summary import UnitFigures, home_commune
from planner.vietnamese import name_key, text_key
from planner.words import named
from ui import look, visit
from ui.board import board
from ui.desk import PRESENT, Desk
from ui.print_chart import chart_page
from ui.print_page import as_pdf, as_png
from ui.views.board_data import board_data, keep_still, verdicts
from ui.views.person import REFUSAL, alternatives, move, person_card, seat_card
from ui.views.plan_head import needs_plan
from ui.views.progress import running
from ui.words import number
from ui.workflow import Drafted

PLANNED, CHANGED = "Phương án", "Thay đổi"
NOBODY = "-"
"""What the board says when a move is given up."""


def show(desk: Desk) -> None:
    if not desk.current:
        look.crumb(visit.crumb("Sơ đồ một đơn vị"))
        look.title("Sơ đồ một đơn vị")
    if not needs_plan(desk):
        return
    drafted = desk.drafted
    assert drafted is not None
    case = drafted.case
    code = _picked(case)
    commune = case.commune_at[code]
    figures = next(f for f in desk.units_in(drafted.case, drafted.plan) if f.commune == code)
    _strip(case, drafted.plan, commune, figures)
    if desk.problem:
        st.error(desk.problem)
    if desk.run is not None:
        running(desk)
    mode = st.segmented_control(
        "Xem",
        [PRESENT, PLANNED, CHANGED],
        default=PLANNED,
        key="unit_mode",
        label_visibility="collapsed",
    )
    if mode == PRESENT:
        _before(desk, case, commune)
    elif mode == CHANGED:
        _changes(case, drafted.plan, commune)
    else:
        _board(desk, drafted, commune, figures)
    _measures(case, drafted.plan, commune)


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
            format_func=lambda c: case.communes[case.commune_at[c]].full_name,
            help="Gõ tên để tìm",
        )
    unit = case.communes[case.commune_at[code]]
    with title:
        look.crumb(visit.crumb("Sơ đồ một đơn vị"))
        look.title(unit.full_name)
        olds = [old for old in case.roster.old_units if code in old.successors]
        names = ", ".join(("một phần " if o.partial else "") + o.name for o in olds)
        look.muted(f"{number(unit.population)} dân" + (f" · từ: {names}" if names else ""))
    return str(code)


def _choose() -> None:
    st.session_state["unit_chosen"] = st.session_state["unit"]
    st.session_state.pop("card", None)


def _strip(case: Case, plan: Plan, commune: int, figures: UnitFigures) -> None:
    excess = figures.total("excess")
    here = [c for n, c in enumerate(case.cadres) if c.preferences and _shown_at(case, n, commune)]
    met = sum(choice_of(case, plan, cadre) > 0 for cadre in here)
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
            ("Nguyện vọng đáp ứng", f"{met}/{len(here)}", False),
        ]
    )


def _shown_at(case: Case, place: int, commune: int) -> bool:
    return bool(case.own[place]) and home_commune(case, place) == commune


def _board(desk: Desk, drafted: Drafted, commune: int, figures: UnitFigures) -> None:
    case, plan = drafted.case, drafted.plan
    desk.prepare(drafted)
    mark = f"{desk.current} {commune}"
    card = str(st.session_state.get("card", ""))
    key = f"board_{commune}"
    data = board_data(case, plan, commune, figures, mark, card)
    still = desk.only_read
    if still:
        keep_still(data)
    picked = st.session_state.get("picked", "")
    if picked in case.cadre_at:
        data["picked"] = picked
        with st.spinner("Đang xét từng chỗ …"):
            prices = desk.prices_of(drafted)
            data["verdicts"] = verdicts(case, plan, commune, picked, prices)
    data["refusal"] = st.session_state.pop(REFUSAL, "")
    _legend(still)
    if card:
        left, right = st.columns([2.75, 1], gap="small")
    else:
        left, right = st.container(), None
    with left:
        told = board(data, key, _nothing, _nothing, _nothing)
    _heard(desk, told)
    if right is not None:
        with right, st.container(border=True, key="person_card"):
            _card(desk, drafted, card)
    _printing(desk, drafted, commune)


def _nothing() -> None:
    """Streamlit asks for a callback before it reports a trigger."""


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
        look.chip(words, kind)
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
    look.draw(
        f'<div class="sx-muted">Góc phòng: chỗ tối thiểu · bố trí &nbsp; {chips} &nbsp; {moving}'
        "mũi tên để đi, Enter để xem.</div>"
    )


def _card(desk: Desk, drafted: Drafted, card: str) -> None:
    case, plan = drafted.case, drafted.plan
    if st.button("Đóng", key="close_card", icon=":material/close:", type="tertiary"):
        st.session_state.pop("card", None)
        st.rerun()
    prices = desk.prices_of(drafted)
    if card.startswith("post:") and card[5:] in case.posts:
        seat_card(desk, case, plan, card[5:], prices)
    elif card in case.cadre_at:
        person_card(case, plan, card)
        alternatives(desk, case, plan, card, prices)
    else:
        look.muted("Người này không còn trong diện bố trí.")


def _before(desk: Desk, case: Case, commune: int) -> None:
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
            board(data, f"present_{commune}", _nothing, _nothing, _nothing)
            return
    people: dict[str, list[tuple[str, str]]] = {}
    for number_, cadre in enumerate(case.cadres):
        if _shown_at(case, number_, commune):
            people.setdefault(workplace(case, cadre), []).append((cadre.name, cadre.title))
    if not people:
        st.info("Chưa có ai của đơn vị này trong danh sách.")
        return
    columns = st.columns(min(4, len(people)))
    for place, name in enumerate(sorted(people, key=text_key)):
        with columns[place % len(columns)], st.container(border=True):
            rows = sorted(people[name], key=lambda told: name_key(told[0]))
            body = "".join(
                f'<div class="sx-row"><span class="nm">{look.text(who)}</span>'
                f'<div class="ti">{look.text(title)}</div></div>'
                for who, title in rows
            )
            look.draw(f"<b>{look.text(name)}</b> · {len(rows)} người{body}")


def _changes(case: Case, plan: Plan, commune: int) -> None:
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
        arrived = case.away(place, commune)
        if held or (not cadre.post and not arrived):
            same[office] = same.get(office, 0) + 1
            continue
        sign = look.chip("⇥ Mới đến", "acc") if arrived else ""
        offices.setdefault(office, []).append(
            f"<div class='sx-row'><b>{look.text(cadre.name)}</b> {sign}<div class='ti'>từ "
            f"{look.text(whence(case, cadre))} → đến {look.text(title.name)}</div></div>"
        )
    if not offices:
        st.success("Không ai đến từ nơi khác, không ai đổi chức danh.")
    for office in dict.fromkeys([*offices, *same]):
        body = "".join(offices.get(office, ()))
        rest = f'<div class="sx-muted">không đổi: {same.get(office, 0)} người</div>'
        with st.container(border=True):
            look.draw(f"<b>{look.text(office)}</b>{body}{rest}")


def _measures(case: Case, plan: Plan, commune: int) -> None:
    """Structure in figures: spans, levels, load, what hangs on one person."""
    told = structure(case, plan, commune)
    unit = case.communes[commune].code
    here = requirements(case, plan, unit)
    single = risks(case, plan, here)
    leader = named(case, told.widest_leader) if told.widest_leader else "–"
    with st.expander("Số đo cơ cấu của đơn vị"):
        look.strip(
            [
                ("Người trong sơ đồ", number(told.people), False),
                ("Số cấp dưới bí thư", number(told.depth), False),
                (
                    "Một người lãnh đạo trực tiếp, bình quân",
                    f"{told.span:.1f}".replace(".", ","),
                    False,
                ),
                ("… nhiều nhất", number(told.widest), False),
                ("Người kiêm nhiệm", number(told.concurrent), False),
                ("Nhiều chức danh nhất một người", number(told.load), False),
                ("Năng lực chỉ một người có", number(len(single)), False),
            ]
        )
        look.muted(f"Lãnh đạo trực tiếp nhiều người nhất: {leader}.")
        for risk in single:
            who = case.cadres[case.cadre_at[risk.cadre]]
            look.muted(
                f"{competence_name(risk.competence)}: chỉ {who.name}, còn {risk.months} tháng."
            )


def _printing(desk: Desk, drafted: Drafted, commune: int) -> None:
    """The chart of organisation to print: A4, A3 with all names, and a version to post."""
    case, plan = drafted.case, drafted.plan
    unit = case.communes[commune]
    decided = desk.announced(desk.current)
    with st.popover("In sơ đồ tổ chức …"):
        kind = st.radio(
            "Khổ giấy",
            ["A4: lãnh đạo ghi tên, chuyên viên ghi số", "A3: đủ tên mọi người"],
            key="chart_kind",
            help="Khổ ngang, đen trắng",
        )
        bare = st.checkbox(
            "Bản niêm yết: không ghi tên người",
            key="chart_bare",
            help="Chỉ còn chức danh và số người",
        )
        sheet = chart_page(
            case,
            plan,
            commune,
            desk.record(desk.current).name,
            desk.current[:8].upper(),
            desk.source + (" · dữ liệu mẫu, không có người thật" if desk.invented else ""),
            large=kind.startswith("A3"),
            names=not bare,
            decided=decided.why if decided else "",
        )
        stem = f"so_do_{unit.code}"
        note = f"sơ đồ {unit.full_name}" + (", không tên" if bare else "")

        def noted() -> None:
            desk.project.note("export", note)

        bar = st.container(horizontal=True)
        bar.download_button(
            "PDF", lambda: as_pdf(sheet), f"{stem}.pdf", on_click=noted, key="chart_pdf"
        )
        bar.download_button(
            "PNG", lambda: as_png(sheet), f"{stem}.png", on_click=noted, key="chart_png"
        )
        bar.download_button("SVG", sheet, f"{stem}.svg", on_click=noted, key="chart_svg")
        look.picture(sheet, f"Sơ đồ tổ chức {unit.full_name}")
