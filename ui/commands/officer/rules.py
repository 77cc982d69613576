"""`sapxep rules`: the law of a day, or what it changed between two."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.console import (
    FAULT,
    UNUSABLE,
    AsOf,
    Json,
    Norms,
    Province,
    day_of,
    echo,
    print_json,
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
