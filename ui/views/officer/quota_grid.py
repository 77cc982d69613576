"""Quota, block by block, with the frame beside it and its effect before drafting."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.legal_basis import make_case
from planner.case import Case
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.skills.requirements import competence_name
from planner.skills.supply import field_supplies, people_for_block, supplies
from planner.text.numbers import number
from planner.text.vietnamese import plain, text_key
from ui.desk.desk import Desk
from ui.widgets import style, tables

SHORT = {Block.PARTY: "Đảng", Block.GOVERNMENT: "Chính quyền", Block.FRONT: "MTTQ"}
SHOWN = 12


def show_quota(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    style.muted(
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
            row[SHORT[block]] = case.allotment.before_transfers(place, block)
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
    style.header("Tác động trước khi lập phương án")
    places, able = range(len(now.communes)), people_for_block(now)
    rows = []
    for block in QUOTA_BLOCKS:
        before = sum(case.allotment.quota(place, block) or 0 for place in places)
        after = sum(now.allotment.quota(place, block) or 0 for place in places)
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
    style.muted(
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
            names = [now.unit(code).name for code in changes]
            own = desk.roster
            assert own is not None
            roster = replace(own, communes=now.roster.communes)
            if desk.take_roster(roster, "quota", ", ".join(names), why):
                st.rerun()
            st.error(desk.problem)


def _fields(case: Case) -> None:
    """Seats that ask for each professional field against people trained in it."""
    unknown = sum(not cadre.fields for cadre in case.cadres)
    style.muted(
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
