"""When no plan can be drafted: what is missing, what clashes, and ways out to apply."""

import streamlit as st

from planner.case import Case
from planner.check.finding_words import named
from planner.roster import Demand
from planner.skills.supply import supplies
from planner.why.way_out import Effort, WayOut
from solver.proof.diagnosis import Diagnosis, Found
from solver.proof.feasible import Possibility
from ui.desk.desk import Desk
from ui.desk.screens.clash_lines import clash_lines, members
from ui.widgets import style, tables
from ui.words.command_words import stage

PRICES = {
    Effort.RELEASE: "bỏ một yêu cầu của đơn vị",
    Effort.EASE: "yêu cầu do đơn vị đặt thành bắt buộc",
    Effort.TRAIN: "cần thời gian đào tạo",
    Effort.WAIVE: "cần người có thẩm quyền đồng ý",
    Effort.SEATS: "cần quyết định về số lượng",
    Effort.QUOTA: "cần cấp trên giao thêm biên chế",
}


def show(desk: Desk) -> None:
    case = desk.run.unmet_case
    found = desk.run.diagnosis
    if found is None:
        _asking(desk)
        return
    if found.verdict is not Possibility.IMPOSSIBLE:
        style.title("Chưa có kết quả, cần thêm thời gian")
        style.muted(
            "Chưa xác định được có lập được phương án hay không. Hãy lập lại với thời gian dài hơn."
        )
        _back(desk)
        return
    count = len(found.found)
    style.title(f"Chưa thể lập phương án: còn thiếu cách đáp ứng {count} nhóm yêu cầu")
    style.draw(
        f"Danh sách đúng, không có lỗi. Nhưng có <b>{count} nhóm yêu cầu không thể cùng đáp "
        "ứng</b>; mỗi nhóm đã được kiểm tra lại riêng."
        + (" Còn nhóm khác chưa xét đến." if found.more else "")
        + (" Các phương án đã lập vẫn còn nguyên." if desk.plans.saved else "")
    )
    _missing(case)
    with st.container(key="stack_groups"):
        columns = st.columns(2, gap="medium")
    for place, one in enumerate(found.found):
        with columns[place % 2], st.container(border=True):
            _group(desk, case, place, one)
    _together(desk, case, found)
    _ways(desk, case, found)
    _back(desk)


def _missing(case: Case) -> None:
    """What surely lacks people, whatever is drafted: seats against people who may hold them."""
    short = [supply for supply in supplies(case) if supply.short]
    if short:
        tables.show(
            (
                {
                    "Còn thiếu": ("★ " if s.title.key else "") + s.title.name,
                    "Cần": s.minimum,
                    "Người đủ điều kiện": s.eligible,
                    "Thiếu": f"−{s.short}",
                }
                for s in short
            ),
            key="missing",
        )


def _asking(desk: Desk) -> None:
    @st.fragment(run_every=1)
    def watch() -> None:
        asked = desk.run.why_not
        if asked is None or not asked.running:
            desk.run.answered()
            st.rerun()
        with st.container(border=True):
            style.header("Chưa thể lập phương án")
            style.draw(
                "Các yêu cầu bắt buộc không thể cùng đáp ứng. Đang tìm mâu thuẫn và cách gỡ …"
                f'<div class="sx-muted">{style.text(stage(asked.stage if asked else ""))}</div>'
            )
            st.progress(0.5)

    watch()
    _back(desk)


def _group(desk: Desk, case: Case, place: int, one: Found) -> None:
    clash = one.clash
    style.draw(
        f"<h2>Nhóm {place + 1} {style.chip('⚠ Không thể cùng đáp ứng', 'bad')}</h2>"
        f"<div>{style.text(clash.text)}</div>"
        + ("" if clash.reduced else '<div class="sx-muted">Chưa rút gọn hết vì hết giờ.</div>')
    )
    count = members(clash)
    if count > 1:
        style.muted(f"Bỏ hoặc nới một trong {count} yêu cầu này thì nhóm {place + 1} hết vướng:")
    rows = clash_lines(case, clash)
    if rows:
        style.draw(style.reasons("", rows))
    for number, demand in enumerate(clash.demands):
        line, button = st.columns([3, 1], vertical_alignment="center")
        line.html(_demand(case, demand))
        if button.button("Bỏ", key=f"clash_{place}_{number}", help="Bỏ yêu cầu này; hoàn tác được"):
            desk.inputs.release(demand)
            desk.run.settled()
            st.rerun()


def _demand(case: Case, demand: Demand) -> str:
    sign = "⚲ Giữ cố định" if demand.pin else "✕ Không bố trí"
    note = (
        f'<div class="sx-muted">Ghi chú: “{style.text(demand.note)}”</div>' if demand.note else ""
    )
    who, where = style.text(named(case, demand.cadre)), style.text(named(case, demand.target))
    return f"<div>{sign} <b>{who}</b>: {where}{note}</div>"


def _together(desk: Desk, case: Case, found: Diagnosis) -> None:
    if not found.together:
        return
    style.header("Cách gỡ ít phải thay đổi nhất")
    sure = "đã thử là lập được phương án" if found.confirmed else "chưa chắc đã đủ"
    style.muted(f"Áp dụng tất cả rồi lập lại; {sure}; ghi nhật ký, hoàn tác được.")
    lines = "".join(f"<div>• {style.text(way.words(case))}</div>" for way in found.together)
    with st.container(border=True):
        bar = st.container(horizontal=True, vertical_alignment="center")
        bar.html(lines, width="stretch")
        if bar.button("Áp dụng và lập lại", type="primary", key="apply_all"):
            _apply(desk, found.together)


def _ways(desk: Desk, case: Case, found: Diagnosis) -> None:
    style.header("Cách gỡ từng nhóm")
    style.muted("Xếp từ cách ít phải thay đổi nhất; mỗi cách đã được thử riêng.")
    for place, one in enumerate(found.found):
        with st.container(border=True):
            style.draw(f"<b>Nhóm {place + 1}</b>")
            if not one.ways:
                style.muted("Chưa tìm được cách gỡ cho nhóm này.")
            for number, way in enumerate(one.ways):
                bar = st.container(horizontal=True, vertical_alignment="center")
                bar.html(
                    f"<div><b>{chr(ord('A') + number)}.</b> {style.text(way.words(case))}</div>"
                    f'<div class="sx-muted">{PRICES[way.effort]}</div>',
                    width="stretch",
                )
                if bar.button("Áp dụng và lập lại", key=f"way_{place}_{number}"):
                    _apply(desk, (way,))


def _apply(desk: Desk, ways: tuple[WayOut, ...]) -> None:
    desk.take_ways_out(ways)
    st.rerun()


def _back(desk: Desk) -> None:
    bar = st.container(horizontal=True)
    if bar.button("Sửa yêu cầu rồi lập lại", key="settled"):
        desk.run.settled()
        st.rerun()
    undo = desk.inputs.undoable
    if bar.button("Hoàn tác thay đổi cuối", key="undo_unmet", disabled=not undo):
        desk.inputs.undo()
        desk.run.settled()
        st.rerun()
