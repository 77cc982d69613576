"""Two to six plans side by side: what one must choose between, figures, units, people."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.compare.fairness import fairness
from planner.compare.gains import Gain, counted, gain_row, gains_between, of_gain
from planner.compare.moves import Move, cause_words
from planner.compare.places_apart import UnitApart, old_places_apart, units_apart
from planner.compare.side_by_side import ComparedRow, Side, same_points
from planner.figures.summary import UnitFigures
from ui.desk.desk import Desk
from ui.desk.leave.export import About
from ui.desk.leave.exports import export_of
from ui.desk.screens.comparing import FEWEST, Comparison, compared
from ui.desk.screens.sides import Placed
from ui.desk.work.files import take_plan_file
from ui.views.cards.paper_button import paper_button
from ui.views.cards.plan_head import to_draft
from ui.views.cards.plan_picker import picked_plans
from ui.widgets import style, tables
from ui.widgets.charts import Mark, dots
from ui.widgets.language import told

SHOWN = 300
MARKS = "□●▲◆■○"
UNITS, OLD_UNITS, PEOPLE, GAINS = (
    "Theo đơn vị",
    "Theo đơn vị cũ",
    "Theo người",
    "Ai được lợi, ai thiệt",
)


def show(desk: Desk) -> None:
    _bring(desk)
    if not desk.plans.current:
        to_draft("Chưa có phương án nào để so sánh. Lập một phương án, hoặc đưa tệp phương án vào.")
        return
    about = _asked(desk)
    if len(about.plans) < FEWEST:
        st.info("Chọn ít nhất hai phương án.")
        return
    with st.spinner("Đang đặt cạnh nhau …"):
        found = compared(desk.material, about.plans, about.day)
    _figures(found)
    bar = st.container(horizontal=True)
    book, page = export_of("comparison"), export_of("comparison_page")
    paper_button(desk, book, about, "get_compare", "Bảng tính so sánh", place=bar)
    paper_button(desk, page, about, "print_compare", "In một trang A4 (PDF)", place=bar, first=True)
    _fairness(found.sides)
    part = st.segmented_control(
        "Khác nhau", [UNITS, OLD_UNITS, PEOPLE, GAINS], default=UNITS, key="compare_part"
    )
    style.muted(found.heading)
    if part == PEOPLE:
        _people(found.pair[1][0], found.moves())
    elif part == OLD_UNITS:
        _old_units(*found.pair)
    elif part == GAINS:
        _gains(*found.pair)
    else:
        one, two = (desk.plans.units_in(*each) for each in found.pair)
        case, _ = found.pair[1]
        _units(units_apart(case, one, two), len(case.communes), found.names)


def _asked(desk: Desk) -> About:
    """Which plans, and the law of which day."""
    picker, when = st.columns([2.4, 1])
    chosen = picked_plans(picker, desk.material, "compare_plans")
    day = when.date_input(
        "Theo quy định của ngày",
        None,
        format="DD/MM/YYYY",
        key="compare_day",
        help="Để trống: mỗi phương án theo ngày của nó. Chọn một ngày: xét lại mọi phương án theo "
        "quy định của ngày ấy",
    )
    return About(chosen, day=day)


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
            refusal = take_plan_file(desk.plans, file.getvalue(), Path(file.name).stem)
            if not refusal:
                st.rerun()
            st.error(refusal)


def _figures(found: Comparison) -> None:
    if found.point:
        style.draw(
            f'<div class="sx-note"><b>Điểm phải chọn:</b> {style.text(found.point)}'
            ' <span class="sx-muted">Phần mềm không chấm phương án nào hơn.</span></div>'
        )
    style.draw(_table(found.sides, found.rows))
    style.muted("✓ tốt hơn theo riêng chỉ tiêu đó, không tính hiện trạng.")
    if not same_points(found.sides):
        style.muted(
            "Điểm của mỗi phương án tính theo giả định của nó; giả định khác nhau nên không so "
            "điểm."
        )
    with st.expander("Điểm theo từng quy tắc"):
        style.draw(_table(found.sides, found.cost_rows))


def _table(sides: Sequence[Side], found: Sequence[ComparedRow]) -> str:
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


def _marks(sides: Sequence[Side]) -> list[str]:
    others = iter(MARKS[1:])
    return [MARKS[0] if side.present else next(others) for side in sides]


def _fairness(sides: Sequence[Side]) -> None:
    """Shares on one line each, a mark for every plan and its figure beside."""
    marks = _marks(sides)
    for line in fairness(sides):
        drawn = [
            Mark(mark, value)
            for mark, value in zip(marks, line.values, strict=True)
            if value is not None
        ]
        style.picture(dots(line.label, line.unit, drawn), line.label)


def _units(found: Sequence[UnitApart], units: int, names: tuple[str, str]) -> None:
    if not found:
        st.success("Không đơn vị nào khác nhau về số khuyết và số người.")
        return
    style.muted(f"{len(found)} trên {units} đơn vị khác nhau")
    tables.show(
        (
            {
                "Đơn vị": unit.name,
                f"Khuyết, {names[0]}": _seats(unit.one),
                f"Khuyết, {names[1]}": _seats(unit.two),
                "Khuyết chênh": unit.vacant,
                "Bố trí chênh": unit.placed,
            }
            for unit in found
        ),
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
    found = old_places_apart(one, two)
    if not found:
        st.success("Tỷ lệ được bố trí của mọi nơi cũ như nhau.")
        return
    tables.show(
        (
            {
                "Nơi cũ": place.name,
                "Được bố trí, trước": round(100 * place.one, 1),
                "Được bố trí, sau": round(100 * place.two, 1),
                "Chênh (điểm %)": round(100 * (place.two - place.one), 1),
            }
            for place in found
        ),
        key="compare_old",
    )


def _people(case: Case, moves: Sequence[Move]) -> None:
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
    people = of_gain(case, found, kind)[:SHOWN]
    tables.show((gain_row(case, plan, person) for person in people), key="gain_people")
