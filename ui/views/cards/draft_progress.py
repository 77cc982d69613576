"""A draft under way, on whatever page it is looked at: steps, curve, counts, stop and cancel."""

import streamlit as st

from ui.desk.desk import Desk
from ui.desk.drafts.draft_run import Run
from ui.desk.drafts.draft_steps import StepState, draft_steps
from ui.desk.in_words import gap_words
from ui.views.cards.plan_head import figures_strip
from ui.widgets import style
from ui.widgets.charts import curve
from ui.words.command_words import say, stage


def running(desk: Desk) -> None:
    """The draft under way, drawn anew every second until it is done."""

    @st.fragment(run_every=1)
    def watch() -> None:
        run = desk.run.now
        if run is None or not run.running:
            desk.run.collect()
            st.rerun()
        assert run is not None
        _progress(desk, run)

    watch()


def _progress(desk: Desk, run: Run) -> None:
    last, counts = run.last, run.so_far
    with st.container(border=True, key="running"):
        most = run.limits.seconds
        style.draw(
            f'<b>{style.text(run.record.name)} – đang lập …</b> <span class="sx-muted">'
            f"{run.elapsed:.0f} giây, tối đa {most:.0f} giây · "
            f"{style.text(stage(last.stage))}</span>"
        )
        st.progress(min(1.0, run.elapsed / most))
        if run.in_vain:
            style.muted("Không phương án nào đáp ứng mọi yêu cầu bắt buộc. Đang tìm vì sao …")
        style.draw(_steps(last.stage, counts is not None))
        if len(run.curve) > 1:
            style.picture(curve(run.curve), "Điểm tốt nhất và mức thấp nhất theo thời gian")
        gap = gap_words(last.cost, last.bound)
        words = "Chưa có phương án nào" if counts is None else "Đã có phương án đúng quy định"
        if last.bound and last.cost:
            words = f"{say('gap')} {gap}"
        if run.warm and counts is not None:
            checked = run.step is not None and run.step.report is not None
            words = "Phương án đầu tiên đã kiểm tra, đúng quy định" if checked else "Đang kiểm tra"
        style.draw(
            f'<div class="sx-note"><b>{style.text(words)}.</b> Rời trang, tải lại hay tắt máy '
            "không mất phương án tốt nhất.</div>"
        )
        if counts is not None:
            figures_strip(counts)
        bar = st.container(horizontal=True)
        if bar.button(
            "Dừng, giữ phương án tốt nhất", key="stop", type="primary", icon=":material/stop:"
        ):
            desk.run.stop()
            st.rerun()
        if bar.button("Hủy, không lưu", key="cancel"):
            desk.run.cancel()
            st.rerun()


def _steps(now: str, found: bool) -> str:
    """The four steps, those that are done with a tick."""
    rows = []
    for place, (state, words) in enumerate(draft_steps(now, found), 1):
        sign = "✓" if state is StepState.DONE else str(place)
        rows.append(f'<div class="{state.value}"><i>{sign}</i>{words}</div>')
    return f'<div class="sx-steps">{"".join(rows)}</div>'
