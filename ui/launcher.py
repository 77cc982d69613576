"""Starting the app: Streamlit in a process of its own, on this host only, with our look."""

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

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
    "client.showErrorDetails": "none",
}
ROSTER_VARIABLE, PLAN_VARIABLE = "SAPXEP_ROSTER", "SAPXEP_PLAN"


def command(port: int, browser: bool) -> list[str]:
    """The command line that serves the app on 127.0.0.1:`port`."""
    options = {**THEME, "server.port": str(port), "server.headless": str(not browser).lower()}
    script = str(files("ui") / "app.py")
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", script, *flags]


def serve(port: int, roster: Path | None, plan: Path | None, browser: bool) -> int:
    """Serves until Ctrl-C; opens on `roster` and `plan` when given."""
    environment = dict(os.environ)
    for variable, path in ((ROSTER_VARIABLE, roster), (PLAN_VARIABLE, plan)):
        if path is not None:
            environment[variable] = str(path.resolve())
    sys.stderr.write(f"Sắp Xếp: http://127.0.0.1:{port} (Ctrl-C để dừng)\n")
    try:
        return subprocess.call(command(port, browser), env=environment)
    except KeyboardInterrupt:
        return 0
