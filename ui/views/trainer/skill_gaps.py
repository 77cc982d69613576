"""Skill gaps: units against competences, one unit against its requirement, lists by person."""

import tempfile
from pathlib import Path

import streamlit as st

from data.papers.skill_book import write_skills
from planner.case import Case
from planner.plan import Plan
from planner.skills.gap_tables import Cell, by_competence, by_unit
from planner.skills.requirements import (
    Requirement,
    Standing,
    competence_name,
    people_rows,
    requirements,
)
from planner.skills.risks import Depth, Risk, depth_of, risks
from planner.text.numbers import number
from planner.text.vietnamese import text_key
from ui.desk.desk import PRESENT, Desk
from ui.views.cards.plan_head import to_draft
from ui.views.everyone.exports import EXCEL
from ui.widgets import style, tables
from ui.widgets.charts import Axis, radar
from ui.widgets.language import told

SHOWN_UNITS = 30
SHOWN_COLUMNS = 9


def show(desk: Desk) -> None:
    style.crumb("Đào tạo, bồi dưỡng")
    head, pick = st.columns([2, 2], vertical_alignment="bottom")
    head.title("Thiếu hụt năng lực", anchor=False)
    plans = {saved.id: f"Sau {desk.record(saved.id).name}" for saved in desk.plans}
    names = {"": PRESENT, **plans}
    chosen = pick.selectbox(
        "Xét",
        list(names),
        list(names).index(desk.current),
        format_func=lambda code: told(names[code]),
        key="skills_plan",
        help="Hiện trạng, hoặc tình hình sau một phương án",
    )
    with st.spinner("Đang đối chiếu năng lực …"):
        drafted = desk.drafted_of(chosen) if chosen else desk.present
        case, plan = drafted.case, drafted.plan
        asked = desk.kept("skills", drafted, lambda: requirements(case, plan))
    if not plan.placements:
        to_draft(
            "Hiện trạng chưa có ai ở vị trí mới, nên chưa đối chiếu được từng người. Lập một "
            "phương án rồi xem thiếu hụt sau phương án ấy."
        )
        return
    single = risks(case, plan, asked)
    _strip(asked, single)
    st.download_button(
        "Xuất bảng thiếu hụt năng lực (Excel)",
        lambda: _workbook(case, plan, names[chosen]),
        "thieu_hut_nang_luc.xlsx",
        EXCEL,
        type="primary",
        key="get_skills",
        on_click=lambda: desk.project.note("export", f"thiếu hụt năng lực, {names[chosen]}"),
    )
    with st.container(key="stack_skills"):
        left, right = st.columns([1.9, 1], gap="medium")
    with right, st.container(border=True):
        unit = _picked(case)
        _one_unit(case, asked, single, unit, depth_of(case, plan, asked, unit))
    with left:
        _heat(case, asked, unit)
    _people(case, asked, unit)


def _workbook(case: Case, plan: Plan, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nang_luc.xlsx"
        write_skills(case, plan, name, path)
        return path.read_bytes()


def _strip(asked: tuple[Requirement, ...], single: tuple[Risk, ...]) -> None:
    whole = by_competence(asked)
    worst = max(whole, key=lambda code: whole[code].open, default="")
    missing = sum(cell.open for cell in whole.values())
    unknown = sum(cell.unknown for cell in whole.values())
    soon = {months: sum(risk.months <= months for risk in single) for months in (12, 24, 36)}
    style.strip(
        [
            ("Lượt còn thiếu", number(missing), False),
            ("Thiếu nhiều nhất", competence_name(worst) if missing else "–", False),
            ("Chỉ một người làm được", number(len(single)), False),
            ("… nghỉ hưu trong 12 tháng", number(soon[12]), soon[12] > 0),
            ("… trong 24 tháng", number(soon[24]), False),
            ("… trong 36 tháng", number(soon[36]), False),
            ("? Chưa rõ", number(unknown), False),
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


def _heat(case: Case, asked: tuple[Requirement, ...], chosen: str) -> None:
    """Units × competences, the worst first; a cell says how many requirements are open."""
    table, whole = by_unit(asked), by_competence(asked)
    columns = sorted(whole, key=lambda code: (-whole[code].weight, -whole[code].open, code))
    columns = columns[:SHOWN_COLUMNS]
    total = {
        unit.code: sum((table.get((unit.code, c), Cell()) for c in whole), Cell())
        for unit in case.communes
    }
    units = sorted(
        case.communes,
        key=lambda u: (-total[u.code].weight, -total[u.code].open, text_key(u.name)),
    )
    shown = units[:SHOWN_UNITS]
    if chosen not in {unit.code for unit in shown}:
        shown = [*shown, case.unit(chosen)]
    style.header("Đơn vị × năng lực")
    style.muted(
        f"{len(shown)} trên {len(units)} đơn vị, xếp theo hậu quả · số lượt còn thiếu so với yêu "
        "cầu vị trí · – đủ · ? chưa rõ: không tính là thiếu, cũng không tính là đủ"
    )
    head = "".join(f"<th>{style.text(competence_name(c))}</th>" for c in columns)
    rows = ""
    for unit in shown:
        mark = "▸ " if unit.code == chosen else ""
        cells = "".join(_cell(table.get((unit.code, c), Cell())) for c in columns)
        rows += (
            f"<tr><th>{mark}{style.text(unit.full_name)}</th>{cells}"
            f"<td><b>{total[unit.code].open}</b></td></tr>"
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
    table = by_unit(tuple(row for row in asked if row.commune == commune))
    cells = {competence: cell for (_, competence), cell in table.items()}
    axes = [
        Axis(competence_name(code) + (" ?" if cell.unknown else ""), cell.met, cell.required)
        for code, cell in sorted(cells.items(), key=lambda item: -item[1].required)[:8]
    ]
    if len(axes) >= 3:
        style.picture(radar(axes), f"Năng lực đang có so với cần có của {unit.full_name}")
        style.muted("Viền đen: cần có. Vùng tô: đang có. Dấu ? có hồ sơ chưa ghi.")
    people = f"{depth.people:.1f}".replace(".", ",")
    style.muted(
        f"Bề rộng: có người làm được {depth.covered} trên {depth.needed} năng lực cần có. Bề dày: "
        f"bình quân {people} người cho mỗi năng lực."
    )
    unknown = sum(cell.unknown for cell in cells.values())
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
