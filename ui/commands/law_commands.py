"""The commands that ask the law: `rules` and `why`."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    FAULT,
    UNUSABLE,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    Province,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
)

if TYPE_CHECKING:
    from planner.law.changes import LawChange


def rules(
    as_of: AsOf = None,
    province: Province = "Hà Nội",
    norms: Norms = None,
    as_json: Json = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Toàn bộ danh mục, mọi ngày, dạng Markdown.")
    ] = False,
    diff: Annotated[
        tuple[str, str] | None, typer.Option(help="Quy định đổi gì giữa hai ngày D1 D2.")
    ] = None,
) -> None:
    """Liệt kê mọi quy tắc và căn cứ số có hiệu lực vào một ngày, hoặc điều đổi giữa hai ngày."""
    from data.papers.catalogue import changes_of_law, rule_lines, rule_rows, rules_as_markdown

    try:
        if markdown:
            sys.stdout.write(rules_as_markdown(norms))
        elif diff is not None:
            first, second = (day_of(text) or date.today() for text in diff)
            changes = changes_of_law(first, second, province, norms)
            _tell_changes(changes, first, second, as_json)
        else:
            told = rule_rows(day_of(as_of) or date.today(), province, norms)
            if as_json:
                print_json(told)
            else:
                for text in rule_lines(told):
                    echo(text)
    except ValueError as error:
        stop(str(error), FAULT if _bad_norms(error) else UNUSABLE)


def _bad_norms(error: ValueError) -> bool:
    from data.norms import BadNorms

    return isinstance(error, BadNorms)


def _tell_changes(
    changes: "tuple[LawChange, ...]", first: date, second: date, as_json: bool
) -> None:
    if as_json:
        rows = [
            {
                "day": change.day.isoformat(),
                "before": change.before.id if change.before else None,
                "after": change.after.id if change.after else None,
                "text": str(change),
            }
            for change in changes
        ]
        print_json({"from": first.isoformat(), "to": second.isoformat(), "changes": rows})
        return
    echo(f"Từ {first:%d/%m/%Y} đến {second:%d/%m/%Y}: {len(changes)} thay đổi")
    for change in changes:
        echo(f"  {change}")


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
    from ui.commands.price_lines import price_lines, prices_of, swap_lines, swaps_of
    from ui.commands.reason_lines import reason_lines, reasons_of
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
