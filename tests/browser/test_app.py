"""A real browser on the real app: from the sample to a reason and a downloaded plan."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.excel.faults import BadWorkbook
from data.papers.plan_reader import read_plan
from data.roster_book.writer import write_workbook
from data.sample import sample
from tests.browser.conftest import SLOW
from tests.browser.steps import cut_texts, draft_sample, go, settle
from tests.builders import crowded

pytestmark = pytest.mark.browser


def test_from_the_sample_to_a_reason_and_the_downloaded_plan(page: Page, tmp_path: Path) -> None:
    draft_sample(page)
    page.screenshot(path=tmp_path / "draft.png")
    go(page, "Sơ đồ một đơn vị")
    expect(page.get_by_text("Thường trực Đảng ủy")).to_be_visible()
    assert cut_texts(page) == []
    page.locator(".sxb-row.person").nth(4).click()
    expect(page.get_by_text("Vì sao ở đây: điều kiện, tiêu chuẩn đạt")).to_be_visible()
    expect(page.get_by_text("CV 11/CV-BCĐ").first).to_be_visible()
    page.screenshot(path=tmp_path / "unit.png")
    go(page, "Xuất văn bản")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel").first.click()
    download.value.save_as(tmp_path / "phuong_an.xlsx")
    plan = read_plan(tmp_path / "phuong_an.xlsx")
    assert not isinstance(plan, BadWorkbook)
    assert len(plan.plan.placements) > 200
    for name in ("draft.png", "unit.png"):
        assert (tmp_path / name).stat().st_size > 20_000


def test_the_table_of_units_the_list_and_the_open_seats_draw(page: Page) -> None:
    draft_sample(page)
    for name, word in (
        ("Toàn tỉnh, thành phố", "3 đơn vị"),
        ("Danh sách bố trí", "bấm một dòng để xem lý do"),
        ("Khuyết và dôi dư", "Từng tiêu chí"),
        ("Đặt cạnh nhau", "Công bằng"),
        ("Thiếu hụt năng lực", "Đơn vị × năng lực"),
        ("Nhật ký", "Lập phương án"),
    ):
        go(page, name)
        expect(page.get_by_text(word).first).to_be_visible()
    go(page, "Danh sách bố trí")
    page.get_by_role("textbox", name="Tìm theo tên, mã, chức danh, đơn vị").fill(
        "khong co ai ten nay"
    )
    page.keyboard.press("Enter")
    expect(page.get_by_text("Không có ai khớp")).to_be_visible()


def test_a_reload_finds_the_same_plan(page: Page) -> None:
    draft_sample(page)
    page.reload()
    expect(page.get_by_text("Đúng quy định · 0 vi phạm")).to_be_visible(timeout=SLOW)


def test_a_faulty_workbook_shows_every_fault_and_the_way_back(page: Page, tmp_path: Path) -> None:
    (tmp_path / "hong.xlsx").write_bytes(b"khong phai excel")
    page.locator("input[type=file]").set_input_files(tmp_path / "hong.xlsx")
    expect(page.get_by_text("hong.xlsx: còn 1 lỗi")).to_be_visible()
    page.get_by_role("button", name="Chọn tệp khác").click()
    expect(page.get_by_text("Hôm nay anh, chị cần làm gì?")).to_be_visible()


def test_a_norm_is_changed_with_its_source_shown_and_put_back(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
    settle(page)
    go(page, "Quy định, tiêu chí")
    search = page.get_by_role("textbox", name="Tìm trong nội dung, mã, căn cứ")
    search.fill("P-KEEP-KM")
    search.press("Enter")
    expect(page.get_by_text("1 căn cứ số có hiệu lực")).to_be_visible()
    box = page.get_by_test_id("stDataFrame").last.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 14, box["y"] + 52)
    settle(page)
    expect(page.get_by_text("HĐND TP Hà Nội (9/7/2025)").first).to_be_visible()
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_text("cần ghi căn cứ của thay đổi")).to_be_visible()
    page.get_by_label("Tính đến", exact=True).fill("30 tháng")
    page.get_by_role("textbox", name="Căn cứ của thay đổi (văn bản, ngày)").fill("Quyết định 1/QĐ")
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_text('đọc được "30 tháng"')).to_be_visible()
    page.get_by_label("Tính đến", exact=True).fill("30 km")
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_text("Căn cứ số của đơn vị: 1 mục")).to_be_visible()
    settle(page)
    page.screenshot(path=tmp_path / "law.png")
    page.get_by_role("button", name="Bỏ mọi thay đổi").click()
    expect(page.get_by_text("Căn cứ số của đơn vị: 0 mục")).to_be_visible()


def test_stopping_keeps_the_best_plan(page: Page, tmp_path: Path) -> None:
    write_workbook(crowded(sample("Hà Nội", 5, communes_wanted=10), 6), tmp_path / "H.xlsx")
    page.locator("input[type=file]").set_input_files(tmp_path / "H.xlsx")
    page.get_by_role("button", name="Lập dự thảo phương án").click()
    stop = page.get_by_role("button", name="Dừng, giữ phương án tốt nhất")
    expect(stop).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_text("Số người chuyển")).to_be_visible(timeout=SLOW)
    stop.click()
    expect(page.get_by_text("Đúng quy định · 0 vi phạm")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Dừng sớm, giữ phương án tốt nhất")).to_be_visible()
