"""Plans side by side in words on the console: figures, cost rule by rule, who sits elsewhere."""

from collections.abc import Iterator

from planner.compare.side_by_side import ComparedRow, cost_rows, rows
from ui.commands.leader.compared import Compared
from ui.commands.plan_moves import move_lines
from ui.words.english import in_language


def compared_lines(compared: Compared, lang: str) -> Iterator[str]:
    sides = [plan.side for plan in compared.plans]
    table = [("", [side.name for side in sides])]
    table += [_line(row, lang) for row in rows(sides)]
    table += [_line(row, "vi") for row in cost_rows(sides)]
    label_width = max(len(label) for label, _ in table) + 2
    width = max(len(value) for _, values in table for value in values) + 3
    for label, values in table:
        yield f"{label:<{label_width}}" + "".join(f"{value:>{width}}" for value in values)
    for plan, moves in zip(compared.plans[1:], compared.moves, strict=True):
        yield ""
        yield from move_lines(plan.checked.case, plan.name, moves, lang)


def _line(row: ComparedRow, lang: str) -> tuple[str, list[str]]:
    """A row's label and its values, those better than another with a mark. Titles of rules are
    Vietnamese in every language."""
    told = [in_language(value, lang) for value in row.values]
    values = zip(told, row.best, strict=True)
    return in_language(row.label, lang), [f"✓ {value}" if best else value for value, best in values]
