"""A served app and a real browser; whatever the browser asks for must come from this host."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ui.desk.work.projects_folder import HOME_VARIABLE
from ui.launcher import command
from ui.widgets.screen_words import NARROW

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


@dataclass
class Server:
    """The app on a free port of this host, on a shelf of its own."""

    home: Path
    url: str = ""
    process: "subprocess.Popen[bytes] | None" = None
    asked: list[str] = field(default_factory=list)
    """Every address that a browser has asked for."""

    def start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(self.url.rsplit(":", 1)[1]) if self.url else probe.getsockname()[1]
        self.process = subprocess.Popen(
            command(port),
            stdout=subprocess.DEVNULL,
            env={**os.environ, HOME_VARIABLE: str(self.home), "LOGNAME": "lan"},
        )
        self.url = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                with urlopen(f"{self.url}/_stcore/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the app did not start")

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def outside(self) -> list[str]:
        """What was asked of anybody but this server."""
        own = (self.url, self.url.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("nha"))
    server.start()
    yield server
    assert server.process is not None
    server.process.terminate()
    server.process.wait()
    assert server.outside() == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SAPXEP_BROWSER") or "/usr/bin/chromium", args=FLAGS
        )
        yield browser
        browser.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(server: Server, browser: Browser) -> Iterator[NewPage]:
    """Opens a window of its own (cookies, session) on the first screen."""
    contexts = []

    def opened(width: int = 1440, height: int = 1600, address: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SLOW)
        page.on("request", lambda request: server.asked.append(request.url))
        page.goto(address or server.url)
        page.wait_for_selector(READY)
        if width < NARROW:  # a small window is drawn again for its width at its first visit
            page.wait_for_function("document.cookie.includes('sx_width')")
            page.wait_for_timeout(800)
            page.wait_for_selector(READY)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()
