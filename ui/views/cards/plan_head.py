"""What stands above every page of a plan: its figures, whether it is announced, or that there is
none yet."""

import streamlit as st

from planner.figures.summary import Figures
from planner.text.numbers import number
from ui import window
from ui.desk.desk import Desk
from ui.widgets import style
from ui.words.command_words import moment


def announce_form(desk: Desk) -> None:
    record = desk.plans.record(desk.plans.current)
    style.muted(
        "Ghi rằng tập thể đã quyết định phương án này. Sau đó phương án chỉ xem; muốn sửa thì "
        "nhân bản."
    )
    why = st.text_input(
        "Căn cứ (văn bản, ngày)",
        key="announce_why",
        max_chars=80,
        placeholder="ví dụ: Quyết định 12-QĐ/TU ngày 27/11/2026",
        help="Bắt buộc ghi; hiện ở đầu phương án và trong nhật ký",
    )
    if st.button(f"Công bố {style.plain_text(record.name)}", type="primary", key="announce"):
        refusal = desk.plans.announcing.announce(desk.plans.current, why)
        if not refusal:
            st.rerun()
        st.error(f"Chưa công bố: {refusal}")


def announced(desk: Desk) -> bool:
    """Says that the plan is announced and only read, with the way to copy it or take that back."""
    line = desk.plans.announcing.of(desk.plans.current)
    if line is None:
        return False
    with st.container(border=True, key="announced", horizontal=True, vertical_alignment="center"):
        st.html(
            f"<span>⚿ <b>Đã công bố</b> lúc {moment(line.at)} ({style.text(line.who)}), theo "
            f"{style.text(line.why)}. <b>Chỉ xem</b>; muốn sửa thì nhân bản.</span>"
        )
        with st.popover("Rút công bố …", width="content"):
            why = st.text_input(
                "Lý do rút", key="withdraw_why", help="Bắt buộc ghi; vào nhật ký cùng tên người rút"
            )
            if st.button("Rút công bố", key="withdraw"):
                refusal = desk.plans.announcing.take_back(desk.plans.current, why)
                if not refusal:
                    st.rerun()
                st.error(f"Chưa rút: {refusal}")
    return True


def impact(desk: Desk) -> None:
    """The strip of figures that stands on every page of a plan."""
    if desk.plans.figures is not None:
        report = desk.plans.record(desk.plans.current).report
        wishes_met = ""
        if report is not None and report.wishes:
            wishes_met = f"{number(report.any_met)}/{number(report.wishes)}"
        figures_strip(desk.plans.figures, wishes_met)


def figures_strip(counts: Figures, wishes_met: str = "") -> None:
    style.strip(
        [
            ("Biên chế được giao", number(counts.quota), False),
            ("Bố trí", number(counts.placed), False),
            ("Khuyết", number(counts.vacant), False),
            ("★ Khuyết chủ chốt", number(counts.vacant_key), counts.vacant_key > 0),
            ("Dôi dư", number(counts.surplus), False),
            ("Số người chuyển", number(counts.moved), False),
            ("Người kiêm nhiệm", number(counts.concurrent), False),
            *([("Nguyện vọng đáp ứng", wishes_met, False)] if wishes_met else []),
        ]
    )


def needs_plan(desk: Desk) -> bool:
    """Draws the empty state of a page that needs a plan; whether there is one."""
    if desk.plans.current:
        announced(desk)
        return True
    words = "Đang lập phương án" if desk.run.now is not None else "Chưa có phương án nào"
    to_draft(f"{words}. Trang này hiện ra khi đã có phương án.")
    return False


def to_draft(words: str) -> None:
    """An empty state: why there is nothing, and the one button that ends it."""
    st.info(words)
    if st.button("Đến trang Lập dự thảo", type="primary", key="to_draft"):
        window.go("lap")
        st.rerun()
