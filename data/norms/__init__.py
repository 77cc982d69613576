"""The norms as files: every `*.toml` of this folder, and of a folder laid over it."""

import tomllib
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from planner.norms import Force, Norm


class BadNorms(ValueError):
    """A norm file that cannot be read as norms; the message names file, norm and field."""


def read_norms(overlay: Path | None = None) -> tuple[Norm, ...]:
    """Our norms, by file and place; those of folder `overlay` replace ours of the same id."""
    ours = _read_folder(resources.files(__package__))
    if overlay is None:
        return ours
    if not overlay.is_dir():
        raise BadNorms(f"không có thư mục căn cứ số {overlay}")
    theirs = _read_folder(overlay)
    replaced = {norm.id for norm in theirs}
    return (*(norm for norm in ours if norm.id not in replaced), *theirs)


def _read_folder(folder: Traversable) -> tuple[Norm, ...]:
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    norms = tuple(
        _norm(entry, f"{file.name}, mục {number}")
        for file in files
        for number, entry in enumerate(_entries(file), 1)
    )
    _refuse_overlaps(norms)
    return norms


def _entries(file: Traversable) -> list[dict[str, Any]]:
    try:
        entries: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["norm"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise BadNorms(f"{file.name}: không đọc được ({error})") from error
    return entries


def _norm(entry: dict[str, Any], where: str) -> Norm:
    try:
        norm = Norm(**{**entry, "force": Force(entry["force"])})
    except (TypeError, ValueError, KeyError) as error:
        raise BadNorms(f"{where} ({entry.get('id', 'không có id')}): {error}") from error
    for name in ("since", "until"):
        if not isinstance(getattr(norm, name), date | None):
            raise BadNorms(f"{where} ({norm.id}): {name} phải là ngày")
    if not norm.source:
        raise BadNorms(f"{where} ({norm.id}): thiếu căn cứ (source)")
    return norm


def _refuse_overlaps(norms: tuple[Norm, ...]) -> None:
    """Two norms of one id and scope may not be in force on one day."""
    for place, norm in enumerate(norms):
        for other in norms[:place]:
            same = norm.id == other.id and norm.scope == other.scope
            if (
                same
                and (norm.since or date.min) <= (other.until or date.max)
                and (other.since or date.min) <= (norm.until or date.max)
            ):
                raise BadNorms(f"{norm.id}: hai mục cùng có hiệu lực trong một ngày")
