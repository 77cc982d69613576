"""The flows of the three users, each in a real browser from end to end."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.excel.faults import BadWorkbook
from data.papers.plan_reader import read_plan
from data.roster_book.one_person import without_person
from data.roster_book.writer import write_workbook
from data.sample import sample
from data.store.project import Project
from planner.compare.moves import moves_between
from tests.browser.conftest import SLOW, NewPage, Server
from tests.browser.steps import draft_sample, go, settle
from tests.builders import crowded, with_cell
from ui.desk.desk import Desk

pytestmark = pytest.mark.browser
LAWFUL = "Đúng quy định · 0 vi phạm"


class Clicks:
    """Counts what a newcomer clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def button(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name).first.click()
        settle(self.page)

    def row(self, number: int) -> None:
        self.count += 1
        self.page.locator(".sxb-row.person").nth(number).click()
        self.page.wait_for_selector(".st-key-person_card")
        settle(self.page)


def test_a_newcomer_comes_from_a_workbook_to_a_lawful_plan_in_twelve_clicks(
    page: Page, server: Server, tmp_path: Path
) -> None:
    """Upload → plan → two pins → least change → board → downloads, on ten communes."""
    write_workbook(sample("Hà Nội", 5, communes_wanted=10), tmp_path / "danh_sach.xlsx")
    clicks = Clicks(page)
    clicks.count += 1
    page.locator("input[type=file]").first.set_input_files(tmp_path / "danh_sach.xlsx")
    expect(page.get_by_text("Biên chế được giao").first).to_be_visible()
    clicks.button("Lập dự thảo phương án")
    expect(page.get_by_text(LAWFUL)).to_be_visible(timeout=SLOW)
    settle(page)
    clicks.button("Xem sơ đồ")
    for number in (4, 7):
        clicks.row(number)
        clicks.button("Giữ cố định")
    clicks.count += 1
    go(page, "Lập dự thảo")
    expect(page.get_by_text("Giữ cố định: 2")).to_be_visible()
    clicks.button("Lập lại, thay đổi ít nhất")
    expect(page.get_by_role("heading", name="PA2")).to_be_visible(timeout=SLOW)
    settle(page)
    clicks.button("Xem sơ đồ")
    expect(page.locator(".sxb-chip", has_text="Cố định").first).to_be_visible()
    clicks.count += 1
    go(page, "Xuất văn bản")
    with page.expect_download() as download:
        clicks.button("Excel")
    download.value.save_as(tmp_path / "phuong_an.xlsx")
    plan = read_plan(tmp_path / "phuong_an.xlsx")
    assert not isinstance(plan, BadWorkbook) and plan.stated.cost is not None
    assert clicks.count <= 12
    (path,) = list(server.home.glob("danh_sach*.sapxep"))
    desk = Desk(Project.open(path))
    one, two = (desk.plans.drafted_of(saved.id) for saved in desk.plans.saved)
    assert moves_between(one.case, one.plan, two.case, two.plan) == ()
    assert [line.action for line in desk.project.log()].count("pin") == 2
    assert desk.project.verify() == ()
    desk.close()


def test_an_unlawful_drop_names_the_article_and_changes_nothing(page: Page) -> None:
    draft_sample(page)
    go(page, "Sơ đồ một đơn vị")
    rows = page.locator(".sxb-row.person")
    before = page.locator(".sxb").inner_text()
    source = rows.nth(6)
    source.hover()
    page.mouse.down()
    page.mouse.move(720, 700, steps=4)
    page.wait_for_selector(".sxb-row.no")
    target = page.locator(".sxb-row.no").first.bounding_box()
    assert target is not None
    page.mouse.move(target["x"] + 20, target["y"] + 8, steps=4)
    page.mouse.up()
    tip = page.locator(".sxb-tip")
    expect(tip).to_contain_text("Không chuyển được, chưa có gì thay đổi.")
    expect(tip).to_contain_text("✕")
    settle(page)
    assert page.locator(".sxb").inner_text().replace(tip.inner_text(), "").strip() == before.strip()
    go(page, "Nhật ký")
    expect(page.get_by_text("Đổi chỗ bằng tay")).to_have_count(0)


def test_a_move_by_keyboard_alone_says_the_price_and_drafts_again(page: Page) -> None:
    draft_sample(page)
    go(page, "Sơ đồ một đơn vị")
    page.locator(".sxb-row.person").nth(6).focus()
    page.keyboard.press("m")
    page.wait_for_selector(".sxb-row.may")
    may = page.locator(".sxb-row.may").last
    may.focus()
    expect(page.locator(".sxb-tip")).to_contain_text("được")
    page.keyboard.press("Enter")
    expect(page.locator(".sxb-chip", has_text="Cố định").first).to_be_visible(timeout=SLOW)
    go(page, "Nhật ký")
    expect(page.get_by_text("Hoàn tác: Đổi chỗ bằng tay")).to_be_visible()


