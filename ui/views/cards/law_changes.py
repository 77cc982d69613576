"""What the law changes between two days, as a table."""

from datetime import date

from data.papers.catalogue import changes_of_law
from planner.law.changes import LawChange
from planner.law.norm import Norm
from planner.law.norm_words import words_of
from ui.desk.desk import Desk
from ui.widgets import tables
from ui.widgets.table_layout import PAGE


def flips_of(desk: Desk, day: date) -> tuple[LawChange, ...]:
    """What the law says otherwise on `day` than on the case's day."""
    case = desk.inputs.case
    assert case is not None
    return changes_of_law(case.scenario.as_of, day, case.roster.province, desk.inputs.overlay)


def flips_table(flips: tuple[LawChange, ...], key: str, room: int = PAGE) -> None:
    if flips:
        rows = (
            {
                "Từ ngày": f"{flip.day:%d/%m/%Y}",
                "Trước": _short(flip.before),
                "Sau": _short(flip.after),
            }
            for flip in flips
        )
        tables.show(
            rows,
            room=room,
            key=key,
        )


def _short(norm: Norm | None) -> str:
    return f"{norm.title} ({words_of(norm)})" if norm else "không có"
