"""A real browser on the real app: from the sample to a reason and a downloaded plan."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from data.faults import BadWorkbook
from data.plan_reader import read_plan
from data.sample import sample
from data.workbook_writer import write_workbook
from tests.builders import crowded
from ui.launcher import command

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
SLOW = 90_000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The app, served on a free port of this host."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(command(port), stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            with urlopen(f"{url}/_stcore/health", timeout=1):
                break
        except OSError:
            time.sleep(0.2)
    yield url
    server.terminate()
    server.wait()


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SAPXEP_BROWSER") or "/usr/bin/chromium", args=FLAGS
        )
        page = browser.new_page(viewport={"width": 1440, "height": 1600}, accept_downloads=True)
        page.set_default_timeout(SLOW)
        page.goto(address)
        page.wait_for_selector(READY)
        yield page
        browser.close()


def settle(page: Page) -> None:
    page.wait_for_timeout(400)
    page.wait_for_selector(READY, timeout=SLOW)
    assert page.locator("[data-testid=stException]").count() == 0


def go(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebar").get_by_text(name, exact=True).click()
    settle(page)


def draft_sample(page: Page) -> None:
    page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
    page.get_by_role("button", name="Lập dự thảo phương án").click()
    expect(page.get_by_text("Đúng quy định · 0 vi phạm")).to_be_visible(timeout=SLOW)
    settle(page)


def cut_texts(page: Page) -> list[str]:
    """Texts of our own pieces that do not fit their box."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.sx-strip div, .sx-row div, .sx-chip, .oh span')]
            .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
            .map(e => e.innerText)"""
    )


def test_from_the_sample_to_a_reason_and_the_downloaded_plan(page: Page, tmp_path: Path) -> None:
    draft_sample(page)
    page.screenshot(path=tmp_path / "draft.png")
    go(page, "Sơ đồ một đơn vị")
    expect(page.get_by_text("Thường trực Đảng ủy")).to_be_visible()
    assert cut_texts(page) == []
    picker = page.get_by_role("combobox", name="Xem lý do bố trí của")
    picker.click()
    picker.press("ArrowDown")
    page.get_by_role("option").first.click()
    expect(page.get_by_text("Điều kiện, tiêu chuẩn đạt")).to_be_visible()
    expect(page.get_by_text("CV 11/CV-BCĐ").first).to_be_visible()
    page.screenshot(path=tmp_path / "unit.png")
    go(page, "Xuất văn bản")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải phương án (Excel)").click()
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
    ):
        go(page, name)
        expect(page.get_by_text(word).first).to_be_visible()
    go(page, "Danh sách bố trí")
    page.get_by_label("Tìm theo tên, mã, chức danh, đơn vị").fill("khong co ai ten nay")
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
    search = page.get_by_label("Tìm trong nội dung, mã, căn cứ")
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
    page.get_by_label("Căn cứ của thay đổi (văn bản, ngày)").fill("Quyết định 1/QĐ")
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


def test_nothing_comes_from_the_net(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SAPXEP_BROWSER") or "/usr/bin/chromium", args=FLAGS
        )
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_selector(READY)
        page.wait_for_timeout(1500)
        browser.close()
    outside = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert [url for url in outside if not url.startswith(address.replace("http", "ws"))] == []
