"""What a user does in the app, for tests without a browser."""

import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

SCRIPT = str(Path(__file__).parents[2] / "ui" / "app.py")


def page_text(app: AppTest) -> str:
    parts = [*app.title, *app.header, *app.markdown, *app.error, *app.info, *app.success]
    html = [part.proto.body for part in app.get("html")]
    return " ".join([*(str(part.value) for part in parts), *html])


def opened(path: Path) -> AppTest:
    """The app after a workbook was uploaded on its first screen."""
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    app.file_uploader(key="upload").set_value((path.name, path.read_bytes(), "")).run()
    assert not app.exception
    return app


def go(app: AppTest, page: str) -> AppTest:
    link = next((button for button in app.button if button.label == page), None)
    if link is None:
        next(button for button in app.button if button.label == "Lập phương án").click().run()
        link = next(button for button in app.button if button.label == page)
    link.click().run()
    assert not app.exception
    return app


def drafted(app: AppTest) -> AppTest:
    app.button(key="start").click().run()
    for _ in range(100):
        if "Lập lại, thay đổi ít nhất" in [button.label for button in app.button]:
            assert not app.exception
            return app
        time.sleep(0.3)
        app.run()
    raise AssertionError("no plan in time")


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def until(app: AppTest, done: Callable[[], bool]) -> None:
    for _ in range(200):
        if done():
            assert not app.exception
            return
        time.sleep(0.3)
        app.run()
    raise AssertionError("not in time: " + page_text(app)[:500])
