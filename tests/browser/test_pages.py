"""Every page in every state: our words only, no serious fault of access, nothing cut."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from data.roster_book.one_person import without_person
from data.roster_book.writer import write_workbook
from data.sample import sample
from tests.browser.conftest import SLOW, NewPage
from tests.browser.steps import cut_texts, draft_sample, go, overflow, settle
from tests.browser.vietnamese import foreign, is_syllable
from tests.builders import with_cell
from tests.clashing import relatives_pinned_together
from ui.views.pages_table import PAGES
from ui.widgets.screen_words import NARROW

pytestmark = pytest.mark.browser

ALLOWED = frozenset({"excel", "enter", "toml", "xlsx", "sapxep", "english"})
"""A product, a key on the keyboard, three endings of files, and the way to English."""
SAID = """() => {
  const told = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest('script, style, noscript, [data-testid=stIconMaterial], [role=img]'))
      told.push(walker.currentNode.nodeValue);
  }
  for (const node of document.querySelectorAll('#root *'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      if (node.getAttribute(name)) told.push(node.getAttribute(name));
  return told.join('\\n');
}"""


def words_said(page: Page) -> str:
    told: str = page.evaluate(SAID)
    return told


def faults(page: Page, name: str, shots: Path) -> list[tuple[str, object]]:
    """What is wrong with a page in a state; empty when all is well."""
    page.wait_for_timeout(300)
    page.screenshot(path=shots / f"{name}.png", full_page=True)
    told = words_said(page)
    said = foreign(told, ALLOWED) | set(re.findall(r"\b\d{1,3},\d{3}\b", told))
    cut, wide = cut_texts(page), overflow(page)
    found: list[tuple[str, object]] = []
    found += [(name, f"not Vietnamese: {said}")] if said else []
    found += [(name, f"cut: {cut}")] if cut else []
    found += [(name, f"too wide by {wide}")] if wide > 0 else []
    width = page.evaluate("window.innerWidth")
    for one in Axe().run(page).response["violations"] if width >= NARROW else ():
        if one["impact"] in ("serious", "critical"):
            found.append((name, f"{one['id']}: {one['nodes'][0]['html'][:200]}"))
    return found


@pytest.fixture(params=[1440, 1024])
def sized(request: pytest.FixtureRequest, new_page: NewPage) -> Iterator[Page]:
    page = new_page(width=request.param, height=1000)
    yield page


def test_a_small_window_starts_without_the_sidebar(new_page: NewPage) -> None:
    small = new_page(width=1024, height=1000)
    draft_sample(small)
    expect(small.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    assert overflow(small) <= 0 and cut_texts(small) == []
    go(small, "Nhật ký")
    expect(small.get_by_role("heading", name="Nhật ký")).to_be_visible()


def test_the_first_screen(sized: Page, tmp_path: Path) -> None:
    assert faults(sized, "cua_vao", tmp_path) == []


def test_every_page_with_a_plan(sized: Page, tmp_path: Path) -> None:
    draft_sample(sized)
    found: list[tuple[str, object]] = []
    for each in PAGES:
        go(sized, each.title)
        found += faults(sized, each.code, tmp_path)
    go(sized, "Quy định, tiêu chí")
    for part in ("Biên chế, số chỗ", "Kiêm nhiệm, CNTT"):
        sized.get_by_text(part, exact=True).click()
        settle(sized)
        found += faults(sized, part, tmp_path)
    go(sized, "Khuyết và dôi dư")
    sized.get_by_text("Từng tiêu chí", exact=True).click()
    settle(sized)
    found += faults(sized, "Từng tiêu chí", tmp_path)
    # A table is a picture: what it writes numbers by is looked at instead.
    written = sized.evaluate("new Intl.NumberFormat(navigator.languages).format(1234.5)")
    assert written == "1.234,5"
    go(sized, "Sơ đồ một đơn vị")
    sized.locator(".sxb-row.person").nth(3).click()
    sized.wait_for_selector(".st-key-person_card")
    settle(sized)
    found += faults(sized, "nguoi", tmp_path)
    for mode in ("Hiện trạng", "Thay đổi"):
        sized.get_by_text(mode, exact=True).click()
        settle(sized)
        found += faults(sized, mode, tmp_path)
    assert found == []


def test_every_page_before_there_is_a_plan(sized: Page, tmp_path: Path) -> None:
    found: list[tuple[str, object]] = []
    sized.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
    settle(sized)
    for each in PAGES:
        go(sized, each.title)
        found += faults(sized, each.code, tmp_path)
    assert found == []


def test_a_faulty_workbook(sized: Page, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.xlsx"
    write_workbook(sample("Hà Nội", 7, communes_wanted=3), path)
    with_cell(path, "Cán bộ", 4, "Ngày sinh", "31/02/1980")
    sized.locator("input[type=file]").first.set_input_files(path)
    expect(sized.get_by_text("hỏng.xlsx: còn 1 lỗi")).to_be_visible()
    settle(sized)
    assert faults(sized, "loi", tmp_path) == []


def test_another_workbook_for_an_open_project(sized: Page, tmp_path: Path) -> None:
    roster = sample("Hà Nội", 7, communes_wanted=3)
    write_workbook(roster, tmp_path / "cũ.xlsx")
    fewer = without_person(roster, roster.cadres[0].code)
    changed = replace(fewer.cadres[0], title="Chuyên viên", minority=True)
    new = replace(fewer, cadres=(changed, *fewer.cadres[1:]))
    write_workbook(new, tmp_path / "mới.xlsx")
    sized.locator("input[type=file]").first.set_input_files(tmp_path / "cũ.xlsx")
    expect(sized.get_by_text("Biên chế được giao").first).to_be_visible()
    settle(sized)
    go(sized, "Danh sách cán bộ")
    sized.get_by_text("Đưa bảng tính mới vào").click()
    sized.locator("input[type=file]").set_input_files(tmp_path / "mới.xlsx")
    sized.get_by_role("button", name="Xem thay đổi").click()
    expect(sized.get_by_text("Người có thay đổi")).to_be_visible()
    settle(sized)
    assert faults(sized, "thay_doi", tmp_path) == []


def test_what_cannot_be_drafted(sized: Page, tmp_path: Path) -> None:
    write_workbook(relatives_pinned_together().roster, tmp_path / "vướng.xlsx")
    sized.locator("input[type=file]").first.set_input_files(tmp_path / "vướng.xlsx")
    sized.get_by_role("button", name="Lập dự thảo phương án").click()
    expect(sized.get_by_text("Cách gỡ từng nhóm")).to_be_visible(timeout=SLOW)
    settle(sized)
    assert faults(sized, "vuong", tmp_path) == []
    sized.get_by_role("button", name="Áp dụng và lập lại").first.click()
    expect(sized.get_by_text("Đúng quy định · 0 vi phạm")).to_be_visible(timeout=SLOW)


def test_english_on_request_and_back(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="What do you need to do today?")).to_be_visible()
    page.get_by_role("button", name="Try with sample data").click()
    settle(page)
    page.get_by_role("button", name="Draft a plan", exact=True).first.click()
    expect(page.get_by_text("Lawful · 0 breaches")).to_be_visible(timeout=SLOW)
    for name in ("Chart of one unit", "Vacancies and surplus"):
        page.get_by_test_id("stSidebar").get_by_text(name, exact=True).click()
        settle(page)
        expect(page.get_by_test_id("stMain").get_by_text(name).first).to_be_visible()
    page.get_by_role("button", name="First screen").click()
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", name="Hôm nay anh, chị cần làm gì?")).to_be_visible()


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiêng", True),
        ("Thuận", True),
        ("quyết", True),
        ("khuyết", True),
        ("chuyển", True),
        ("that", False),
        ("press", False),
        ("submit", False),
        ("chat", False),
        ("gap", False),
        ("tháng", True),
    ],
)
def test_the_walker_knows_a_syllable_from_a_foreign_word(word: str, is_one: bool) -> None:
    assert is_syllable(word) is is_one
