"""`sapxep papers`: everything that leaves, written into a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.console import (
    DONE,
    UNUSABLE,
    AsOf,
    Json,
    Lang,
    Norms,
    complain,
    echo,
    print_json,
    stop,
)
from ui.commands.files_in import plan_in, project_in, roster_in
from ui.words.command_words import say

if TYPE_CHECKING:
    from ui.desk.leave.material import Material
    from ui.desk.leave.sheaf import Leaf

FORMATS = ("pdf", "png", "svg")

Source = Annotated[
    Path,
    typer.Argument(
        metavar="IN.xlsx|HO_SO.sapxep",
        help="Bảng tính danh sách, hoặc hồ sơ: khi ấy là các phương án đã lưu trong hồ sơ.",
    ),
]
Named = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PLAN1.xlsx PLAN2.xlsx …",
        help="Tệp phương án; với hồ sơ là tên phương án, bỏ trống là mọi phương án.",
    ),
]
Out = Annotated[Path, typer.Option("-o", "--out", help="Thư mục ghi ra.")]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help="Loại văn bản, nêu nhiều lần được; bỏ trống là mọi loại, trừ loại có thông tin nhạy "
        "cảm (roster_whole, project).",
    ),
]
Drawn = Annotated[
    str, typer.Option("--format", help="pdf, png hoặc svg cho trang vẽ; bỏ trống là pdf.")
]
Units = Annotated[
    list[str] | None,
    typer.Option("--unit", help="Mã đơn vị của sơ đồ, nêu nhiều lần được; bỏ trống là mọi đơn vị."),
]
Present = Annotated[bool, typer.Option("--present", help="Thêm hiện trạng.")]


@dataclass(frozen=True)
class Papers:
    """Files that were written, and what was left out with the reason."""

    written: "tuple[tuple[Leaf, Path, tuple[str, ...]], ...]"
    """(what, where, names of its plans)."""
    left_out: "tuple[Leaf, ...]"

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "written",
            "files": [
                {
                    "kind": leaf.export.kind,
                    "plans": list(names),
                    "unit": leaf.about.unit,
                    "file": path.as_posix(),
                }
                for leaf, path, names in self.written
            ],
            "left_out": [{"kind": leaf.export.kind, "why": leaf.against} for leaf in self.left_out],
        }


def papers(
    path: Source,
    plans: Named = None,
    out: Out = Path("van_ban"),
    kind: Kinds = None,
    format: Drawn = "",
    unit: Units = None,
    present: Present = False,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Ghi văn bản ra thư mục: phương án, sơ đồ, so sánh, danh sách …; hồ sơ thì ghi nhật ký."""
    _known(kind or [], format)
    material = _material(path, plans or [], present, as_of, norms, as_json, lang)
    chosen = _chosen(material, [str(plan) for plan in plans or []], present)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"không ghi được vào {out}: {error.strerror}")
    found = _written(material, chosen, out, kind or [], format, unit or [], as_json, lang)
    if material.project is not None:
        material.project.close()
    if as_json:
        print_json(found.as_json())
    raise typer.Exit(DONE)


def _known(kinds: Sequence[str], format: str) -> None:
    """Leaves when a kind or format is not one of the table's, or cannot be written here."""
    from data.papers.converted import MISSING, can_convert
    from ui.desk.leave.export import SVG
    from ui.desk.leave.exports import EXPORTS

    known = [export.kind for export in EXPORTS]
    unknown = [kind for kind in kinds if kind not in known]
    if unknown:
        stop(f"không có loại văn bản {', '.join(unknown)}; có: {', '.join(known)}")
    if format and format.lower() not in FORMATS:
        stop(f'--format: "{format}" không dùng được; cần {", ".join(FORMATS)}')
    if format and format.lower() != SVG.name.lower() and not can_convert():
        stop(MISSING)


def _material(
    path: Path,
    plans: Sequence[Path],
    present: bool,
    as_of: str | None,
    norms: Path | None,
    as_json: bool,
    lang: str,
) -> "Material":
    from ui.desk.leave.material import OfFiles, OfProject
    from ui.desk.work.plans import plans_of

    if path.suffix == ".sapxep":
        if as_of or norms:
            stop("--as-of và --norms chỉ dùng với bảng tính; phương án trong hồ sơ giữ ngày của nó")
        return OfProject(plans_of(project_in(path)))
    roster = roster_in(path, as_json, lang)
    files: list[Path | None] = [*([None] if present else []), *plans]
    checked = {
        file.stem if file else "": plan_in(roster, file, as_of, norms, as_json, lang)
        for file in files
    }
    return OfFiles(path.stem, roster, checked)


def _chosen(material: "Material", names: Sequence[str], present: bool) -> list[str]:
    """Codes of the plans that are meant; all of a project when none is named."""
    codes = list(material.codes)
    if material.project is not None and names:
        by_name = {material.name_of(code): code for code in codes}
        missing = [name for name in names if name not in by_name]
        if missing:
            stop(f"hồ sơ không có phương án {', '.join(missing)}; có: {', '.join(by_name)}")
        codes = [by_name[name] for name in names]
    return [*([""] if present else []), *codes]


def _written(
    material: "Material",
    plans: Sequence[str],
    out: Path,
    kinds: Sequence[str],
    format: str,
    units: Sequence[str],
    as_json: bool,
    lang: str,
) -> Papers:
    """Writes one file after the other; nothing is written when a kind that was named cannot be."""
    from ui.desk.leave.sheaf import put, sheaf
    from ui.words.english import in_language

    leaves = list(sheaf(material, plans, kinds, format, units))
    left_out = tuple(leaf for leaf in leaves if leaf.against)
    for leaf in left_out:
        title, why = (in_language(text, lang) for text in (leaf.export.title, leaf.against))
        complain(say("left_out", lang, title=title, why=why))
    if kinds and left_out:
        raise typer.Exit(UNUSABLE)
    written, taken = [], set[Path]()
    for leaf in leaves:
        if leaf.against:
            continue
        path = put(leaf, material, out, taken)
        names = tuple(material.name_of(code) for code in leaf.about.plans)
        written.append((leaf, path, names))
        if not as_json:
            echo(say("written", lang, path=path))
    return Papers(tuple(written), left_out)
