"""Drafting: the plan that is looked at, what is open in it, what to change, and the next draft."""

from collections import Counter
from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.case import Case
from planner.check import vacant
from planner.explain import sentence, why_vacant
from planner.roster import Demand
from planner.summary import Figures
from planner.words import about, named
from planner.words import say as words_of
from ui import look, visit, wishes
from ui.charts import curve
from ui.desk import Desk, figures_of
from ui.running import Run
from ui.table_layout import HALF
from ui.views import impossible
from ui.views.law import flips_of, flips_table
from ui.words import action_words, moment, number, percent, say, stage
from ui.workflow import gap_words

SHOWN = 6
CEILINGS = {"1 phút": 60.0, "5 phút": 300.0, "10 phút": 600.0}
STEPS = (
    ("start", "arrays", "Đọc danh sách, xét điều kiện từng người"),
    ("pricing", "repair", "Tìm chỗ cho từng người"),
    ("plan", "plan", "Có phương án đúng quy định"),
    ("windows", "exact", "Làm cho tốt hơn và chứng minh"),
)


def show(desk: Desk) -> None:
    case = desk.case
    assert case is not None
    if desk.run is not None and not desk.run.running:
        desk.collect()
    if desk.run is None and impossible.asked(desk):
        impossible.show(desk)
        return
    st.html('<div class="sx-muted">Lập phương án › Lập dự thảo</div>')
    bar = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    name = desk.record(desk.current).name if desk.current else "Lập dự thảo phương án"
    bar.title(name, anchor=False, width="content")
    if desk.current:
        _actions(desk, bar)
        _result(desk)
    else:
        _summary(case)
    if desk.problem:
        st.error(desk.problem)
    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        if desk.current:
            _open_points(desk)
        _adjust(desk, case)
    with right:
        if desk.run is not None:
            running(desk)
        else:
            _assumptions(desk, case)
    _plans(desk)


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


def _actions(desk: Desk, place: DeltaGenerator) -> None:
    bar = place.container(horizontal=True, gap="small", width="content")
    if bar.button("Xuất văn bản", key="to_files", icon=":material/download:"):
        visit.go("xuat")
        st.rerun()
    if bar.button("Nhân bản", key="copy_plan", icon=":material/content_copy:"):
        record = desk.record(desk.current)
        name = desk.free_name(f"{record.name} – bản sao")
        desk.add_plan(replace(record, name=name), "copy")
        st.rerun()
    if desk.announced(desk.current) is None:
        with bar.popover("Công bố …", icon=":material/campaign:", width="content"):
            _announce(desk)
    if bar.button("Xem sơ đồ", key="to_board", icon=":material/account_tree:"):
        visit.go("so-do")
        st.rerun()


