"""`sapxep why`: reasons and prices of a place, of a vacancy, of another way."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    FAULT,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
)


def why(
    path: Input,
    plan: Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help="Bảng tính phương án.")],
    cadre: Annotated[str | None, typer.Option(help="Mã cán bộ.")] = None,
    post: Annotated[str | None, typer.Option(help="Mã chức danh, ví dụ 00004/VP-TP.")] = None,
    instead: Annotated[
        str | None, typer.Option(help="Mã chức danh (với --cadre) hoặc mã cán bộ (với --post).")
    ] = None,
    swaps: Annotated[
        bool, typer.Option("--swaps", help="Nhóm 2–4 người đổi chỗ mà không ai thiệt.")
    ] = False,
    prices: Annotated[
        bool, typer.Option(" /--no-prices", help="Không tính giá của chỗ khác, người khác.")
    ] = True,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Vì sao một người ở chỗ ấy, vì sao một chỗ khuyết; bố trí khác đi thì vướng điều nào, giá bao
    nhiêu; ai có thể đổi chỗ cho ai."""
    from data.excel.faults import BadWorkbook
    from ui.commands.officer.price_lines import price_lines, prices_of, swap_lines, swaps_of
    from ui.commands.officer.reason_lines import reason_lines, reasons_of
    from ui.desk.story import check_files

    if (cadre is not None) + (post is not None) + swaps != 1:
        stop("cần đúng một trong ba: --cadre, --post hoặc --swaps")
    roster = roster_in(path, as_json, lang)
    try:
        checked = check_files(roster, plan, day_of(as_of), norms)
        if isinstance(checked, BadWorkbook):
            refuse(checked, as_json, lang)
        if swaps:
            told = {"swaps": swaps_of(checked)}
        else:
            told = reasons_of(checked.case, checked.plan, cadre, post, instead)
            told |= prices_of(checked, cadre, post, instead) if prices else {}
    except (ValueError, KeyError, OSError) as error:
        stop(str(error.args[0] if error.args else error), FAULT)
    if as_json:
        print_json(told)
    elif swaps:
        for text in swap_lines(told["swaps"], lang):
            echo(text)
    else:
        for text in (*reason_lines(told), *price_lines(told, lang)):
            echo(text)
