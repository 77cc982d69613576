"""`sapxep why`: reasons and prices of a place, of a vacancy, of another way."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import FAULT, AsOf, Input, Json, Lang, Norms, stop, tell
from ui.commands.files_in import plan_in, roster_in

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help="Bảng tính phương án.")]
Person = Annotated[str | None, typer.Option(help="Mã cán bộ.")]
Post = Annotated[str | None, typer.Option(help="Mã chức danh, ví dụ 00004/VP-TP.")]
Instead = Annotated[
    str | None, typer.Option(help="Mã chức danh (với --cadre) hoặc mã cán bộ (với --post).")
]
Swaps = Annotated[bool, typer.Option("--swaps", help="Nhóm 2–4 người đổi chỗ mà không ai thiệt.")]
Prices = Annotated[
    bool, typer.Option(" /--no-prices", help="Không tính giá của chỗ khác, người khác.")
]


def why(
    path: Input,
    plan: PlanFile,
    cadre: Person = None,
    post: Post = None,
    instead: Instead = None,
    swaps: Swaps = False,
    prices: Prices = True,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Vì sao một người ở chỗ ấy, vì sao một chỗ khuyết; bố trí khác đi thì vướng điều nào, giá bao
    nhiêu; ai có thể đổi chỗ cho ai."""
    from ui.commands.officer.in_lines.swap_circles import swap_lines, swaps_of
    from ui.commands.officer.in_lines.why_answer import why_answer, why_lines

    if (cadre is not None) + (post is not None) + swaps != 1:
        stop("cần đúng một trong ba: --cadre, --post hoặc --swaps")
    checked = plan_in(roster_in(path, as_json, lang), plan, as_of, norms, as_json, lang)
    if swaps:
        tell(swaps_of(checked), swap_lines, as_json, lang)
        return
    try:
        found = why_answer(checked, cadre, post, instead, prices)
    except (ValueError, KeyError, OSError) as error:
        stop(str(error.args[0] if error.args else error), FAULT)
    tell(found, why_lines, as_json, lang)
