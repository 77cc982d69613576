"""What the law changes between two days, as a table."""

from collections.abc import Sequence

from planner.law.changes import LawChange
from planner.law.norm import Norm
from planner.law.norm_words import words_of
from ui.widgets import tables
from ui.widgets.table_layout import PAGE


def law_changes_table(found: Sequence[LawChange], key: str, room: int = PAGE) -> None:
    if found:
        rows = (
            {
                "Từ ngày": f"{change.day:%d/%m/%Y}",
                "Trước": _short(change.before),
                "Sau": _short(change.after),
            }
            for change in found
        )
        tables.show(rows, room=room, key=key)


def _short(norm: Norm | None) -> str:
    return f"{norm.title} ({words_of(norm)})" if norm else "không có"
