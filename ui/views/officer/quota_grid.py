"""Quota, block by block, with the frame beside it and its effect before drafting."""

import streamlit as st

from planner.case import Case
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.skills.requirements import competence_name
from planner.skills.supply import field_supplies, supplies
from planner.text.numbers import number
from planner.text.vietnamese import plain
from ui.desk.desk import Desk
from ui.desk.screens.quota_draft import (
    Changes,
    QuotaLine,
    Typed,
    quota_changes,
    quota_effect,
    quota_lines,
    save_quota,
    with_quota,
)
from ui.widgets import style, tables

SHORT = {Block.PARTY: "Đảng", Block.GOVERNMENT: "Chính quyền", Block.FRONT: "MTTQ"}
SHOWN = 12


def show_quota(desk: Desk) -> None:
    case = desk.inputs.case
    assert case is not None
    style.muted(
        "Sửa số ở cột của khối; tác động hiện ngay bên dưới, lưu rồi mới dùng. Cột Khung là số của "
        "bộ biên chế theo quy định hiện hành; gõ đúng số ấy là trả về khung."
    )
    words = st.text_input(
        "Tìm đơn vị", key="quota_text", placeholder="ví dụ: Thuận An", help="Không cần dấu"
    )
    lines = quota_lines(case, words)
    if not lines:
        st.info("Không có đơn vị nào khớp.")
        return
    typed = _grid(lines, f"quota_{plain(words)}_{desk.project.changed}")
    changes = quota_changes(lines, typed)
    after = with_quota(case, changes, desk.inputs.overlay)
    _effect(case, after)
    _supplies(after)
    _fields(after)
    if changes:
        _save(desk, after, changes)


def _grid(lines: list[QuotaLine], key: str) -> list[Typed]:
    """What stands in each line now."""
    rows = []
    for line in lines:
        row: dict[str, object] = {"Đơn vị": line.unit.full_name}
        for block in QUOTA_BLOCKS:
            row[SHORT[block]] = line.assigned[block]
            row[f"Khung {SHORT[block]}"] = line.frame[block]
        rows.append(row)
    edited = tables.edit(
        rows,
        whole=[SHORT[b] for b in SHORT],
        most=520,
        fixed=["Đơn vị", *(f"Khung {SHORT[b]}" for b in SHORT)],
        columns={SHORT[b]: st.column_config.NumberColumn(format="%d", min_value=0) for b in SHORT},
        key=key,
    )
    return [{block: row[SHORT[block]] for block in QUOTA_BLOCKS} for row in edited]


def _effect(before: Case, after: Case) -> None:
    """What the grid comes to before anything is drafted: quota, seats, people."""
    style.header("Tác động trước khi lập phương án")
    tables.show(
        (
            {
                "Khối": row.block.label,
                "Biên chế đang dùng": row.before,
                "Sau khi sửa": row.after,
                "Chênh": row.after - row.before,
                "Chỗ tối thiểu": row.least,
                "Chỗ tối đa": row.most,
                "Người đủ điều kiện": row.able,
            }
            for row in quota_effect(before, after)
        ),
        columns={"Chênh": st.column_config.NumberColumn(format="%+d")},
        key="quota_effect",
    )


def _supplies(case: Case) -> None:
    """Titles that have fewest people who may hold them against their seats."""
    found = supplies(case)
    short = sum(bool(supply.short) for supply in found)
    words = f"{short} chức danh" if short else "Không chức danh nào"
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


def _save(desk: Desk, after: Case, changes: Changes) -> None:
    why = st.text_input(
        "Căn cứ của thay đổi biên chế", key="quota_why", help="Được ghi vào nhật ký"
    )
    if st.button(f"Lưu biên chế của {len(changes)} đơn vị", type="primary", key="quota_save"):
        if save_quota(desk.inputs, after, changes, why):
            st.rerun()
        st.error(desk.said.problem)


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
