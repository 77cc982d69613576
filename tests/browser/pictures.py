"""Pictures of the app for the documents: `python -m tests.browser.pictures`."""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, READY, SLOW, Server
from tests.browser.steps import draft_sample, go, settle
from tests.folders import ROOT

FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1366, "height": 768}
COLOURS = 128
PAGES = {
    "lap_du_thao": "Lập dự thảo",
    "so_do_don_vi": "Sơ đồ một đơn vị",
    "dat_canh_nhau": "Đặt cạnh nhau",
    "thieu_hut_nang_luc": "Thiếu hụt năng lực",
}
"""File → page, each as it stands right after the first draft of the five-unit sample."""


def take_all(folder: Path) -> None:
    """Shoots every page into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(Path(home))
        server.start()
        try:
            path = os.environ.get("SAPXEP_BROWSER") or "/usr/bin/chromium"
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            page = browser.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]
            page.set_default_timeout(SLOW)
            page.goto(server.url)
            page.wait_for_selector(READY)
            _five_units(page)
            draft_sample(page)
            for name, title in PAGES.items():
                go(page, title)
                _take(page, folder / f"{name}.png")
            browser.close()
        finally:
            server.kill()


def _five_units(page: Page) -> None:
    page.get_by_role("combobox", name="Quy mô").click()
    page.get_by_role("option", name="Hai quận cũ").click()
    settle(page)


def _take(page: Page, path: Path) -> None:
    """What the window shows, in few colours so that the file stays small."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(1500)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    take_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
