"""The shelf: project files on this machine, where they lie and which were opened last."""

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.store.project import SUFFIX, NotAProject, Project
from planner.text.vietnamese import file_words

HOME_VARIABLE = "SAPXEP_HOME"
"""Folder of the project files; by default "Sap Xep" in the home of the account."""
RECENT = "gan_day.json"
SHOWN = 12


def home() -> Path:
    """The folder of the projects, made when it is not there."""
    path = Path(os.environ.get(HOME_VARIABLE) or Path.home() / "Sap Xep")
    path.mkdir(parents=True, exist_ok=True)
    return path


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A project file that was opened before."""

    path: Path
    changed: float
    """Seconds since 1970 of the last change on disk."""


def recent() -> tuple[OnShelf, ...]:
    """The project files changed last, in the folder or elsewhere, the latest first."""
    found = [OnShelf(path, _changed(path)) for path in _known()]
    return tuple(sorted(found, key=lambda entry: -entry.changed)[:SHOWN])


def _known() -> set[Path]:
    """Project files in the folder, and those opened from elsewhere that are there now."""
    paths = {path.resolve() for path in home().glob(f"*{SUFFIX}")} | _remembered()
    return {path for path in paths if path.is_file()}


def _changed(path: Path) -> float:
    """Of the file or of what SQLite has not yet moved into it."""
    beside = path.with_name(f"{path.name}-wal")
    return max(p.stat().st_mtime for p in (path, beside) if p.is_file())


def _remembered() -> set[Path]:
    try:
        told = json.loads((home() / RECENT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {Path(entry) for entry in told if isinstance(entry, str)}


def remember(path: Path) -> None:
    """Keeps a file that lies outside the folder on the list."""
    if path.resolve().parent == home().resolve():
        return
    paths = sorted({str(entry) for entry in {*_remembered(), path.resolve()}})
    part = home() / f"{RECENT}.part"
    part.write_text(json.dumps(paths, ensure_ascii=False), encoding="utf-8")
    part.replace(home() / RECENT)


def free_path(name: str, folder: Path | None = None) -> Path:
    """A path in the folder of the projects, or in another, that no file has yet."""
    folder = folder or home()
    words = file_words(name)[:60] or "ho_so"
    number, path = 1, folder / f"{words}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{words}_{number}{SUFFIX}"
    return path


def path_of(mark: str) -> Path | None:
    """The file that an address names by `mark_of`; None when it is not on the shelf."""
    return next((path for path in _known() if mark_of(path) == mark), None)


def mark_of(path: Path) -> str:
    """How an address names a file: its name without ending; outside the folder, where another of
    the same name may lie, with a mark of its place."""
    place = path.resolve().parent
    if place == home().resolve():
        return path.stem
    return f"{path.stem}-{sha256(str(place).encode()).hexdigest()[:8]}"


def taken_in(name: str, content: bytes) -> Path:
    """A project file that was handed over, as a file of its own in the folder. Raises
    NotAProject, and then nothing stays behind."""
    path = free_path(Path(name).stem)
    path.write_bytes(content)
    try:
        Project.open(path).close()
    except NotAProject:
        path.unlink(missing_ok=True)
        raise
    return path
