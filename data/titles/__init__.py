"""The table of titles as files: every `*.toml` of this folder, and a department's laid over it."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from data.reference import table as reference_table
from data.titles.title_faults import BadTitles, faults_between
from data.titles.title_kinds import Rows
from data.titles.title_rows import read_rows
from planner.titles import TitleTable

__all__ = ["BadTitles", "TitleFiles", "read_titles", "titles_folder"]

TitleFiles = Mapping[str, str]
"""File name → text."""
KINDS = (
    "Phường ",
    "Xã ",
    "Thị trấn ",
    "Đặc khu ",
    "Quận ",
    "Huyện ",
    "Thị xã ",
    "Thành phố ",
    "Tỉnh ",
)


def read_titles(overlay: Path | TitleFiles | None = None) -> TitleTable:
    """Our table, with the files of `overlay` (a folder, or files by name) over it: a row of a code
    that is there adds its spellings, another one is new.

    Raises BadTitles with every fault: where, what was read, what was expected.
    """
    files = titles_folder(overlay) if isinstance(overlay, Path) else overlay
    return _laid_over(tuple(sorted(files.items()))) if files else _ours()


@cache
def _ours() -> TitleTable:
    rows = read_rows(_files())
    _refuse(rows)
    return rows.table(place_names())


@cache
def _laid_over(files: tuple[tuple[str, str], ...]) -> TitleTable:
    rows = read_rows({**_files(), **{f"{name} (của đơn vị)": text for name, text in files}})
    _refuse(rows)
    return rows.table(place_names())


def _refuse(rows: Rows) -> None:
    found = list(faults_between(rows))
    if found:
        raise BadTitles(found)


@cache
def _files() -> dict[str, str]:
    folder = resources.files(__package__)
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


def titles_folder(folder: Path) -> TitleFiles:
    """The title files of a folder; BadTitles when there is none."""
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    if not paths:
        raise BadTitles([f"thư mục chức danh {folder}: không có tệp .toml nào"])
    try:
        return {path.name: path.read_text(encoding="utf-8") for path in paths}
    except (OSError, UnicodeDecodeError) as error:
        raise BadTitles([f"thư mục chức danh {folder}: không đọc được ({error})"]) from error


@cache
def place_names() -> frozenset[str]:
    """Names of all units of today and before, without their kind."""
    names = {row["name"] for row in reference_table("units.csv")}
    for row in reference_table("merge.csv"):
        names |= {row["old_name"], row["district"]}
    for name in ("provinces.csv", "pilot_wards.csv"):
        names |= {row["name"] for row in reference_table(name)}
    return frozenset(_without_kind(name) for name in names if name)


def _without_kind(name: str) -> str:
    return next((name.removeprefix(kind) for kind in KINDS if name.startswith(kind)), name)
