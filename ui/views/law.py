"""The law in force: catalogue by subject, the day, forces and figures to change, what differs."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from data.norm_edits import EDITS_FILE, Edit
from planner.figure import Figure
from planner.law_changes import LawChange
from planner.norm_words import KEYS, scope_words, words_of
from planner.norms import OTHER_USES, Force, Norm
from planner.rules import rule_of
from planner.rules.shape import Frame, Preference, Subject
from ui import look, tables, visit
from ui.catalogue import UNCONFIRMED, changes_between, next_words, rules_in_order
from ui.desk import Desk
from ui.table_layout import HALF, PAGE

ALL = "Mọi lĩnh vực"
FORCES = {Force.MUST: "Bắt buộc", Force.WISH: "Ưu tiên", Force.OFF: "Tắt"}


def show(desk: Desk) -> None:
    assert desk.case is not None
    if desk.problem:
        st.error(desk.problem)
    _day(desk)
    _own(desk)
    if not _picked():
        _catalogue(desk, PAGE)
        return
    left, right = st.columns([3, 2])
    with left:
        chosen = _catalogue(desk, HALF)
    if chosen is not None:
        with right:
            _editor(desk, chosen)


def _picked() -> bool:
    """Whether a row of the catalogue is chosen, so that its editor stands beside."""
    held: Any = st.session_state.get("law_table")
    return bool(held and held["selection"]["rows"])


def _day(desk: Desk) -> None:
    """The day the law is taken of, and what another day would change before anything is drafted."""
    assert desk.case is not None
    scenario = desk.case.scenario
    left, right = st.columns([1, 3])
    with left:
        day = st.date_input(
            "Tính đến ngày",
            scenario.as_of,
            format="DD/MM/YYYY",
            key="law_day",
            help="Xem trước quy định của một ngày khác",
        )
    if not isinstance(day, date) or day == scenario.as_of:
        with right:
            look.muted("Đổi ngày để xem quy định nào khác đi trước khi lập phương án.")
        return
    flips = flips_of(desk, day)
    with right:
        look.draw(f"<b>{len(flips)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
        if st.button("Áp dụng ngày này", type="primary", key="law_apply"):
            desk.assume(replace(scenario, as_of=day), about=f"{day:%d/%m/%Y}")
            st.rerun()
    flips_table(flips, "law_flips")


def flips_of(desk: Desk, day: date) -> tuple[LawChange, ...]:
    """What the law says otherwise on `day` than on the case's day."""
    case = desk.case
    assert case is not None
    return changes_between(case.scenario.as_of, day, case.roster.province, desk.overlay)


def flips_table(flips: tuple[LawChange, ...], key: str, room: int = PAGE) -> None:
    if flips:
        rows = (
            {
                "Từ ngày": f"{flip.day:%d/%m/%Y}",
                "Trước": _short(flip.before),
                "Sau": _short(flip.after),
            }
            for flip in flips
        )
        tables.show(
            rows,
            room=room,
            key=key,
        )


def _short(norm: Norm | None) -> str:
    return f"{norm.title} ({words_of(norm)})" if norm else "không có"


def _own(desk: Desk) -> None:
    """What the department changed, with what stood there before, and the ways to undo it."""
    assert desk.case is not None
    own = desk.case.own_norms
    with st.expander(f"Căn cứ số của đơn vị: {len(own)} mục", expanded=bool(own)):
        if own:
            rows = (
                {
                    "Mã": norm.id,
                    "Nội dung": norm.title,
                    "Trước": norm.was or "chưa có",
                    "Nay": words_of(norm),
                    "Căn cứ": norm.source,
                    "Từ tệp": norm.origin,
                }
                for norm in own
            )
            tables.show(rows, key="law_own")
        else:
            look.muted("Chưa sửa gì: mọi căn cứ số là của bộ chung.")
        file = st.file_uploader(
            "Đưa lên tệp căn cứ số của đơn vị (.toml)",
            type=["toml"],
            key="law_file",
            help="Đặt lên trên bộ chung; tệp sai thì không có gì thay đổi",
        )
        if file is not None and st.button("Dùng tệp này", key="law_use"):
            text = file.getvalue().decode("utf-8", errors="replace")
            desk.change_law(desk.edits, {**desk.given, file.name: text}, file.name)
            st.rerun()
        left, right = st.columns(2)
        with left:
            if own and st.button("Bỏ mọi thay đổi", key="law_reset"):
                desk.change_law({}, {}, "bỏ mọi thay đổi")
                st.rerun()
        with right:
            if desk.edits:
                made = desk.overlay[EDITS_FILE]
                st.download_button("Tải các thay đổi (.toml)", made, EDITS_FILE, key="law_get")


def _users(subject: str) -> list[tuple[str, str]]:
    """(code, title) of the rules of a subject, or of all and of the other uses."""
    rules = [r for r in rules_in_order() if subject in (ALL, r.subject.value)]
    found = [(rule.code, rule.title) for rule in rules]
    others = [(use, title.capitalize()) for use, title in OTHER_USES.items()]
    return found + (others if subject == ALL else [])


