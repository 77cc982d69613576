"""`sapxep rules`: the law of a day, or what it changed between two."""

import sys
from datetime import date
from typing import Annotated

import typer

from ui.commands.console import (
    FAULT,
    UNUSABLE,
    AsOf,
    Json,
    Norms,
    Province,
    day_of,
    stop,
    tell,
)

Markdown = Annotated[
    bool, typer.Option("--markdown", help="Toàn bộ danh mục, mọi ngày, dạng Markdown.")
]
Days = Annotated[tuple[str, str] | None, typer.Option(help="Quy định đổi gì giữa hai ngày D1 D2.")]


def rules(
    as_of: AsOf = None,
    province: Province = "Hà Nội",
    norms: Norms = None,
    as_json: Json = False,
    markdown: Markdown = False,
    diff: Days = None,
) -> None:
    """Liệt kê mọi quy tắc và căn cứ số có hiệu lực vào một ngày, hoặc điều đổi giữa hai ngày."""
    from data.norms import BadNorms
    from data.papers.catalogue import rules_as_markdown
    from ui.commands.officer.in_lines.rule_lines import (
        change_lines,
        changes_of,
        law_in_force,
        rule_lines,
    )

    try:
        if markdown:
            sys.stdout.write(rules_as_markdown(norms))
        elif diff is not None:
            first, second = (day_of(text) or date.today() for text in diff)
            changes = changes_of(first, second, province, norms)
            tell(changes, change_lines, as_json, "vi")
        else:
            law = law_in_force(day_of(as_of) or date.today(), province, norms)
            tell(law, rule_lines, as_json, "vi")
    except ValueError as error:
        stop(str(error), FAULT if isinstance(error, BadNorms) else UNUSABLE)
