"""Rules and figures: quota as a grid with the law beside it, concurrency and IT, all norms."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.case import make_case
from data.norm_edits import Edit
from planner.case import Case
from planner.figure import Figure
from planner.levels import QUOTA_BLOCKS, Block
from planner.norm_words import words_of
from planner.norms import Force, Norm
from planner.scenario import ConcurrencyPolicy
from planner.skills import competence_name
from planner.supply import field_supplies, people_for_block, supplies
from planner.vietnamese import plain, text_key
from ui import look, tables
from ui.desk import Desk
from ui.views import law
from ui.words import action_words, number

QUOTA, RIDING, NORMS = "Biên chế, số chỗ", "Kiêm nhiệm, CNTT", "Căn cứ số"
SHORT = {Block.PARTY: "Đảng", Block.GOVERNMENT: "Chính quyền", Block.FRONT: "MTTQ"}
SHOWN = 12
RIDES = {"must_ride": "Phải kiêm", "may_ride": "Được kiêm", "never_ride": "Không được kiêm"}
POLICIES = {
    ConcurrencyPolicy.BY_LAW: "Điều được phép kiêm thì dùng khi cần, mỗi lần tính điểm trừ",
    ConcurrencyPolicy.REQUIRED: "Không ai kiêm thêm ngoài điều quy định yêu cầu; có thể khuyết "
    "nhiều hơn",
    ConcurrencyPolicy.FREE: "Không tính điểm trừ; ít khuyết hơn, nhiều người giữ hai, ba chức danh "
    "hơn",
}


def show(desk: Desk) -> None:
    look.title("Quy định, tiêu chí")
    part = st.segmented_control(
        "Phần",
        [NORMS, QUOTA, RIDING],
        default=NORMS,
        key="rules_part",
        label_visibility="collapsed",
    )
    if part == QUOTA:
        _quota(desk)
    elif part == RIDING:
        _riding(desk)
    else:
        law.show(desk)


def _quota(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    look.muted(
        "Sửa số ở cột của khối; tác động hiện ngay bên dưới, lưu rồi mới dùng. Cột Khung là số của "
        "bộ biên chế theo quy định hiện hành; gõ đúng số ấy là trả về khung."
    )
    text = st.text_input(
        "Tìm đơn vị", key="quota_text", placeholder="ví dụ: Thuận An", help="Không cần dấu"
    )
    units = [
        (place, unit)
        for place, unit in enumerate(case.communes)
        if plain(text) in plain(unit.full_name)
    ]
    units.sort(key=lambda entry: text_key(entry[1].name))
    if not units:
        st.info("Không có đơn vị nào khớp.")
        return
    rows = []
    for place, unit in units:
        row: dict[str, object] = {"Đơn vị": unit.full_name}
        for block in QUOTA_BLOCKS:
            row[SHORT[block]] = case.assigned(place, block)
            row[f"Khung {SHORT[block]}"] = case.scheme_quota.get(unit.code, {}).get(block)
        rows.append(row)
    whole = {SHORT[b]: st.column_config.NumberColumn(format="%d", min_value=0) for b in SHORT}
    edited = tables.edit(
        pd.DataFrame(rows).astype({SHORT[b]: "Int64" for b in SHORT}),
        most=520,
        fixed=["Đơn vị", *(f"Khung {SHORT[b]}" for b in SHORT)],
        columns=whole,
        key=f"quota_{plain(text)}_{desk.project.changed}",
    )
    changes: dict[str, dict[Block, int]] = {}
    for (_, unit), (_, line) in zip(units, edited.iterrows(), strict=True):
        frame = case.scheme_quota.get(unit.code, {})
        typed = {
            b: int(line[SHORT[b]])
            for b in QUOTA_BLOCKS
            if not pd.isna(line[SHORT[b]]) and int(line[SHORT[b]]) != frame.get(b)
        }
        if typed != {b: unit.quota[b] for b in QUOTA_BLOCKS if b in unit.quota}:
            changes[unit.code] = typed
    _effect(desk, case, changes)


def _effect(desk: Desk, case: Case, changes: Mapping[str, dict[Block, int]]) -> None:
    """What the grid comes to before anything is drafted: quota, seats, people, shortages."""
    now = case
    if changes:
        units = tuple(
            replace(unit, quota=changes.get(unit.code, unit.quota)) for unit in case.roster.communes
        )
        roster = replace(case.roster, communes=units)
        now = make_case(roster, case.scenario, desk.overlay)
    look.header("Tác động trước khi lập phương án")
    places, able = range(len(now.communes)), people_for_block(now)
    rows = []
    for block in QUOTA_BLOCKS:
        before = sum(case.quota(place, block) or 0 for place in places)
        after = sum(now.quota(place, block) or 0 for place in places)
        posts = [post for post in now.roster.posts if now.title_of(post.code).block is block]
        rows.append(
            {
                "Khối": block.label,
                "Biên chế đang dùng": before,
                "Sau khi sửa": after,
                "Chênh": after - before,
                "Chỗ tối thiểu": sum(post.minimum for post in posts),
                "Chỗ tối đa": sum(post.maximum for post in posts),
                "Người đủ điều kiện": able[int(block)],
            }
        )
    tables.show(
        rows,
        columns={"Chênh": st.column_config.NumberColumn(format="%+d")},
        key="quota_effect",
    )
    found = supplies(now)
    short = [s for s in found if s.short]
    words = f"{len(short)} chức danh" if short else "Không chức danh nào"
    look.muted(
        f"{words} chắc chắn thiếu người · dưới đây là những chức danh ít người đủ điều kiện nhất "
        "so với số chỗ"
    )
    tables.show(
        (
            {
                "Chức danh": ("★ " if s.title.key else "") + s.title.name,
                "Chỗ tối thiểu": s.minimum,
                "Người đủ điều kiện": s.eligible,
                "Chắc chắn thiếu": s.short,
            }
            for s in found[:SHOWN]
        ),
        key="supply",
    )
    _fields(now)
    if changes:
        why = st.text_input(
            "Căn cứ của thay đổi biên chế", key="quota_why", help="Được ghi vào nhật ký"
        )
        if st.button(f"Lưu biên chế của {len(changes)} đơn vị", type="primary", key="quota_save"):
            names = [now.communes[now.commune_at[code]].name for code in changes]
            own = desk.roster
            assert own is not None
            roster = replace(own, communes=now.roster.communes)
            if desk.take_roster(roster, "quota", ", ".join(names), why):
                st.rerun()
            st.error(desk.problem)


def _fields(case: Case) -> None:
    """Seats that ask for each professional field against people trained in it."""
    unknown = sum(not cadre.fields for cadre in case.cadres)
    look.muted(
        f"Theo chuyên ngành, thiếu nhiều nhất trước · {number(unknown)} người chưa ghi chuyên "
        "ngành, không tính vào đâu"
    )
    tables.show(
        (
            {
                "Chuyên ngành": competence_name(s.field),
                "Chỗ cần chuyên ngành này": s.minimum,
                "Người được đào tạo": s.trained,
                "Thiếu": s.short,
            }
            for s in field_supplies(case)
        ),
        key="field_supply",
    )


def _riding(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    if desk.problem:
        st.error(desk.problem)
    _policy(desk, case)
    _rides(desk, case)
    _it(desk, case)


def _policy(desk: Desk, case: Case) -> None:
    """How far the department goes along with what may be held together."""
    look.header("Chính sách kiêm nhiệm")
    options = list(ConcurrencyPolicy)
    chosen = st.radio(
        "Chính sách kiêm nhiệm",
        options,
        options.index(desk.scenario.concurrency),
        format_func=lambda policy: policy.label,
        captions=[POLICIES[policy] for policy in options],
        key=f"policy_{desk.project.changed}",
        label_visibility="collapsed",
        help="Điều quy định bắt buộc hay cấm kiêm thì chính sách nào cũng giữ",
    )
    if chosen is not desk.scenario.concurrency:
        new = replace(desk.scenario, concurrency=chosen)
        desk.assume(new, "concurrency", chosen.label)
        st.rerun()
    pairs = {b.codes for b in case.bundles if len(b.titles) > 1}
    free = {b.codes for b in case.bundles if len(b.titles) > 1 and b.load}
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.html(
        look.chip(f"◎ {number(len(pairs))} cách kiêm đang được dùng")
        + " "
        + look.chip(f"trong đó {number(len(free))} cách không bắt buộc")
    )
    undo = desk.undoable
    if right.button(
        "Hoàn tác", key="undo_policy", disabled=not undo, help=action_words(undo) if undo else None
    ):
        desk.undo()
        st.rerun()


def _rides(desk: Desk, case: Case) -> None:
    """Which titles must, may or may not be held together; what may be can be switched off."""
    look.header("Từng chức danh")
    look.muted(
        "Bỏ dấu ở cột Dùng thì phương án sau không kiêm như vậy nữa; dòng bắt buộc và dòng cấm là "
        "quy định, muốn đổi phải có căn cứ, ở phần Căn cứ số."
    )
    rows = []
    for norm in case.norms.entries:
        words = RIDES.get(norm.used_by)
        if words is None:
            continue
        names = case.role_names
        rows.append(
            {
                "Dùng": norm.force is not Force.OFF,
                "Mức": words,
                "Chức danh": "; ".join(names.get(r, r) for r in norm.names("titles")),
                "Kiêm cùng": "; ".join(names.get(r, r) for r in norm.names("hosts")),
                "Căn cứ": norm.source,
                "Mã": norm.id,
            }
        )
    order = list(RIDES.values())
    rows.sort(key=lambda row: (order.index(str(row["Mức"])), str(row["Mã"])))
    edited = tables.edit(
        rows,
        most=900,
        fixed=["Mức", "Chức danh", "Kiêm cùng", "Căn cứ", "Mã"],
        columns={
            "Dùng": st.column_config.CheckboxColumn(width=90),
        },
        key=f"riding_{desk.project.changed}",
    )
    changed = {
        str(row["Mã"]): bool(after)
        for row, after in zip(rows, edited["Dùng"], strict=True)
        if bool(after) != row["Dùng"]
    }
    if not changed:
        return
    allowed = {row["Mã"] for row in rows if row["Mức"] == RIDES["may_ride"]}
    law = [norm for norm in changed if norm not in allowed]
    if law:
        st.error(f"{', '.join(law)} là quy định bắt buộc: sửa ở phần Căn cứ số, kèm căn cứ.")
        return
    used = {norm: (Force.WISH if on else Force.OFF).value for norm, on in changed.items()}
    new = replace(desk.scenario, forces={**desk.scenario.forces, **used})
    about = ", ".join(f"{norm}: {'dùng' if on else 'không dùng'}" for norm, on in changed.items())
    if desk.assume(new, "concurrency", about):
        st.rerun()
    st.error(desk.problem)


def _it(desk: Desk, case: Case) -> None:
    """The least number of people who can run IT in each unit, and how strictly it is asked."""
    norms = case.norms.of("it_cover")
    if not norms:
        st.info("Không có quy định nào về người làm được CNTT vào ngày này.")
        return
    norm = norms[0]
    look.header("Mỗi đơn vị có người làm được CNTT")
    look.muted(f"Đang dùng: {words_of(norm)}. Căn cứ: {norm.source}")
    with st.form("it_form"):
        one, two, three = st.columns([1, 1.4, 2.4])
        least = one.number_input(
            "Ít nhất (người)", 1, 9, norm.number("minimum"), key="it_least", help="Cho mỗi đơn vị"
        )
        strict = two.radio(
            "Mức độ",
            ["Ưu tiên", "Bắt buộc"],
            int(norm.force is Force.MUST),
            horizontal=True,
            key="it_force",
            help="Bắt buộc thì không lập phương án nào thiếu",
        )
        why = three.text_input(
            "Căn cứ của thay đổi (văn bản, ngày)",
            key="it_why",
            help="Bắt buộc ghi; đi cùng mọi phương án",
        )
        saved = st.form_submit_button("Lưu", type="primary")
    if saved:
        if not why.strip():
            st.error("Chưa lưu: cần ghi căn cứ của thay đổi.")
        else:
            _save_it(desk, norm, int(least), strict == "Bắt buộc", why.strip())
    able = sum(cadre.it is not None and cadre.it >= norm.number("level") for cadre in case.cadres)
    look.muted(f"{number(able)} người đủ trình độ cho {number(len(case.communes))} đơn vị.")


def _save_it(desk: Desk, norm: Norm, least: int, must: bool, why: str) -> None:
    values = tuple(
        (name, f"{least} người" if name == "minimum" else figure.text)
        for name, figure in norm.values.items()
        if isinstance(figure, Figure)
    )
    scope = tuple(sorted(norm.scope.items()))
    force = Force.MUST if must else Force.WISH
    edit = Edit(norm.id, scope, force.value, norm.price, values, why)
    mark = f"{norm.id}/{sorted(norm.scope.items())}"
    if desk.change_law({**desk.edits, mark: edit}, desk.given, norm.id, why):
        st.rerun()
    st.error(desk.problem)
