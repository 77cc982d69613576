"""Two to six plans side by side: what one must choose between, figures, units, people."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from data.papers.comparison_book import comparison_book, comparison_title
from data.papers.comparison_page import comparison_page
from data.papers.page import as_pdf
from planner.case import Case
from planner.check.finding_words import named
from planner.compare.gains import Gain, Personal, counted, gain_row, gains_between
from planner.compare.moves import Move, cause_words, moves_between
from planner.compare.side_by_side import (
    ComparedRow,
    Side,
    cost_rows,
    point_to_choose,
    rows,
    same_points,
)
from planner.figures.plan_report import PlanReport, placed_by_old_unit
from planner.figures.summary import UnitFigures
from planner.text.vietnamese import name_key, text_key
from ui.desk.desk import PRESENT, Desk
from ui.desk.sides import Placed, placed, side
from ui.views.cards.plan_head import to_draft
from ui.views.everyone.exports import EXCEL
from ui.widgets import style, tables
from ui.widgets.charts import Mark, dots
from ui.widgets.language import told

MOST = 6
SHOWN = 300
MARKS = "□●▲◆■○"
FAIRNESS: tuple[tuple[str, str, Callable[[PlanReport], float | None]], ...] = (
    ("Lãnh đạo là nữ", "%", lambda r: r.women_leaders),
    ("Lãnh đạo đến 40 tuổi", "%", lambda r: r.young_leaders),
    ("Đơn vị cũ thiệt nhất, được bố trí", "%", lambda r: r.worst_old_unit),
    ("10 % người đi xa nhất, bình quân", "km", lambda r: r.furthest_km),
)


def show(desk: Desk) -> None:
    style.crumb("So sánh, xem xét phương án › Đặt cạnh nhau")
    style.title("Đặt các phương án cạnh nhau")
    _bring(desk)
    names = {"": PRESENT, **{saved.id: desk.record(saved.id).name for saved in desk.plans}}
    if len(names) < 2:
        to_draft("Chưa có phương án nào để so sánh. Lập một phương án, hoặc đưa tệp phương án vào.")
        return
    picker, when = st.columns([2.4, 1])
    default = ["", *list(names)[1:][-2:]]
    chosen = picker.multiselect(
        "Các phương án, nhiều nhất 6",
        list(names),
        default,
        format_func=lambda code: told(names[code]),
        max_selections=MOST,
        placeholder="Chọn phương án",
        key="compare_plans",
        help="Hiện trạng cũng là một phương án",
    )
    day = when.date_input(
        "Theo quy định của ngày",
        None,
        format="DD/MM/YYYY",
        key="compare_day",
        help="Để trống: mỗi phương án theo ngày của nó. Chọn một ngày: xét lại mọi phương án theo "
        "quy định của ngày ấy",
    )
    if len(chosen) < 2:
        st.info("Chọn ít nhất hai phương án.")
        return
    with st.spinner("Đang đặt cạnh nhau …"):
        sides = [side(desk, code, names[code], day) for code in chosen]
    plans = [side for side in sides if not side.present]
    if len(plans) >= 2:
        style.draw(
            '<div class="sx-note"><b>Điểm phải chọn:</b> '
            f"{style.text(point_to_choose(plans[-2], plans[-1]))}"
            ' <span class="sx-muted">Phần mềm không chấm phương án nào hơn.</span></div>'
        )
    found = rows(sides)
    style.draw(_table(sides, found))
    style.muted("✓ tốt hơn theo riêng chỉ tiêu đó, không tính hiện trạng.")
    if not same_points(sides):
        style.muted(
            "Điểm của mỗi phương án tính theo giả định của nó; giả định khác nhau nên không so "
            "điểm."
        )
    with st.expander("Điểm theo từng quy tắc"):
        style.draw(_table(sides, cost_rows(sides)))
    pairs = [code for code in chosen if code] if len(plans) >= 2 else list(chosen)
    one, two = (placed(desk, code, day) for code in pairs[-2:])
    heading = f"{names[pairs[-1]]} so với {names[pairs[-2]]}"
    mark = f"moves {pairs[-2]} {day}"

    def moves() -> tuple[Move, ...]:
        return desk.kept(mark, two[1], lambda: moves_between(*one, *two))

    _downloads(
        desk, sides, lambda: comparison_book(sides, found, (one, two), moves(), heading), found
    )
    _fairness(sides)
    part = st.segmented_control(
        "Khác nhau",
        ["Theo đơn vị", "Theo đơn vị cũ", "Theo người", "Ai được lợi, ai thiệt"],
        default="Theo đơn vị",
        key="compare_part",
    )
    style.muted(heading)
    if part == "Theo người":
        _people(two[0], moves())
    elif part == "Theo đơn vị cũ":
        _old_units(one, two)
    elif part == "Ai được lợi, ai thiệt":
        _gains(one, two)
    else:
        _units(desk, (one, two), [names[code] for code in pairs[-2:]])


def _bring(desk: Desk) -> None:
    """A plan made elsewhere, by hand in Excel or in another project."""
    with st.popover("Thêm phương án từ tệp …"):
        file = st.file_uploader(
            "Tệp phương án (Excel): trang Bố trí với mã cán bộ và mã chức danh",
            type=["xlsx"],
            key="plan_file",
            help="Phương án xếp tay cũng được; vi phạm được nêu ra, không bị từ chối",
        )
        if file is not None and st.button("Thêm", type="primary", key="plan_file_add"):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "phuong_an.xlsx"
                path.write_bytes(file.getvalue())
                desk.take_plan_file(path, Path(file.name).stem)
            if not desk.problem:
                st.rerun()
        if desk.problem:
            st.error(desk.problem)


def _table(sides: list[Side], found: tuple[ComparedRow, ...]) -> str:
    marks = _marks(sides)
    head = "".join(f"<th>{m} {style.text(s.name)}</th>" for m, s in zip(marks, sides, strict=True))
    body, section = "", ""
    for row in found:
        if row.section != section:
            section = row.section
            body += (
                f'<tr class="part"><th colspan="{len(sides) + 1}">{style.text(section)}</th></tr>'
            )
        cells = "".join(
            f"<td>{'✓ <b>' if best else ''}{style.text(value)}{'</b>' if best else ''}</td>"
            for value, best in zip(row.values, row.best, strict=True)
        )
        body += f"<tr><th>{style.text(row.label)}</th>{cells}</tr>"
    return (
        f'{style.scroll("Bảng so sánh")}<table class="sx-table">'
        f"<tr><th>Chỉ tiêu</th>{head}</tr>{body}</table></div>"
    )


def _marks(sides: list[Side]) -> list[str]:
    others = iter(MARKS[1:])
    return [MARKS[0] if side.present else next(others) for side in sides]


def _fairness(sides: list[Side]) -> None:
    """Shares on one line each, a mark for every plan and its figure beside."""
    marks = _marks(sides)
    for label, unit, get in FAIRNESS:
        values = [get(side.report) for side in sides]
        told = [
            Mark(mark, 100 * value if unit == "%" else value)
            for mark, value in zip(marks, values, strict=True)
            if value is not None
        ]
        if told:
            style.picture(dots(label, unit, told), label)


def _units(desk: Desk, pair: tuple[Placed, Placed], names: list[str]) -> None:
    case, _ = pair[1]
    told = [{figures.commune: figures for figures in desk.units_in(*one)} for one in pair]
    rows_ = []
    for unit in case.communes:
        one, two = told[0].get(unit.code), told[1].get(unit.code)
        if one is None or two is None:
            continue
        apart = two.total("vacant") - one.total("vacant")
        people = two.total("placed") - one.total("placed")
        if not apart and not people and one.vacant_key == two.vacant_key:
            continue
        rows_.append(
            {
                "Đơn vị": unit.full_name,
                f"Khuyết, {names[0]}": _seats(one),
                f"Khuyết, {names[1]}": _seats(two),
                "Khuyết chênh": apart,
                "Bố trí chênh": people,
            }
        )
    rows_.sort(key=lambda row: (-abs(int(str(row["Khuyết chênh"]))), text_key(str(row["Đơn vị"]))))
    if not rows_:
        st.success("Không đơn vị nào khác nhau về số khuyết và số người.")
        return
    style.muted(f"{len(rows_)} trên {len(case.communes)} đơn vị khác nhau")
    tables.show(
        rows_,
        columns={
            name: st.column_config.NumberColumn(format="%+d")
            for name in ("Khuyết chênh", "Bố trí chênh")
        },
        key="compare_units",
    )


def _seats(figures: UnitFigures) -> str:
    keys = f" ★{figures.vacant_key}" if figures.vacant_key else ""
    return f"{figures.total('vacant')}{keys}"


def _old_units(one: Placed, two: Placed) -> None:
    case, _ = two
    before, after = placed_by_old_unit(*one), placed_by_old_unit(*two)
    rows_ = [
        {
            "Nơi cũ": case.organisation.old_units[place].name
            if place in case.organisation.old_units
            else named(case, place),
            "Được bố trí, trước": round(100 * before[place], 1),
            "Được bố trí, sau": round(100 * after[place], 1),
            "Chênh (điểm %)": round(100 * (after[place] - before[place]), 1),
        }
        for place in after
        if place in before and after[place] != before[place]
    ]
    rows_.sort(key=lambda row: (float(str(row["Chênh (điểm %)"])), text_key(str(row["Nơi cũ"]))))
    if not rows_:
        st.success("Tỷ lệ được bố trí của mọi nơi cũ như nhau.")
        return
    tables.show(rows_, key="compare_old")


def _people(case: Case, moves: tuple[Move, ...]) -> None:
    style.muted(
        f"{len(moves)} người ở chỗ khác" + (f", hiện {SHOWN}" if len(moves) > SHOWN else "")
    )
    if not moves:
        st.success("Mọi người ở đúng chỗ như nhau.")
        return
    tables.show(
        (
            {
                "Họ và tên": named(case, move.cadre),
                "Mã": move.cadre,
                "Trước": "; ".join(named(case, code) for code in move.before) or "dôi dư",
                "Sau": "; ".join(named(case, code) for code in move.after) or "dôi dư",
                "Vì sao": cause_words(case, move),
                "Điểm riêng": move.points or 0,
            }
            for move in moves[:SHOWN]
        ),
        columns={"Điểm riêng": st.column_config.NumberColumn(format="%+d")},
        key="compare_people",
    )


def _gains(one: Placed, two: Placed) -> None:
    (_, before), (case, plan) = one, two
    found = gains_between(case, before, plan)
    people_of = counted(found)
    style.draw(
        "".join(
            f'<div class="sx-gain"><span>{"△" if gain.loss else "✓"} '
            f"{style.text(gain.value)}</span>"
            f"<b>{people_of[gain]}</b></div>"
            for gain in Gain
        )
    )
    kinds = [gain for gain in Gain if people_of[gain]]
    if not kinds:
        st.success("Không ai được lợi hay thiệt hơn.")
        return
    kind = st.selectbox(
        "Xem danh sách",
        kinds,
        format_func=lambda gain: told(gain.value),
        key="gain_kind",
        help="Những người làm nên con số",
    )
    tables.show(
        (gain_row(case, plan, p) for p in _of_kind(case, found, kind)[:SHOWN]),
        key="gain_people",
    )


def _of_kind(case: Case, found: tuple[Personal, ...], kind: Gain) -> list[Personal]:
    people = [person for person in found if person.gain is kind]
    return sorted(people, key=lambda p: name_key(case.cadre(p.cadre).name))


def _downloads(
    desk: Desk,
    sides: list[Side],
    workbook: Callable[[], bytes],
    found: tuple[ComparedRow, ...],
) -> None:
    title = comparison_title(sides)
    bar = st.container(horizontal=True)
    bar.download_button(
        "Bảng tính so sánh",
        workbook,
        "so_sanh.xlsx",
        EXCEL,
        key="get_compare",
        on_click=lambda: desk.project.note("export", title),
    )
    bar.download_button(
        "In một trang A4 (PDF)",
        lambda: as_pdf(comparison_page(title, sides, found, desk.source)),
        "so_sanh.pdf",
        "application/pdf",
        type="primary",
        key="print_compare",
        on_click=lambda: desk.project.note("export", f"{title}, A4"),
    )