def _announce(desk: Desk) -> None:
    record = desk.record(desk.current)
    look.muted(
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
    if st.button(f"Công bố {look.plain_text(record.name)}", type="primary", key="announce"):
        refusal = desk.announce(desk.current, why)
        if not refusal:
            st.rerun()
        st.error(f"Chưa công bố: {refusal}")


def announced(desk: Desk) -> bool:
    """Says that the plan is announced and only read, with the way to copy it or take that back."""
    line = desk.announced(desk.current)
    if line is None:
        return False
    with st.container(border=True, key="announced", horizontal=True, vertical_alignment="center"):
        st.html(
            f"<span>⚿ <b>Đã công bố</b> lúc {moment(line.at)} ({look.text(line.who)}), theo "
            f"{look.text(line.why)}. <b>Chỉ xem</b>; muốn sửa thì nhân bản.</span>"
        )
        with st.popover("Rút công bố …", width="content"):
            why = st.text_input(
                "Lý do rút", key="withdraw_why", help="Bắt buộc ghi; vào nhật ký cùng tên người rút"
            )
            if st.button("Rút công bố", key="withdraw"):
                refusal = desk.withdraw(desk.current, why)
                if not refusal:
                    st.rerun()
                st.error(f"Chưa rút: {refusal}")
    return True


def _result(desk: Desk) -> None:
    announced(desk)
    impact(desk)
    record = desk.record(desk.current)
    saved = next(s for s in desk.plans if s.id == desk.current)
    gap = gap_words(record.cost, record.bound)
    lawful = look.chip("✓ Đúng quy định · 0 vi phạm", "ok")
    if record.breaches:
        lawful = look.chip(f"⚠ {record.breaches} vi phạm quy định", "bad")
    look.line(
        lawful,
        f"<span><b>{say('gap')} {look.text(gap)}.</b> Điểm {number(record.cost or 0)}; lưu lúc "
        f"{moment(saved.at)}"
        + (f", mất {number(round(record.seconds))} giây.</span>" if record.seconds else ".</span>"),
        look.chip("Dừng sớm, giữ phương án tốt nhất", "warn") if record.cut_by_clock else "",
    )
    changed = desk.outdated
    if changed and desk.run is None:
        look.draw(
            '<div class="sx-note warn">△ <b>Đã đổi sau khi lập phương án này:</b> '
            f"{look.text(changed)}. Bấm <b>Lập lại, thay đổi ít nhất</b> để phương án theo kịp; "
            "phương án này vẫn được giữ.</div>"
        )


def _open_points(desk: Desk) -> None:
    """The few things a leader asks about first."""
    drafted = desk.drafted
    assert drafted is not None and drafted.report is not None
    case, plan = drafted.case, drafted.plan
    with st.container(border=True):
        look.header("Vấn đề cần xem xét")
        rows = []
        for finding in drafted.report.breaches[:SHOWN]:
            rows.append(
                (f"⚠ {about(case, finding)}: {words_of(case, finding)}", finding.norm.source)
            )
        empty = sorted(vacant(case, plan), key=lambda row: (not case.title_of(row[0]).key, row[0]))
        keys = [row for row in empty if case.title_of(row[0]).key]
        for code, short in keys[:SHOWN]:
            title, post = case.title_of(code), case.posts[code]
            unit = case.communes[case.commune_at[post.commune]]
            rows.append(
                (
                    f"★ {title.name}, {unit.full_name}: khuyết {short}",
                    sentence(why_vacant(case, plan, code)),
                )
            )
        if len(keys) > SHOWN:
            rows.append((f"★ và {len(keys) - SHOWN} chức danh chủ chốt khác còn khuyết", ""))
        kinds = Counter[str]()
        for code, short in empty:
            if not case.title_of(code).key:
                kinds[case.title_of(code).name] += short
        for title_name, short in kinds.most_common(SHOWN):
            rows.append((f"◌ {title_name}: khuyết {number(short)} chỗ", ""))
        bare = [f for f in desk.units_in(drafted.case, drafted.plan) if not f.it]
        if bare:
            rows.append((f"▣ {len(bare)} đơn vị chưa có người làm được công nghệ thông tin", ""))
        if plan.surplus:
            rows.append((f"△ {number(len(plan.surplus))} người chưa có chỗ bố trí", ""))
        if rows:
            look.draw(look.reasons("", rows))
            if st.button("Xem khuyết, dôi dư và cách lấp", key="to_seats"):
                visit.go("khuyet")
                st.rerun()
        else:
            st.success("Không còn vấn đề nào.")


def _adjust(desk: Desk, case: Case) -> None:
    """Pins, bans and levels of wishes; each is saved at once and can be undone."""
    with st.container(border=True):
        look.header("Yêu cầu và mức độ ưu tiên")
        _demands(desk, case)
        columns = st.columns(2)
        for place, wish in enumerate(wishes.wishes(desk.own_norms, desk.scenario)):
            with columns[place % 2]:
                key = f"wish_{wish.rule}_{wish.level}"
                level = st.select_slider(
                    wish.name + (" · đã sửa" if wish.changed else ""),
                    list(wishes.LEVELS),
                    wish.level,
                    key=key,
                    help=f"{wish.help}. Căn cứ: {wish.norms[0].source}",
                )
                if level != wish.level:
                    new = wishes.at_level(desk.scenario, wish, level)
                    desk.assume(new, "weight", f"{wish.name}: {wish.level} → {level}")
                    st.rerun()
        _again(desk)


def _again(desk: Desk) -> None:
    bar = st.container(horizontal=True, horizontal_alignment="distribute")
    undo = desk.undoable
    if bar.button(
        "Hoàn tác",
        key="undo",
        disabled=not undo,
        help=action_words(undo) if undo else None,
    ):
        desk.undo()
        st.rerun()
    if desk.current:
        bar.button(
            "Lập lại, thay đổi ít nhất",
            type="primary",
            key="again",
            disabled=desk.run is not None,
            help="Giữ mọi người ở chỗ cũ khi có thể; phương án này vẫn còn, kết quả là phương án "
            "mới",
            on_click=desk.start,
            args=(CEILINGS["5 phút"], True),
        )


def _demands(desk: Desk, case: Case) -> None:
    """What is pinned and banned, each with a way to take it back, and a way to add one."""
    demands = case.all_demands
    pins = sum(demand.pin for demand in demands)
    bar = st.container(horizontal=True, vertical_alignment="center", gap="small")
    bar.html(
        look.chip(f"⚲ Giữ cố định: {number(pins)}")
        + " "
        + look.chip(f"✕ Không bố trí: {number(len(demands) - pins)}"),
        width="content",
    )
    with bar.popover("Thêm yêu cầu …", width="content"):
        _add_demand(desk, case)
    if demands:
        with st.expander(f"Xem {len(demands)} yêu cầu"):
            for place, demand in enumerate(demands[:50]):
                words, button = st.columns([4, 1], vertical_alignment="center")
                words.html(_demand_words(case, demand))
                if button.button("Bỏ", key=f"drop_{place}_{demand.cadre}_{demand.target}"):
                    desk.release(demand)
                    st.rerun()
            if len(demands) > 50:
                look.muted(f"… và {len(demands) - 50} yêu cầu khác")


def _demand_words(case: Case, demand: Demand) -> str:
    sign = "⚲ Giữ" if demand.pin else "✕ Không bố trí"
    note = f' <span class="sx-muted">“{look.text(demand.note)}”</span>' if demand.note else ""
    where = look.text(named(case, demand.target))
    return f"<span>{sign} <b>{look.text(named(case, demand.cadre))}</b>: {where}{note}</span>"


def _add_demand(desk: Desk, case: Case) -> None:
    kind = st.radio(
        "Yêu cầu",
        ["Giữ cố định", "Không bố trí"],
        horizontal=True,
        key="demand_kind",
        help="Giữ cố định: phải ở đó; không bố trí: không được ở đó",
    )
    people = [cadre.code for cadre in case.cadres]
    who = st.selectbox(
        "Ai",
        people,
        index=None,
        format_func=lambda code: f"{case.cadres[case.cadre_at[code]].name} ({code})",
        placeholder="Gõ tên hoặc mã",
        key="demand_who",
        help="Gõ tên hoặc mã để tìm",
    )
    units = [unit.code for unit in case.communes]
    unit = st.selectbox(
        "Đơn vị",
        units,
        index=None,
        format_func=lambda code: case.communes[case.commune_at[code]].full_name,
        placeholder="Chọn đơn vị",
        key="demand_unit",
        help="Đơn vị mà yêu cầu nói đến",
    )
    posts = ["", *(post.code for post in case.posts_by_unit[unit])] if unit else [""]
    post = st.selectbox(
        "Chức danh",
        posts,
        format_func=lambda code: case.title_of(code).name if code else "Cả đơn vị",
        key="demand_post",
        help="Để cả đơn vị nếu chức danh nào cũng được",
    )
    why = st.text_input(
        "Lý do",
        key="demand_why",
        placeholder="ví dụ: theo đề nghị của xã",
        help="Được ghi vào nhật ký",
    )
    if st.button("Thêm", type="primary", key="demand_add"):
        if not who or not unit:
            st.error("Cần chọn người và đơn vị.")
        elif desk.demand(who, post or unit, kind == "Giữ cố định", why):
            st.rerun()


def _assumptions(desk: Desk, case: Case) -> None:
    with st.container(border=True):
        look.header("Lập phương án mới" if desk.current else "Giả định")
        schemes = {scheme.title: scheme.name for scheme in case.profile.schemes}
        names = list(schemes.values())
        place = names.index(case.scenario.quota) if case.scenario.quota in names else 0
        st.selectbox(
            "Biên chế",
            list(schemes),
            place,
            format_func=visit.told,
            key="quota",
            help="Bộ biên chế giao cho từng đơn vị",
        )
        bar = st.container(horizontal=True, gap="small")
        day = bar.date_input(
            "Tính đến ngày",
            case.scenario.as_of,
            format="DD/MM/YYYY",
            key="as_of",
            help="Quy định có hiệu lực vào ngày này được áp dụng",
            width=170,
        )
        bar.selectbox(
            "Thời gian tối đa",
            list(CEILINGS),
            1,
            format_func=visit.told,
            key="ceiling",
            help="Hết giờ thì giữ phương án tốt nhất đến lúc đó",
            width=170,
        )
        st.text_input(
            "Tên phương án",
            key="plan_name",
            placeholder=desk.free_name(),
            help="Để trống thì lấy tên tiếp theo",
        )
        if isinstance(day, date) and day != case.scenario.as_of:
            flips = flips_of(desk, day)
            look.draw(f"<b>{len(flips)} quy định khác đi khi tính đến {day:%d/%m/%Y}</b>")
            flips_table(flips, "draft_flips", HALF)
        st.button(
            "Lập dự thảo phương án",
            type="secondary" if desk.current else "primary",
            key="start",
            on_click=_start,
            args=(desk, schemes),
        )


def _start(desk: Desk, schemes: dict[str, str]) -> None:
    """Begins a draft under what the form says; called before the page is drawn, so that the
    progress is there at once."""
    said = st.session_state
    day, title = said["as_of"], said["quota"]
    scenario = replace(desk.scenario, as_of=day, quota=schemes[title])
    if desk.assume(scenario, about=f"{day:%d/%m/%Y}, {title}"):
        desk.start(CEILINGS[said["ceiling"]], name=said["plan_name"].strip())


def running(desk: Desk) -> None:
    """The draft under way, drawn anew every second until it is done."""

    @st.fragment(run_every=1)
    def watch() -> None:
        run = desk.run
        if run is None or not run.running:
            desk.collect()
            st.rerun()
        assert run is not None
        _progress(run)

    watch()


def _progress(run: Run) -> None:
    last, counts = run.last, run.so_far
    with st.container(border=True, key="running"):
        most = run.limits.seconds
        look.draw(
            f'<b>{look.text(run.record.name)} – đang lập …</b> <span class="sx-muted">'
            f"{run.elapsed:.0f} giây, tối đa {most:.0f} giây · "
            f"{look.text(stage(last.stage))}</span>"
        )
        st.progress(min(1.0, run.elapsed / most))
        if run.in_vain:
            look.muted("Không phương án nào đáp ứng mọi yêu cầu bắt buộc. Đang tìm vì sao …")
        look.draw(_steps(last.stage, counts is not None))
        if len(run.curve) > 1:
            look.picture(curve(run.curve), "Điểm tốt nhất và mức thấp nhất theo thời gian")
        gap = gap_words(last.cost, last.bound)
        words = "Chưa có phương án nào" if counts is None else "Đã có phương án đúng quy định"
        if last.bound and last.cost:
            words = f"{say('gap')} {gap}"
        if run.warm and counts is not None:
            checked = run.step is not None and run.step.report is not None
            words = "Phương án đầu tiên đã kiểm tra, đúng quy định" if checked else "Đang kiểm tra"
        look.draw(
            f'<div class="sx-note"><b>{look.text(words)}.</b> Rời trang, tải lại hay tắt máy không '
            "mất phương án tốt nhất.</div>"
        )
        if counts is not None:
            figures_strip(counts)
        bar = st.container(horizontal=True)
        if bar.button(
            "Dừng, giữ phương án tốt nhất", key="stop", type="primary", icon=":material/stop:"
        ):
            run.stop()
            run.wait(30)
            st.rerun()
        if bar.button("Hủy, không lưu", key="cancel"):
            run.cancel()
            run.wait(30)
            st.rerun()


def _steps(now: str, found: bool) -> str:
    """The four steps, those that are done with a tick."""
    order = ["start", "arrays", "pricing", "repair", "plan", "windows", "exact", "bound"]
    place = order.index(now) if now in order else len(order)
    rows = []
    for number_, (first, last, words) in enumerate(STEPS, 1):
        done = place > order.index(last) or (found and last in ("arrays", "repair", "plan"))
        here = not done and place >= order.index(first)
        sign = "✓" if done else str(number_)
        kind = "done" if done else "here" if here else ""
        rows.append(f'<div class="{kind}"><i>{sign}</i>{words}</div>')
    return f'<div class="sx-steps">{"".join(rows)}</div>'


def _plans(desk: Desk) -> None:
    """All plans of the project, each with its figures and a way to look at it."""
    plans = desk.plans
    if not plans:
        return
    look.header("Phương án trong hồ sơ")
    widths = [2.2, 2.3, 0.9, 1, 0.9, 0.9, 1.2, 1.7]
    with st.container(border=True, key="plans"):
        labels = ("Phương án", "Tình trạng", "Khuyết", "★ Chủ chốt", "Dôi dư", "Chuyển", say("gap"))
        for column, label in zip(st.columns(widths), labels, strict=False):
            column.html(f'<span class="sx-muted"><b>{look.text(label)}</b></span>')
        for saved in reversed(plans):
            record = desk.record(saved.id)
            counts = figures_of(record)
            row = st.columns(widths, vertical_alignment="center")
            sign = "⚿ " if desk.announced(saved.id) else ""
            row[0].markdown(f"**{sign}{look.plain_text(record.name)}**")
            mark = look.chip("✓ Đúng quy định", "ok")
            if record.breaches:
                mark = look.chip(f"⚠ {record.breaches} vi phạm quy định", "bad")
            row[1].html(f'{mark} <span class="sx-muted">{moment(saved.at)}</span>')
            cells = (counts.vacant, counts.vacant_key, counts.surplus, counts.moved)
            for column, value in zip(row[2:6], cells, strict=True):
                column.html(number(value))
            gap = (
                (record.cost - record.bound) / max(1, record.cost)
                if record.cost is not None and record.bound is not None
                else None
            )
            row[6].html(percent(gap) if gap is not None else "không tính")
            here = saved.id == desk.current
            if row[7].button(
                "Đang xem" if here else "Xem", key=f"look_{saved.id[:12]}", disabled=here
            ):
                desk.look_at(saved.id)
                st.rerun()


def impact(desk: Desk) -> None:
    """The strip of figures that stands on every page of a plan."""
    if desk.figures is not None:
        report = desk.record(desk.current).report
        wishes_met = ""
        if report is not None and report.wishes:
            wishes_met = f"{number(report.any_met)}/{number(report.wishes)}"
        figures_strip(desk.figures, wishes_met)


def figures_strip(counts: Figures, wishes_met: str = "") -> None:
    look.strip(
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
    if desk.run is not None and not desk.run.running:
        desk.collect()
    if desk.current:
        announced(desk)
        return True
    words = "Đang lập phương án" if desk.run is not None else "Chưa có phương án nào"
    to_draft(f"{words}. Trang này hiện ra khi đã có phương án.")
    return False


def to_draft(words: str) -> None:
    """An empty state: why there is nothing, and the one button that ends it."""
    st.info(words)
    if st.button("Đến trang Lập dự thảo", type="primary", key="to_draft"):
        visit.go("lap")
        st.rerun()
