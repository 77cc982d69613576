"""Starting the app: Streamlit in a process of its own, on this host only, with our look."""

import os
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from importlib.resources import files
from pathlib import Path
from urllib.request import urlopen

THEME = {
    "theme.base": "light",
    "theme.primaryColor": "#0F5A78",
    "theme.textColor": "#1B2631",
    "theme.backgroundColor": "#FFFFFF",
    "theme.secondaryBackgroundColor": "#F5F7F9",
    "theme.font": "'Segoe UI', 'Noto Sans', system-ui, sans-serif",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "200",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": "false",
    "runner.postScriptGC": "false",
    "client.showErrorDetails": "none",
}
PROJECT_VARIABLE = "SAPXEP_PROJECT"
PORTS_TRIED = 20


def command(port: int) -> list[str]:
    """The command line that serves the app on 127.0.0.1:`port`.

    Always headless: Streamlit's own opening of a browser would first ask for an e-mail address.
    """
    options = {**THEME, "server.port": str(port), "server.headless": "true"}
    script = str(files("ui") / "app.py")
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-P", "-m", "streamlit", "run", script, *flags]


def free_port(port: int) -> int:
    """`port`, or the next one that nobody on this host listens on; OSError when all are taken."""
    for number in range(port, port + PORTS_TRIED):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", number))
            except OSError:
                continue
            return number
    raise OSError(f"các cổng {port}–{port + PORTS_TRIED - 1} đều đang bận")


def _open_when_ready(url: str) -> None:
    for _ in range(300):
        try:
            with urlopen(f"{url}/_stcore/health", timeout=1):
                webbrowser.open(url)
                return
        except OSError:
            time.sleep(0.2)


def serve(port: int, project: Path | None, browser: bool) -> int:
    """Serves until Ctrl-C; opens on a project file when one is given."""
    port = free_port(port)
    url = f"http://127.0.0.1:{port}"
    environment = dict(os.environ)
    if project is not None:
        environment[PROJECT_VARIABLE] = str(project.resolve())
    sys.stderr.write(f"Sắp Xếp: {url} (Ctrl-C để dừng)\n")
    if browser:
        threading.Thread(target=_open_when_ready, args=(url,), daemon=True).start()
    try:
        return subprocess.call(command(port), env=environment, stdout=subprocess.DEVNULL)
    except KeyboardInterrupt:
        return 0
