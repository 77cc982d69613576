"""Pages without a browser: what is typed there is saved, refused with a reason, and undone."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.project import Project
from planner.law.policy import ConcurrencyPolicy
from planner.roster.levels import Block
from tests.ui.app_steps import SCRIPT, drafted, go, opened, page_text
from ui.desk.desk import Desk
from ui.desk.work import projects_folder
from ui.views.pages_table import PAGES


@pytest.fixture
def app(
    monkeypatch: pytest.MonkeyPatch,
    roster_path: Path,
    tmp_path: Path,
) -> AppTest:
    monkeypatch.setenv(projects_folder.HOME_VARIABLE, str(tmp_path))
    return opened(roster_path)


def desk_of(tmp_path: Path) -> Desk:
    """The project as somebody else would open it."""
    (path,) = tmp_path.glob("*.sapxep")
    return Desk(Project.open(path))


def test_every_page_draws_in_english_too(app: AppTest) -> None:
    drafted(app)
    headings = set()
    for page in PAGES:
        window = AppTest.from_file(SCRIPT, default_timeout=60)
        window.query_params |= {"ho_so": app.query_params["ho_so"], "tieng": "en"}
        window.query_params["trang"] = page.code
        assert not window.run().exception, page.title
        headings |= {name for table in window.dataframe for name in table.value.columns}
    assert {"Unit", "Vacant", "Name"} <= headings


def test_the_least_number_of_it_people_asks_for_its_source(app: AppTest, tmp_path: Path) -> None:
    go(app, "Quy định, tiêu chí")
    app.session_state["rules_part"] = "Kiêm nhiệm, CNTT"
    app.run()
    app.number_input(key="it_least").set_value(2)
    save = next(button for button in app.button if button.label == "Lưu")
    save.click().run()
    assert "cần ghi căn cứ" in page_text(app)
    app.number_input(key="it_least").set_value(2)
    app.text_input(key="it_why").set_value("Nghị quyết 12")
    next(button for button in app.button if button.label == "Lưu").click().run()
    assert not app.exception
    desk = desk_of(tmp_path)
    assert desk.inputs.case is not None
    (norm,) = desk.inputs.case.norms.own
    assert (norm.used_by, norm.number("minimum"), norm.source) == ("it_cover", 2, "Nghị quyết 12")
    assert desk.project.log()[-1].why == "Nghị quyết 12"
    desk.close()


def test_a_wish_is_a_level_and_can_be_undone(app: AppTest, tmp_path: Path) -> None:
    go(app, "Lập dự thảo")
    slider = next(s for s in app.select_slider if s.label == "Giữ gần nhà")
    slider.set_value("Rất cao").run()
    assert not app.exception
    assert any(s.label == "Giữ gần nhà · đã sửa" for s in app.select_slider)
    desk = desk_of(tmp_path)
    assert {n: p for n, p in desk.inputs.scenario.prices.items() if n == "P-KEEP-KM"} == {
        "P-KEEP-KM": 16
    }
    desk.close()
    app.button(key="undo").click().run()
    assert any(s.label == "Giữ gần nhà" for s in app.select_slider)


def test_a_quota_that_is_saved_counts_and_its_effect_is_shown_before(
    app: AppTest, tmp_path: Path
) -> None:
    go(app, "Quy định, tiêu chí")
    app.session_state["rules_part"] = "Biên chế, số chỗ"
    app.run()
    assert not app.exception
    assert effect(app) == [0, 0, 0]
    table = next(d.value for d in app.dataframe if "Người đủ điều kiện" in d.value.columns)
    assert (table["Người đủ điều kiện"] > 0).all()
    assert "chắc chắn thiếu người" in page_text(app)
    fields = next(d.value for d in app.dataframe if "Người được đào tạo" in d.value.columns)
    assert (fields["Chỗ cần chuyên ngành này"] > 0).all() and len(fields) > 3
    (grid,) = app.data_editor
    unit, before = grid.value["Đơn vị"][0], int(grid.value["Chính quyền"][0])
    typed = {"edited_rows": {0: {"Chính quyền": before + 3}}, "added_rows": [], "deleted_rows": []}
    app.session_state[grid.key] = typed
    app.run()
    assert effect(app) == [0, 3, 0]
    desk = desk_of(tmp_path)
    assert desk.inputs.roster is not None
    lines = len(desk.project.log())
    assert all(Block.GOVERNMENT not in one.quota for one in desk.inputs.roster.communes)
    desk.close()
    app.text_input(key="quota_why").set_value("Kết luận 9")
    app.button(key="quota_save").click().run()
    assert not app.exception and effect(app) == [0, 0, 0]
    desk = desk_of(tmp_path)
    assert desk.inputs.case is not None
    (changed,) = (one for one in desk.inputs.case.communes if one.full_name == unit)
    place = desk.inputs.case.commune_at[changed.code]
    assert desk.inputs.case.allotment.quota(place, Block.GOVERNMENT) == before + 3
    last = desk.project.log()[lines:]
    assert [(line.action, line.about, line.why) for line in last] == [
        ("quota", changed.name, "Kết luận 9")
    ]
    desk.close()


def effect(app: AppTest) -> list[int]:
    """What the quota grid changes, block by block, as the page tells before it is saved."""
    table = next(d.value for d in app.dataframe if "Chênh" in d.value.columns)
    return [int(number) for number in table["Chênh"]]


def test_a_plan_is_copied_and_looked_at_again(app: AppTest, tmp_path: Path) -> None:
    drafted(app)
    app.button(key="copy_plan").click().run()
    assert app.title[0].value == "PA1 – bản sao"
    first = next(b for b in app.button if b.label == "Xem" and (b.key or "").startswith("look_"))
    first.click().run()
    assert app.title[0].value == "PA1"
    desk = desk_of(tmp_path)
    assert [line.action for line in desk.project.log()][-2:] == ["copy", "look_at"]
    desk.close()


def test_the_roster_is_filtered_and_paged(app: AppTest) -> None:
    go(app, "Danh sách cán bộ")
    whole = len(app.dataframe[0].value)
    assert whole == 100
    app.selectbox(key="roster_it").set_value("Chưa rõ").run()
    shown = app.dataframe[0].value
    assert 0 < len(shown) < 100 and set(shown["CNTT"]) == {"? Chưa rõ"}
    app.text_input(key="roster_text").set_value("khong co ai ten nay").run()
    assert "Không có ai khớp" in page_text(app)


def test_unmasking_is_written_into_the_log(app: AppTest, tmp_path: Path) -> None:
    go(app, "Danh sách cán bộ")
    app.toggle(key="unmasked").set_value(True).run()
    desk = desk_of(tmp_path)
    assert desk.project.log()[-1].action == "unmask"
    desk.close()


def test_a_project_goes_on_where_it_was_left(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(app, "Nhật ký")
    again = AppTest.from_file(SCRIPT, default_timeout=60)
    (path,) = tmp_path.glob("*.sapxep")
    again.query_params["ho_so"] = path.stem
    again.run()
    assert not again.exception and again.title[0].value == "Nhật ký"
    assert os.environ[projects_folder.HOME_VARIABLE] == str(tmp_path)


def test_before_the_first_placement_people_stand_by_old_unit(app: AppTest) -> None:
    drafted(app)
    go(app, "Sơ đồ một đơn vị")
    app.session_state["unit_mode"] = "Hiện trạng"
    app.run()
    assert not app.exception
    words = page_text(app)
    assert "<b>Phường Trúc Bạch</b>" in words and "<b>Quận Ba Đình</b>" in words


def test_the_policy_of_concurrency_is_chosen_refused_and_undone(
    app: AppTest, tmp_path: Path
) -> None:
    go(app, "Quy định, tiêu chí")
    app.session_state["rules_part"] = "Kiêm nhiệm, CNTT"
    app.run()
    assert not app.exception
    policy = next(radio for radio in app.radio if radio.label == "Chính sách kiêm nhiệm")
    assert policy.value is ConcurrencyPolicy.BY_LAW
    policy.set_value(ConcurrencyPolicy.REQUIRED).run()
    assert not app.exception
    desk = desk_of(tmp_path)
    assert desk.inputs.scenario.concurrency is ConcurrencyPolicy.REQUIRED
    assert desk.project.log()[-1].action == "concurrency"
    desk.close()
    app.button(key="undo_policy").click().run()
    desk = desk_of(tmp_path)
    assert desk.inputs.scenario.concurrency is ConcurrencyPolicy.BY_LAW
    desk.close()


def test_plans_side_by_side_say_which_assumptions_differ(app: AppTest, tmp_path: Path) -> None:
    drafted(app)
    desk = desk_of(tmp_path)
    one = desk.plans.record(desk.plans.current)
    stricter = replace(
        one.scenario,
        name="PA2",
        concurrency=ConcurrencyPolicy.REQUIRED,
        prices={"P-KEEP-KM": 16},
    )
    desk.plans.add(replace(one, name="PA2", scenario=stricter), "copy")
    desk.close()
    app.run()
    go(app, "So sánh, xem xét phương án")
    words = page_text(app)
    assert "Giả định khác nhau" in words and "Chỉ điều bắt buộc" in words
    assert "không so điểm" in words
    assert "Mức ưu tiên: Giữ gần nhà" in words and "Mức ưu tiên: Theo nguyện vọng" not in words


def test_an_announced_plan_is_only_read_until_that_is_taken_back(
    app: AppTest, tmp_path: Path
) -> None:
    drafted(app)
    app.button(key="announce").click().run()
    assert "Chưa công bố: Cần ghi căn cứ" in page_text(app)
    app.text_input(key="announce_why").set_value("Quyết định 12-QĐ/TU")
    app.button(key="announce").click().run()
    assert "Quyết định 12-QĐ/TU" in page_text(app) and "Chỉ xem" in page_text(app)
    desk = desk_of(tmp_path)
    assert desk.plans.only_read and desk.plans.drafted is not None
    row = desk.plans.drafted.plan.placements[0]
    assert "Nhân bản" in desk.move(row.cadre, row.main) and desk.run.now is None
    assert "Nhân bản" in desk.plans.take_swap((row.cadre, row.cadre)) and len(desk.plans.saved) == 1
    assert desk.project.verify() == ()
    desk.close()
    app.button(key="copy_plan").click().run()
    assert "Chỉ xem" not in page_text(app)
    next(b for b in app.button if (b.key or "").startswith("look_") and b.label == "Xem").click()
    app.run()
    assert "Chỉ xem" in page_text(app)
    app.text_input(key="withdraw_why").set_value("ghi nhầm")
    app.button(key="withdraw").click().run()
    assert not app.exception and "Chỉ xem" not in page_text(app)
    desk = desk_of(tmp_path)
    last = desk.project.log()[-1]
    assert (last.action, last.why, desk.plans.only_read) == ("withdraw", "ghi nhầm", False)
    desk.close()
