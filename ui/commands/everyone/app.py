"""`sapxep app`: the app in a browser of this machine."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import FAULT, Browser, stop

ProjectFile = Annotated[
    Path | None, typer.Argument(metavar="[HO_SO.sapxep]", help="Mở ngay hồ sơ này.")
]
Port = Annotated[int, typer.Option(help="Cổng trên 127.0.0.1.")]


def app(project: ProjectFile = None, port: Port = 8501, browser: Browser = True) -> None:
    """Mở ứng dụng trên máy này (127.0.0.1), không gửi gì ra ngoài."""
    if project is not None and not project.is_file():
        stop(f"không có tệp {project}")
    serve_app(port, project, browser)


def serve_app(port: int, project: Path | None = None, browser: bool = True) -> None:
    """Serves until it is stopped, and leaves with its exit code."""
    from ui.launcher import serve

    try:
        code = serve(port, project, browser)
    except OSError as error:
        stop(str(error), FAULT)
    raise typer.Exit(code)
