"""Skill gaps: units against competences, one unit against its requirement, lists by person."""

import streamlit as st

from planner.case import Case
from planner.skills.gap_figures import AXES, SOON, GapFigures, Heat, gap_figures, heat, unit_axes
from planner.skills.gap_tables import Cell
from planner.skills.requirements import (
    Requirement,
    Standing,
    competence_name,
    people_rows,
    requirements,
)
from planner.skills.risks import Depth, Risk, depth_of, risks
from planner.text.numbers import decimal, number
from planner.text.vietnamese import text_key
from ui.desk.desk import Desk
from ui.desk.leave.export import About
from ui.desk.leave.exports import export_of
from ui.desk.work.plans import PRESENT
from ui.views.cards.paper_button import paper_button
from ui.views.cards.plan_head import to_draft
from ui.widgets import style, tables
from ui.widgets.charts import Axis, radar
from ui.widgets.language import told


def show(desk: Desk) -> None:
    plans = {saved.id: f"Sau {desk.plans.record(saved.id).name}" for saved in desk.plans.saved}
    names = {"": PRESENT, **plans}
    chosen = st.selectbox(
        "Xét",
        list(names),
        list(names).index(desk.plans.current),
        format_func=lambda code: told(names[code]),
        key="skills_plan",
        help="Hiện trạng, hoặc tình hình sau một phương án",
        width=420,
    )
    with st.spinner("Đang đối chiếu năng lực …"):
        drafted = desk.plans.drafted_of(chosen) if chosen else desk.plans.present
        case, plan = drafted.case, drafted.plan
        asked = desk.plans.kept("skills", drafted, lambda: requirements(case, plan))
    if not plan.placements:
        to_draft(
            "Hiện trạng chưa có ai ở vị trí mới, nên chưa đối chiếu được từng người. Lập một "
            "phương án rồi xem thiếu hụt sau phương án ấy."
        )
        return
    single = risks(case, plan, asked)
    _strip(gap_figures(asked, single))
    paper_button(
        desk,
        export_of("skills"),
        About((chosen,)),
        "get_skills",
        "Xuất bảng thiếu hụt năng lực (Excel)",
        first=True,
    )
    with st.container(key="stack_skills"):
        left, right = st.columns([1.9, 1], gap="medium")
    with right, st.container(border=True):
        unit = _picked(case)
        _one_unit(case, asked, single, unit, depth_of(case, plan, asked, unit))
    with left:
        _heat(heat(case, asked, unit), unit)
    _people(case, asked, unit)


def _strip(counts: GapFigures) -> None:
    one, two, three = SOON
    style.strip(
        [
            ("Lượt còn thiếu", number(counts.missing), False),
            ("Thiếu nhiều nhất", competence_name(counts.worst) if counts.worst else "–", False),
            ("Chỉ một người làm được", number(counts.single), False),
            (f"… nghỉ hưu trong {one} tháng", number(counts.soon[one]), counts.soon[one] > 0),
            (f"… trong {two} tháng", number(counts.soon[two]), False),
            (f"… trong {three} tháng", number(counts.soon[three]), False),
            ("? Chưa rõ", number(counts.unknown), False),
        ]
    )


def _picked(case: Case) -> str:
    units = sorted(case.communes, key=lambda unit: text_key(unit.name))
    codes = [unit.code for unit in units]
    return str(
        st.selectbox(
            "Đơn vị xem riêng",
            codes,
            format_func=lambda code: case.unit(code).full_name,
            key="skills_unit",
            help="Biểu đồ và danh sách bên dưới nói về đơn vị này",
        )
    )


