"""The norms as files: every `*.toml` of this folder, and of an overlay laid over it."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from data.norms.coherence import incoherences
from data.norms.entries import BadNorms, read_entries
from data.norms.overlay import laid_over
from planner.law.norm import Norm

__all__ = ["BadNorms", "Files", "folder_files", "read_norms", "rows_left_out"]

Files = Mapping[str, str]
"""File name → text."""


def read_norms(overlay: Path | Files | None = None) -> tuple[Norm, ...]:
    """Our norms, by file and place, with those of `overlay` (a folder, or files by name) over them.

    Raises BadNorms with every fault: where, what was read, what was expected.
    """
    norms = _ours()
    if overlay:
        files = folder_files(overlay) if isinstance(overlay, Path) else overlay
        norms = laid_over(norms, read_entries(files, overlay=True))
        _refuse(norms)
    return norms


_OURS: list[tuple[Norm, ...]] = []


def _ours() -> tuple[Norm, ...]:
    """Read once: the files are part of the package and do not change while it runs."""
    if not _OURS:
        folder = resources.files(__package__)
        files = {
            entry.name: entry.read_text(encoding="utf-8")
            for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
            if entry.name.endswith(".toml")
        }
        norms = read_entries(files).norms
        _refuse(norms)
        _OURS.append(norms)
    return _OURS[0]


def folder_files(folder: Path) -> Files:
    """The norm files of a folder; BadNorms when there is none."""
    if not folder.is_dir():
        raise BadNorms([f"không có thư mục căn cứ số {folder}"])
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise BadNorms([f"thư mục căn cứ số {folder}: không có tệp .toml nào"])
    try:
        return {path.name: path.read_text(encoding="utf-8") for path in paths}
    except (OSError, UnicodeDecodeError) as error:
        raise BadNorms([f"thư mục căn cứ số {folder}: không đọc được ({error})"]) from error


def _refuse(norms: tuple[Norm, ...]) -> None:
    found = list(incoherences(norms))
    if found:
        raise BadNorms(found)


def rows_left_out() -> dict[str, str]:
    """Rows of the legal reference that are no norm → why, from LEFT_OUT.md."""
    text = (resources.files(__package__) / "LEFT_OUT.md").read_text(encoding="utf-8")
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {cell[0]: cell[1] for cell in cells[1:]}