def _catalogue(desk: Desk, room: int) -> Norm | None:
    """The norms in force as a table; the one whose row was clicked."""
    assert desk.case is not None
    entries = desk.case.norms.entries
    subjects = [ALL, *(subject.value for subject in Subject)]
    subject = st.selectbox(
        "Lĩnh vực",
        subjects,
        format_func=visit.told,
        key="law_subject",
        help="Chỉ hiện căn cứ số của lĩnh vực này",
    )
    text = st.text_input(
        "Tìm trong nội dung, mã, căn cứ", key="law_search", help="Gõ một phần cũng được"
    ).lower()
    norms = [
        (title, norm)
        for code, title in _users(subject)
        for norm in entries
        if norm.used_by == code and text in f"{norm.id} {norm.title} {norm.source} {title}".lower()
    ]
    unsure = sum(not norm.confirmed for _, norm in norms)
    look.muted(f"{len(norms)} căn cứ số có hiệu lực · {unsure} {UNCONFIRMED} (đánh dấu ?)")
    look.muted("Bấm một dòng để xem căn cứ, đổi mức độ hoặc con số.")
    if not norms:
        st.info("Không có căn cứ số nào khớp.")
        return None
    event = tables.show(
        (_row(title, norm) for title, norm in norms),
        most=620,
        on_select="rerun",
        selection_mode="single-row",
        room=room,
        key="law_table",
    )
    rows = event["selection"]["rows"]
    return norms[rows[0]][1] if rows and rows[0] < len(norms) else None


def _row(title: str, norm: Norm) -> dict[str, Any]:
    marks = ("" if norm.confirmed else "? ") + ("✎ " if norm.origin else "")
    return {
        "Mã": f"{marks}{norm.id}",
        "Nội dung": norm.title,
        "Mức độ": words_of(norm),
        "Phạm vi": scope_words(norm),
        "Quy tắc": title,
        "Căn cứ": norm.source,
    }


def _editor(desk: Desk, norm: Norm) -> None:
    """One norm with its source beside the values that can be changed."""
    assert desk.case is not None
    rule = next((r for r in rules_in_order() if r.code == norm.used_by), None)
    look.draw(
        '<div class="sx-card" style="font-size:13.5px">'
        f'<h3 style="margin:0">{look.text(norm.title)}</h3>'
        f'<div class="sx-muted">{look.text(norm.id)}'
        f" · {look.text(rule_of(norm.used_by).title if rule else OTHER_USES[norm.used_by])}</div>"
        f"<div><b>Căn cứ:</b> {look.text(norm.source)} "
        f"{look.chip('Độ tin cậy ' + norm.confidence, 'ok' if norm.confirmed else 'warn')}"
        f"{'' if norm.confirmed else look.chip(UNCONFIRMED.capitalize(), 'warn')}</div>"
        f"<div><b>Hiệu lực:</b> {look.text(norm.since_words() or 'từ trước')} – "
        f"{look.text(norm.until_words() or 'chưa có ngày hết')}</div>"
        f"{_line('Phạm vi', scope_words(norm))}{_line('Ghi chú', norm.note)}"
        f"{_line('Sắp tới', next_words(norm, desk.case.roster.province, desk.overlay))}"
        f"{_line('Trước khi sửa', norm.was)}</div>"
    )
    mark = f"{norm.id}/{sorted(norm.scope.items())}"
    allowed = [
        force
        for force in Force
        if not (isinstance(rule, Preference) and force is Force.MUST) or norm.force is force
    ]
    with st.form(f"law_form_{mark}"):
        force = st.radio(
            "Mức độ",
            allowed,
            allowed.index(norm.force),
            format_func=lambda f: FORCES[f],
            horizontal=True,
            key=f"law_force_{mark}",
            help="Bắt buộc: không phương án nào được trái; ưu tiên: tính điểm",
        )
        price = norm.price
        if rule is not None and not isinstance(rule, Frame):
            price = st.number_input(
                "Điểm mỗi đơn vị chưa đáp ứng (khi là ưu tiên)",
                0,
                1_000_000,
                norm.price,
                key=f"law_price_{mark}",
                help="Càng nhiều điểm càng được ưu tiên",
            )
        values = tuple(
            (
                name,
                st.text_input(
                    KEYS.get(name, name).capitalize(),
                    figure.text,
                    key=f"law_value_{mark}_{name}",
                ),
            )
            for name, figure in norm.values.items()
            if isinstance(figure, Figure)
        )
        source = st.text_input(
            "Căn cứ của thay đổi (văn bản, ngày)",
            key=f"law_source_{mark}",
            help="Bắt buộc ghi; đi cùng mọi phương án",
        )
        saved = st.form_submit_button("Lưu thay đổi", type="primary")
    if saved:
        if not source.strip():
            st.error("Chưa lưu: cần ghi căn cứ của thay đổi.")
            return
        scope = tuple(sorted(norm.scope.items()))
        edit = Edit(norm.id, scope, force.value, int(price), values, source.strip())
        desk.change_law({**desk.edits, mark: edit}, desk.given, norm.id, edit.source)
        st.rerun()
    if mark in desk.edits and st.button("Trả về như cũ", key=f"law_undo_{mark}"):
        kept = {k: v for k, v in desk.edits.items() if k != mark}
        desk.change_law(kept, desk.given, f"{norm.id}: trả về như cũ")
        st.rerun()


def _line(label: str, words: str) -> str:
    return f"<div><b>{label}:</b> {look.text(words)}</div>" if words else ""