def _heat(found: Heat, chosen: str) -> None:
    """Units × competences, the worst first; a cell says how many requirements are open."""
    style.header("Đơn vị × năng lực")
    style.muted(
        f"{len(found.rows)} trên {found.units} đơn vị, xếp theo hậu quả · số lượt còn thiếu so với "
        "yêu cầu vị trí · – đủ · ? chưa rõ: không tính là thiếu, cũng không tính là đủ"
    )
    head = "".join(f"<th>{style.text(competence_name(code))}</th>" for code in found.competences)
    rows = ""
    for row in found.rows:
        mark = "▸ " if row.unit.code == chosen else ""
        rows += (
            f"<tr><th>{mark}{style.text(row.unit.full_name)}</th>{''.join(map(_cell, row.cells))}"
            f"<td><b>{row.total.open}</b></td></tr>"
        )
    style.draw(
        f'{style.scroll("Bảng đơn vị và năng lực")}<table class="sx-heat">'
        f"<tr><th>Đơn vị</th>{head}<th>Cộng</th></tr>{rows}</table></div>"
    )


def _cell(cell: Cell) -> str:
    if not cell.required:
        return '<td class="none"></td>'
    if cell.open:
        return f'<td class="h{min(4, cell.open)}">{cell.open}{"?" if cell.unknown else ""}</td>'
    return '<td class="what">?</td>' if cell.unknown else '<td class="h0">–</td>'


def _one_unit(
    case: Case,
    asked: tuple[Requirement, ...],
    single: tuple[Risk, ...],
    commune: str,
    depth: Depth,
) -> None:
    unit = case.unit(commune)
    style.header(unit.full_name)
    cells = unit_axes(asked, commune)
    axes = [
        Axis(competence_name(code) + (" ?" if cell.unknown else ""), cell.met, cell.required)
        for code, cell in cells[:AXES]
    ]
    if len(axes) >= 3:
        style.picture(radar(axes), f"Năng lực đang có so với cần có của {unit.full_name}")
        style.muted("Viền đen: cần có. Vùng tô: đang có. Dấu ? có hồ sơ chưa ghi.")
    style.muted(
        f"Bề rộng: có người làm được {depth.covered} trên {depth.needed} năng lực cần có. Bề dày: "
        f"bình quân {decimal(depth.people)} người cho mỗi năng lực."
    )
    unknown = sum(cell.unknown for _, cell in cells)
    if unknown:
        style.draw(
            f'<div class="sx-note warn">? <b>Chưa rõ:</b> {unknown} lượt chưa ghi trong hồ sơ; bổ '
            "sung ở trang Danh sách cán bộ.</div>"
        )
    for risk in [r for r in single if r.commune == commune][:6]:
        who = case.cadre(risk.cadre)
        style.draw(
            f'<div class="sx-note"><b>Chỉ một người làm được:</b> '
            f"{style.text(competence_name(risk.competence))} ({style.text(who.name)}), còn "
            f"{number(risk.months)} tháng đến tuổi nghỉ.</div>"
        )


def _people(case: Case, asked: tuple[Requirement, ...], commune: str) -> None:
    unit = case.unit(commune)
    style.header(f"Danh sách theo người · {unit.full_name}")
    rows = [row for row in people_rows(case, asked) if row.commune == commune]
    empty = [r for r in asked if r.commune == commune and r.standing is Standing.VACANT]
    style.muted(
        f"{len(rows)} lượt của người đang ở đây, {len(empty)} lượt của chỗ khuyết; xếp theo hậu quả"
    )
    if not rows and not empty:
        st.success("Không thiếu năng lực nào theo yêu cầu vị trí.")
        return
    tables.show(
        ([_row(case, row) for row in (*rows, *empty)]),
        key="skills_people",
    )


def _row(case: Case, row: Requirement) -> dict[str, str]:
    who = case.cadre(row.cadre).name if row.cadre else "◌ Khuyết"
    sign = {Standing.UNKNOWN: "? Chưa rõ", Standing.SHORT: "△ Thiếu"}.get(row.standing, "◌ Khuyết")
    return {
        "Họ và tên": who,
        "Chức danh": case.title_of(row.post).name,
        "Năng lực": competence_name(row.competence),
        "Đang có": row.held,
        "Cần có": row.needed,
        "Tình trạng": sign,
        "Căn cứ": row.norm.source if row.norm else "",
    }
