"""All units: a table worst first, tiles by one measure, and who came from where."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from planner.case import Case
from planner.figures.flows import districts, flows
from planner.figures.plan_report import kilometres_of
from planner.figures.summary import UnitFigures
from planner.figures.tile_map import tiles
from planner.plan import Plan
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.skills.gap_tables import district_of
from planner.text.vietnamese import plain, text_key
from ui import window
from ui.desk.desk import PRESENT, Desk
from ui.desk.drafted import Drafted
from ui.views.cards.plan_head import impact, needs_plan
from ui.widgets import style, tables
from ui.widgets.charts import Flow, sankey
from ui.widgets.language import told
from ui.widgets.tile_board import tile_board

ALL = "Tất cả"


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to colour units: its figure, and how far that is from good (0 is good)."""

    name: str
    value: Callable[[UnitFigures, float], float]
    far: Callable[[float], float]
    step: float = 1.0
    """How much of `far` makes one shade darker."""


def _able(cover: Cover) -> Measure:
    what = cover.competence
    return Measure(
        f"Làm được {what.short}", lambda f, km: f.able[what.code], lambda v: max(0, 2 - v) * 2
    )


MEASURES = {
    m.name: m
    for m in (
        Measure("Khuyết", lambda f, km: f.total("vacant"), lambda v: v),
        Measure("★ Khuyết chủ chốt", lambda f, km: f.vacant_key, lambda v: v),
        Measure("Thừa, thiếu so với giao", lambda f, km: f.total("excess"), abs, 3),
        Measure("Lấp đầy (%)", lambda f, km: f.fill, lambda v: abs(100 - v), 5),
        *map(_able, rules_of(Cover)),
        Measure("Kiêm nhiệm", lambda f, km: f.concurrent, lambda v: v, 2),
        Measure("Quãng đường bình quân (km)", lambda f, km: round(km, 1), lambda v: v, 2),
        Measure("Dôi dư", lambda f, km: f.surplus, lambda v: v, 3),
    )
}


def show(desk: Desk) -> None:
    style.crumb(window.crumb("Toàn tỉnh, thành phố"))
    style.title("Toàn tỉnh, thành phố")
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
    drafted = desk.present if mode == PRESENT else desk.drafted
    assert drafted is not None
    case = drafted.case
    units = desk.units_in(drafted.case, drafted.plan)
    ways = desk.kept("ways", drafted, lambda: _ways(drafted))
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


def _ways(drafted: Drafted) -> dict[str, float]:
    """Unit → mean kilometres of the people placed there."""
    case = drafted.case
    found: dict[str, list[int]] = {}
    for row in drafted.plan.placements:
        if row.main in case.posts and row.cadre in case.cadre_at:
            found.setdefault(case.posts[row.main].commune, []).append(kilometres_of(case, row))
    return {code: sum(ways) / len(ways) for code, ways in found.items()}


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
    named = {unit.code: unit for unit in case.communes}
    shown = [
        f
        for f in units
        if plain(text) in plain(named[f.commune].full_name)
        and kind in (ALL, named[f.commune].type.label)
        and (district == ALL or district_of(case, f.commune) == district)
    ]
    return measure, shown


def _table(case: Case, shown: list[UnitFigures], ways: dict[str, float], measure: Measure) -> None:
    units = {unit.code: unit for unit in case.communes}

    def worst(f: UnitFigures) -> tuple[object, ...]:
        far = measure.far(measure.value(f, ways.get(f.commune, 0.0)))
        return -far, -f.vacant_key, -f.total("vacant"), text_key(units[f.commune].name)

    ordered = sorted(shown, key=worst)
    covered = [cover.competence for cover in rules_of(Cover)]
    most = max((f.total("vacant") for f in ordered), default=0)
    rows = [
        {
            "Đơn vị": units[f.commune].full_name,
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
    return f"△ Thừa +{excess}" if excess > 0 else f"△ Thiếu −{-excess}" if excess else "đủ"


def _open(commune: str) -> None:
    st.session_state["unit_chosen"] = commune
    for held in ("card", "picked"):
        st.session_state.pop(held, None)
    window.go("so-do")
    st.rerun()


def _tiles(case: Case, shown: list[UnitFigures], ways: dict[str, float], measure: Measure) -> None:
    figures = {f.commune: f for f in shown}
    places = tiles([unit for unit in case.communes if unit.code in figures])
    drawn = []
    for code, (row, column) in sorted(places.items(), key=lambda entry: entry[1]):
        f = figures[code]
        value = measure.value(f, ways.get(code, 0.0))
        text = f"{value:g}".replace(".", ",")
        star = "★" if f.vacant_key else ""
        name = case.unit(code).full_name
        drawn.append(
            {
                "code": code,
                "row": row,
                "column": column,
                "text": star + text,
                "label": f"{name}: {measure.name.lower()} {text}"
                + (f", khuyết {f.vacant_key} chức danh chủ chốt" if star else ""),
                "level": min(4, int(-(-measure.far(value) // measure.step))),
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
    units = {unit.code: unit.full_name for unit in case.communes}
    found = flows(case, plan, district)
    if not found:
        style.muted("Không có người nào đang làm việc ở quận, huyện cũ này.")
        return

    def source(code: str) -> str:
        old = case.organisation.old_units.get(code)
        return old.name if old else f"Cơ quan {code}"

    ordered = sorted(found.items(), key=lambda e: (source(e[0][0]), units.get(e[0][1], "~")))
    ribbons = [Flow(source(a), units.get(b, "Chưa có chỗ"), n) for (a, b), n in ordered]
    style.picture(sankey(ribbons), f"Người của {district} về các đơn vị mới")
