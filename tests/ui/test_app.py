"""The app without a browser: its states and what each shows."""

import socket
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.legal_basis import make_case
from data.roster_book.reader import read_workbook
from data.roster_book.writer import write_workbook
from data.store.project import Project
from planner.roster import Roster
from solver.progress import Limits
from tests.clashing import relatives_pinned_together
from tests.ui.app_steps import SCRIPT, drafted, go, labels, opened, page_text, until
from ui.desk.desk import Desk
from ui.desk.story import draft_case, scenario_for
from ui.launcher import PROJECT_VARIABLE, THEME, command, free_port


def test_the_first_screen_offers_upload_template_and_sample() -> None:
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Sắp Xếp"
    text = page_text(app)
    for door in ("Lập phương án", "So sánh, xem xét phương án", "Đào tạo, bồi dưỡng"):
        assert door in text
    assert "Dùng thử với dữ liệu mẫu" in [button.label for button in app.button]


def test_pages_without_a_plan_say_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, roster_path: Path
) -> None:
    app = opened(roster_path)
    for page in ("Toàn tỉnh, thành phố", "Danh sách bố trí", "Khuyết và dôi dư", "Xuất văn bản"):
        assert "Chưa có phương án nào" in page_text(go(app, page))


def test_drafting_shows_the_result_on_every_page(
    monkeypatch: pytest.MonkeyPatch, roster_path: Path
) -> None:
    app = drafted(opened(roster_path))
    assert "Vấn đề cần xem xét" in page_text(app)
    table = go(app, "Toàn tỉnh, thành phố").dataframe[0].value
    worst_first = table.sort_values(
        ["★ Chủ chốt", "Khuyết", "Đơn vị"], ascending=[False, False, True], kind="stable"
    )
    assert list(table["Đơn vị"]) == list(worst_first["Đơn vị"]) and len(table) == 3
    people = go(app, "Danh sách bố trí")
    code = people.dataframe[0].value["Mã"][0]
    people.text_input(key="search").set_value(code.lower()).run()
    assert list(people.dataframe[0].value["Mã"]) == [code]
    assert go(app, "Khuyết và dôi dư").dataframe


def test_a_faulty_workbook_shows_its_faults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "hong.xlsx").write_bytes(b"")
    app = opened(tmp_path / "hong.xlsx")
    assert app.title[0].value == "hong.xlsx: còn 1 lỗi"
    assert "tệp rỗng" in app.dataframe[0].value["Cần"][0]


def test_the_server_listens_on_this_host_only_and_tells_nobody() -> None:
    line = command(8600)
    assert "--server.address=127.0.0.1" in line and "--server.port=8600" in line
    assert THEME["browser.gatherUsageStats"] == "false"


def test_a_project_from_the_command_line_is_one_for_all_windows(
    monkeypatch: pytest.MonkeyPatch, roster_path: Path, tmp_path: Path
) -> None:
    roster = read_workbook(roster_path)
    assert isinstance(roster, Roster)
    case = make_case(roster, scenario_for(None))
    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    desk.inputs.take_roster(roster, "open")
    desk.plans.take_draft(draft_case(case, Limits(60), lambda progress: None))
    desk.close()
    monkeypatch.setenv(PROJECT_VARIABLE, str(tmp_path / "H.sapxep"))
    windows = [AppTest.from_file(SCRIPT, default_timeout=60).run() for _ in range(2)]
    for app in windows:
        assert not app.exception and "Vấn đề cần xem xét" in page_text(app)
        assert "Lập lại, thay đổi ít nhất" in labels(app)
    assert windows[0].query_params["ho_so"] == windows[1].query_params["ho_so"]


def test_a_port_in_use_gives_way_to_the_next() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_what_cannot_be_drafted_says_what_clashes_and_a_way_out_drafts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two relatives pinned as head and deputy of one office: seen only by the whole search."""
    write_workbook(relatives_pinned_together().roster, tmp_path / "thanh_nhan.xlsx")
    app = opened(tmp_path / "thanh_nhan.xlsx")
    app.button(key="start").click().run()
    until(app, lambda: "Cách gỡ từng nhóm" in page_text(app))
    words = page_text(app)
    assert "Chưa thể lập phương án" in words and "cần thêm thời gian" not in words
    assert "KT-TP" not in words and "Người thân không cùng" in words
    assert words.count("⚲ Giữ cố định") == 2
    app.button(key="way_0_0").click().run()
    until(app, lambda: "Lập lại, thay đổi ít nhất" in labels(app))
    assert "Đúng quy định" in page_text(app)
    assert not app.exception
