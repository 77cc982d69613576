"""`sapxep compare`: plans side by side."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import FAULT, AsOf, Json, Lang, Norms, day_of, refuse, stop, tell
from ui.commands.files_in import project_in, roster_in

if TYPE_CHECKING:
    from ui.commands.leader.compared import Compared

Source = Annotated[
    Path,
    typer.Argument(
        metavar="IN.xlsx|HO_SO.sapxep",
        help="Bảng tính danh sách, hoặc hồ sơ: khi ấy so các phương án đã lưu trong hồ sơ.",
    ),
]
Plans = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PLAN1.xlsx PLAN2.xlsx …",
        help="Tệp phương án; với hồ sơ là tên phương án, bỏ trống là mọi phương án.",
    ),
]
Present = Annotated[bool, typer.Option("--present", help="Thêm cột Hiện trạng.")]
TOO_FEW = "cần ít nhất hai phương án để so sánh (hoặc một phương án và --present)"


def compare(
    path: Source,
    plans: Plans = None,
    as_of: AsOf = None,
    norms: Norms = None,
    present: Present = False,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """So sánh các phương án: số liệu từng phương án, ai ở chỗ khác và vì sao."""
    from data.excel.faults import BadWorkbook
    from ui.commands.leader.compared import compare_files
    from ui.commands.leader.comparison_lines import compared_lines

    chosen, day = plans or [], day_of(as_of)
    if path.suffix == ".sapxep":
        tell(_of_project(path, chosen, day, present), compared_lines, as_json, lang)
        return
    if len(chosen) + present < 2:
        stop(TOO_FEW)
    roster = roster_in(path, as_json, lang)
    try:
        compared = compare_files(roster, chosen, day, norms, present)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(compared, BadWorkbook):
        refuse(compared, as_json, lang)
    tell(compared, compared_lines, as_json, lang)


def _of_project(path: Path, names: list[Path], day: date | None, present: bool) -> "Compared":
    from ui.commands.leader.compared import compare_saved, saved_plans

    project = project_in(path)
    known = saved_plans(project)
    chosen = [str(name) for name in names] or list(known)
    missing = [name for name in chosen if name not in known]
    if missing:
        stop(f"hồ sơ không có phương án {', '.join(missing)}; có: {', '.join(known)}")
    if len(chosen) + present < 2:
        stop(TOO_FEW)
    try:
        return compare_saved(project, {name: known[name] for name in chosen}, day, present)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    finally:
        project.close()
