"""What a user does, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import READY, SLOW
from ui.views.pages_table import PAGES, door_of


def settle(page: Page) -> None:
    page.wait_for_timeout(400)
    page.wait_for_selector(READY, timeout=SLOW)
    assert page.locator("[data-testid=stException]").count() == 0


DOOR_OF = {page.title: door_of(page.doors[0]).title for page in PAGES if page.doors}


def go(page: Page, name: str) -> None:
    """To a page, through the door it stands behind when it is not in sight."""
    sidebar = page.get_by_test_id("stSidebar")
    closed, last = page.get_by_test_id("stExpandSidebarButton"), sidebar.locator(".st-key-leave")
    expect(closed.or_(last).first).to_be_visible()
    if closed.count():
        closed.click()
        page.wait_for_timeout(400)
    expect(last).to_be_visible()
    link = sidebar.get_by_role("button", name=name, exact=True)
    if link.count() == 0:
        door = sidebar.get_by_role("button", name=DOOR_OF[name], exact=True)
        door.click()
        settle(page)
    if link.count():
        link.click()
        settle(page)


def draft_sample(page: Page) -> None:
    page.get_by_role("button", name="Dùng thử với dữ liệu mẫu").click()
    page.get_by_role("button", name="Lập dự thảo phương án").click()
    expect(page.get_by_text("Đúng quy định · 0 vi phạm")).to_be_visible(timeout=SLOW)
    settle(page)


CUT = """() => [...document.querySelectorAll(
  '.sx-strip div, .sx-row div, .sx-chip, .sx-table td, .sx-heat td, .sxb-row .nm, .sxb-chip, '
  + '.sxb-office header span, [data-testid=stMain] button:not('
  + '[data-testid=stFileUploaderDropzone] *) :is(p, div)')]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
  .map(e => e.innerText)"""


def cut_texts(page: Page) -> list[str]:
    """Texts that do not fit their box."""
    found: list[str] = page.evaluate(CUT)
    return found


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    wide: int = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide
