"""All units: a table worst first, tiles by one measure, and who came from where."""

import streamlit as st

from planner.case import Case
from planner.figures.flows import districts, named_flows
from planner.figures.measures import MEASURES, Measure, Ways, mean_ways, worst_first
from planner.figures.summary import UnitFigures
from planner.figures.tile_map import tiles
from planner.plan import Plan
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.text.numbers import signed
from ui import window
from ui.desk.desk import Desk
from ui.desk.screens.unit_filter import units_found
from ui.desk.work.plans import PRESENT
from ui.views.cards.plan_head import impact, needs_plan
from ui.widgets import style, tables
from ui.widgets.charts import Flow, sankey
from ui.widgets.language import told
from ui.widgets.tile_board import tile_board

ALL = "Tất cả"


def show(desk: Desk) -> None:
    if not needs_plan(desk):
        return
    impact(desk)
    mode = st.segmented_control(
        "Xem",
        [PRESENT, "Phương án"],
        default="Phương án",
        key="city_mode",
        label_visibility="collapsed",
    )
    drafted = desk.plans.present if mode == PRESENT else desk.plans.drafted
    assert drafted is not None
    case = drafted.case
    units = desk.plans.units_in(drafted.case, drafted.plan)
    ways = desk.plans.kept("ways", drafted, lambda: mean_ways(case, drafted.plan))
    measure, shown = _chosen(case, units)
    if not shown:
        st.info("Không có đơn vị nào khớp.")
        return
    with st.container(key="stack_city"):
        left, right = st.columns([1.55, 1], gap="medium")
    with left:
        _table(case, shown, ways, measure)
    with right:
        _tiles(case, shown, ways, measure)
        _flows(case, drafted.plan)


def _chosen(case: Case, units: tuple[UnitFigures, ...]) -> tuple[Measure, list[UnitFigures]]:
    one, two, three, four = st.columns(4)
    measure = MEASURES[
        one.selectbox(
            "Tô màu theo",
            list(MEASURES),
            format_func=told,
            key="city_measure",
            help="Một số đo quyết định màu ô, thứ tự bảng và chú giải",
        )
    ]
    district = two.selectbox(
        "Quận, huyện cũ",
        [ALL, *districts(case)],
        format_func=told,
        key="city_district",
        help="Chỉ hiện đơn vị mới từ nơi này",
    )
    kinds = sorted({unit.type.label for unit in case.communes})
    kind = three.selectbox(
        "Loại",
        [ALL, *kinds],
        format_func=told,
        key="city_kind",
        help="Xã, phường hay đặc khu",
    )
    text = four.text_input(
        "Tìm đơn vị", key="city_text", placeholder="ví dụ: Thuận An", help="Không cần dấu"
    )
    only = ("" if chosen == ALL else chosen for chosen in (kind, district))
    return measure, units_found(case, units, text, *only)


def _table(case: Case, shown: list[UnitFigures], ways: Ways, measure: Measure) -> None:
    ordered = worst_first(case, shown, measure, ways)
    covered = [cover.competence for cover in rules_of(Cover)]
    most = max((f.total("vacant") for f in ordered), default=0)
    rows = [
        {
            "Đơn vị": case.unit(f.commune).full_name,
            "Giao": f.total("quota"),
            "Có mặt": f.present,
            "Bố trí": f.total("placed"),
            "So với giao": _against(f.total("excess")),
            "Khuyết": f.total("vacant"),
            "★ Chủ chốt": f.vacant_key,
            "Kiêm": f.concurrent,
            **{c.short: str(f.able[c.code] or "△ Chưa có") for c in covered},
            "Km": round(ways.get(f.commune, 0.0), 1),
        }
        for f in ordered
    ]
    style.muted(
        f"{len(rows)} đơn vị · xếp theo {measure.name.lower()}, xấu nhất trước · bấm một dòng để "
        "mở sơ đồ đơn vị"
    )
    event = tables.show(
        rows,
        most=720,
        wrap=False,
        on_select="rerun",
        selection_mode="single-row",
        columns={
            "Khuyết": st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=max(1, most)
            ),
        },
        key="city",
    )
    chosen = event["selection"]["rows"]
    if chosen:
        del st.session_state["city"]
        _open(ordered[chosen[0]].commune)


def _against(excess: int) -> str:
    return f"△ Thừa +{excess}" if excess > 0 else f"△ Thiếu {signed(excess)}" if excess else "đủ"


def _open(commune: str) -> None:
    st.session_state["unit_chosen"] = commune
    for held in ("card", "picked"):
        st.session_state.pop(held, None)
    window.go("so-do")
    st.rerun()


def _tiles(case: Case, shown: list[UnitFigures], ways: Ways, measure: Measure) -> None:
    figures = {f.commune: f for f in shown}
    places = tiles([unit for unit in case.communes if unit.code in figures])
    drawn = []
    for code, (row, column) in sorted(places.items(), key=lambda entry: entry[1]):
        value = measure.of(figures[code], ways)
        text = f"{value:g}".replace(".", ",")
        keys = figures[code].vacant_key
        name = case.unit(code).full_name
        told = f", khuyết {keys} chức danh chủ chốt" if keys else ""
        drawn.append(
            {
                "code": code,
                "row": row,
                "column": column,
                "text": ("★" if keys else "") + text,
                "label": f"{name}: {measure.name.lower()} {text}{told}",
                "level": measure.shade(value),
            }
        )
    style.header(measure.name)
    opened = tile_board(drawn, "tiles", _nothing)
    style.muted(
        "Ô đặt theo vị trí gần đúng, bắc ở trên; màu đậm là xa mức tốt; ★ khuyết chủ chốt. Bấm một "
        "ô để mở sơ đồ đơn vị."
    )
    if opened:
        _open(opened)


def _nothing() -> None:
    """Streamlit asks for a callback before it reports a trigger."""


def _flows(case: Case, plan: Plan) -> None:
    style.header("Từ đơn vị cũ về đơn vị mới")
    names = districts(case)
    if not names or not plan.placements:
        style.muted("Chưa có ai được chuyển từ đơn vị cũ.")
        return
    district = st.selectbox(
        "Quận, huyện cũ", names, key="flow_district", help="Chỉ hiện đơn vị mới từ nơi này"
    )
    found = named_flows(case, plan, district)
    if not found:
        style.muted("Không có người nào đang làm việc ở quận, huyện cũ này.")
        return
    ribbons = [Flow(flow.source, flow.target or "Chưa có chỗ", flow.people) for flow in found]
    style.picture(sankey(ribbons), f"Người của {district} về các đơn vị mới")
