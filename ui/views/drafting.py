"""Drafting: the roster in figures, the assumptions, progress with a stop, and the result."""

from contextlib import nullcontext
from datetime import date

import streamlit as st

from planner.case import Case
from planner.check import vacant
from planner.clash import clashes
from planner.explain import sentence, why_vacant
from planner.summary import Figures
from ui import look
from ui.desk import Desk
from ui.views.law import flips_of, flips_table
from ui.words import number, say, stage
from ui.workflow import failure_words, gap_words

SHOWN = 6
CEILINGS = {"1 phút": 60.0, "5 phút": 300.0, "10 phút": 600.0}


def show(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    st.title("Lập dự thảo phương án")
    if desk.session is not None:
        _running(desk)
    elif desk.drafted is not None:
        _result(desk)
        _assumptions(desk, case)
    else:
        _summary(case)
        _assumptions(desk, case)


def _summary(case: Case) -> None:
    quota = case.total_quota
    leaving = len(case.roster.cadres) - len(case.cadres)
    seats = sum(post.minimum for post in case.roster.posts)
    look.strip(
        [
            ("Đơn vị", number(len(case.communes)), False),
            ("Biên chế được giao", number(quota), False),
            ("Có mặt", number(len(case.roster.cadres)), False),
            ("Chờ nghỉ, đã có đơn nghỉ", number(leaving), False),
            ("Cần bố trí", number(len(case.cadres)), False),
            ("So với biên chế", f"{len(case.cadres) - quota:+d}".replace("-", "−"), False),
            ("Chỗ tối thiểu phải có người", number(seats), False),
        ]
    )


def _assumptions(desk: Desk, case: Case) -> None:
    with st.container(border=True):
        st.header("Giả định")
        left, middle, right = st.columns(3)
        schemes = {scheme.title: scheme.name for scheme in case.profile.schemes}
        names = list(schemes.values())
        place = names.index(case.scenario.quota) if case.scenario.quota in names else 0
        with left:
            title = st.selectbox("Biên chế", list(schemes), index=place, key="quota")
        with middle:
            day = st.date_input(
                "Tính đến ngày", case.scenario.as_of, format="DD/MM/YYYY", key="as_of"
            )
        with right:
            ceiling = st.selectbox("Thời gian tối đa", list(CEILINGS), index=1, key="ceiling")
        if isinstance(day, date) and day != case.scenario.as_of:
            flips = flips_of(desk, day)
            look.draw(f"<b>{len(flips)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
            flips_table(flips, "draft_flips")
        again = desk.drafted is not None
        label = "Lập lại" if again else "Lập dự thảo phương án"
        if st.button(label, type="primary", key="start"):
            if desk.assume(day, schemes[title]) and desk.case is not None:
                found = clashes(desk.case)
                if found:
                    desk.problem = "Chưa thể lập phương án: " + "; ".join(c.text for c in found)
                else:
                    desk.start(CEILINGS[ceiling])
            st.rerun()
        if desk.problem:
            st.error(desk.problem)


def _running(desk: Desk) -> None:
    @st.fragment(run_every=1)
    def watch() -> None:
        why = "Không phương án nào đáp ứng mọi yêu cầu bắt buộc. Đang tìm vì sao …"
        with st.spinner(why) if desk.in_vain else nullcontext():
            done = desk.collect()
        if done:
            st.rerun()
        session = desk.session
        if session is None:
            return
        last = session.last
        with st.container(border=True):
            look.draw(
                f"<b>PA1 – đang lập …</b> <span class='sx-muted'>{session.elapsed:.0f} giây, "
                f"tối đa {session.limits.seconds:.0f} giây · "
                f"{look.text(stage(last.stage))}</span>"
            )
            st.progress(min(1.0, session.elapsed / session.limits.seconds))
            best = number(last.cost) if last.cost is not None else "chưa có"
            look.strip(
                [
                    ("Tốt nhất đến lúc này (điểm)", best, False),
                    (say("bound"), number(last.bound) if last.bound else "–", False),
                    (say("gap"), gap_words(last.cost, last.bound), False),
                ]
            )
            counts = desk.so_far
            if counts is not None:
                look.muted("Phương án tốt nhất đến lúc này:")
                figures_strip(counts)
            if st.button("Dừng, giữ phương án tốt nhất", key="stop"):
                session.stop()
                desk.collect()
                st.rerun()

    watch()


def _result(desk: Desk) -> None:
    drafted, counts = desk.drafted, desk.figures
    assert drafted is not None
    if counts is None and drafted.clashes:
        st.header("Chưa thể lập phương án: vì sao")
        for clash in drafted.clashes:
            st.error(clash.text)
        look.muted(
            "Cách gỡ cho từng mâu thuẫn: sapxep diagnose. Sửa yêu cầu ở danh sách hoặc ở trang "
            "Quy định, căn cứ số rồi lập lại."
        )
        return
    if counts is None:
        st.warning("Chưa có kết quả, cần thêm thời gian. Hãy tăng thời gian tối đa rồi lập lại.")
        if drafted.failure:
            st.error(failure_words(drafted.failure))
        return
    impact(desk)
    draft = drafted.draft
    gap = gap_words(draft.cost, draft.bound)
    look.line(
        look.chip("✓ Đúng quy định · 0 vi phạm", "ok"),
        f"<span><b>{say('gap')} {look.text(gap)}.</b> Điểm {number(draft.cost or 0)}"
        + (f"; mất {number(draft.seconds)} giây.</span>" if draft.seconds else ".</span>"),
        look.chip("Dừng sớm, giữ phương án tốt nhất", "warn") if draft.cut_by_clock else "",
    )
    _open_points(desk)


def _open_points(desk: Desk) -> None:
    """The few things a leader asks about first."""
    drafted = desk.drafted
    assert drafted is not None
    case, plan = drafted.case, drafted.plan
    st.header("Vấn đề cần xem xét")
    empty = sorted(vacant(case, plan), key=lambda row: (not case.title_of(row[0]).key, row[0]))
    rows = []
    for code, short in empty[:SHOWN]:
        title, post = case.title_of(code), case.posts[code]
        unit = case.communes[case.commune_at[post.commune]]
        mark = "★ " if title.key else "◌ "
        rows.append(
            (
                f"{mark}{title.name}, {unit.full_name}: khuyết {short}",
                sentence(why_vacant(case, plan, code)),
            )
        )
    if len(empty) > SHOWN:
        rows.append((f"… và {len(empty) - SHOWN} chức danh khác: xem trang Khuyết và dôi dư", ""))
    bare = [f for f in desk.units if not f.it]
    if bare:
        rows.append((f"▣ {len(bare)} đơn vị chưa có người làm được công nghệ thông tin", ""))
    if plan.surplus:
        count = number(len(plan.surplus))
        rows.append((f"△ {count} người chưa có chỗ bố trí", "Xem trang Khuyết và dôi dư"))
    if rows:
        look.draw(f'<div class="sx-card">{look.reasons("", rows)}</div>')
    else:
        st.success("Không còn vấn đề nào.")


def impact(desk: Desk) -> None:
    """The strip of figures that stands on every page of a plan."""
    if desk.figures is not None:
        figures_strip(desk.figures)


def figures_strip(counts: Figures) -> None:
    look.strip(
        [
            ("Biên chế được giao", number(counts.quota), False),
            ("Bố trí", number(counts.placed), False),
            ("Khuyết", number(counts.vacant), False),
            ("★ Khuyết chủ chốt", number(counts.vacant_key), counts.vacant_key > 0),
            ("Dôi dư", number(counts.surplus), False),
            ("Số người chuyển", number(counts.moved), False),
            ("Người kiêm nhiệm", number(counts.concurrent), False),
        ]
    )


def needs_plan(desk: Desk) -> bool:
    """Draws the empty state of a page that needs a plan; whether there is one."""
    if desk.drafted is not None and desk.drafted.report is not None:
        return True
    if desk.session is not None:
        st.info("Đang lập phương án; xem tiến độ ở trang Lập dự thảo.")
    else:
        st.info("Chưa có phương án nào. Vào trang Lập dự thảo để lập.")
    return False