def test_two_browsers_draft_at_once_without_mixing(new_page: NewPage) -> None:
    one, two = new_page(), new_page()
    for page, size in ((one, "Một quận cũ"), (two, "Hai quận cũ")):
        page.get_by_role("combobox", name="Quy mô").click()
        page.get_by_role("option", name=size).click()
        settle(page)
        page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
        settle(page)
    for page in (one, two):
        page.get_by_role("button", name="Lập dự thảo phương án").click()
    for page, units in ((one, "3 đơn vị"), (two, "5 đơn vị")):
        expect(page.get_by_text(LAWFUL)).to_be_visible(timeout=SLOW)
        settle(page)
        go(page, "Toàn tỉnh, thành phố")
        expect(page.get_by_text(units).first).to_be_visible()


def test_a_server_that_is_killed_shows_the_last_saved_plan_and_says_what_happened(
    page: Page, server: Server, tmp_path: Path
) -> None:
    write_workbook(crowded(sample("Hà Nội", 5, communes_wanted=10), 6), tmp_path / "lon.xlsx")
    page.locator("input[type=file]").first.set_input_files(tmp_path / "lon.xlsx")
    page.get_by_role("button", name="Lập dự thảo phương án").click()
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("Số người chuyển")).to_be_visible(timeout=SLOW)
    page.wait_for_timeout(3000)
    address = page.url
    server.kill()
    server.start()
    page.goto(address)
    expect(page.get_by_text("bị ngắt giữa chừng")).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("heading", name="PA1 (lập dở)")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text(LAWFUL)).to_be_visible()


def test_a_fault_is_mended_in_place_and_the_whole_list_goes_on(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "hong.xlsx"
    write_workbook(sample("Hà Nội", 7, communes_wanted=3), path)
    with_cell(path, "Cán bộ", 4, "Ngày sinh", "31/02/1980")
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_role("heading", name="còn 1 lỗi")).to_be_visible()
    settle(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 40, box["y"] + 52)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    cell = page.locator("#portal textarea, #portal input")
    cell.fill("28/02/1980")
    cell.press("Enter")
    expect(cell).to_have_count(0)
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Đọc lại với các ô đã sửa").click()
    expect(page.get_by_role("button", name="Lập dự thảo phương án")).to_be_visible()


def test_another_upload_is_a_difference_to_confirm(page: Page, tmp_path: Path) -> None:
    roster = sample("Hà Nội", 7, communes_wanted=3)
    write_workbook(roster, tmp_path / "cu.xlsx")
    write_workbook(without_person(roster, roster.cadres[0].code), tmp_path / "moi.xlsx")
    page.locator("input[type=file]").first.set_input_files(tmp_path / "cu.xlsx")
    expect(page.get_by_text("Biên chế được giao").first).to_be_visible()
    settle(page)
    go(page, "Danh sách cán bộ")
    page.get_by_text("Đưa bảng tính mới vào").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "moi.xlsx")
    page.get_by_role("button", name="Xem thay đổi").click()
    expect(page.get_by_text("Người không còn trong danh sách mới")).to_be_visible()
    page.get_by_role("button", name="Dùng danh sách mới").click()
    settle(page)
    expect(page.get_by_text(f"{len(roster.cadres) - 1} người")).to_be_visible()


def test_an_announced_plan_is_only_read_and_its_copy_can_be_changed(page: Page) -> None:
    draft_sample(page)
    page.get_by_role("button", name="Công bố …").click()
    page.get_by_role("textbox", name="Căn cứ (văn bản, ngày)").fill("Quyết định 12-QĐ/TU")
    page.get_by_role("button", name="Công bố PA1").click()
    expect(page.get_by_text("Chỉ xem").first).to_be_visible()
    go(page, "Sơ đồ một đơn vị")
    expect(page.get_by_text("Quyết định 12-QĐ/TU")).to_be_visible()
    page.wait_for_selector(".sxb-row")
    assert page.locator(".sxb-row[draggable=true]").count() == 0
    go(page, "Lập dự thảo")
    page.get_by_role("button", name="Nhân bản").click()
    expect(page.get_by_role("heading", name="PA1 – bản sao")).to_be_visible()
    go(page, "Sơ đồ một đơn vị")
    page.wait_for_selector(".sxb-row[draggable=true]")


def test_a_policy_of_concurrency_chosen_by_one_click_holds_in_the_next_plan(
    page: Page, server: Server
) -> None:
    known = set(server.home.glob("*.sapxep"))
    draft_sample(page)
    go(page, "Quy định, tiêu chí")
    page.get_by_text("Kiêm nhiệm, CNTT", exact=True).click()
    settle(page)
    page.get_by_text("Chỉ điều bắt buộc", exact=True).click()
    expect(page.get_by_text("trong đó 0 cách không bắt buộc")).to_be_visible()
    go(page, "Lập dự thảo")
    page.get_by_role("button", name="Lập lại, thay đổi ít nhất").click()
    expect(page.get_by_role("heading", name="PA2")).to_be_visible(timeout=SLOW)
    (path,) = set(server.home.glob("*.sapxep")) - known
    desk = Desk(Project.open(path))
    drafted = desk.plans.drafted
    assert drafted is not None and drafted.report is not None and drafted.report.lawful
    loads = [
        bundle.load
        for row in drafted.plan.placements
        for bundle in [
            drafted.case.organisation.concurrency.bundle(
                [drafted.case.posts[p].title for p in row.posts]
            )
        ]
        if bundle is not None
    ]
    assert loads and max(loads) == 0
    desk.close()
