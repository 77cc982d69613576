"""The comparison on one A4 sheet: the sentence, the table, and a footer."""

from collections.abc import Sequence

from data.papers.page import A4, lines_of, page, path, text_width, write
from planner.compare.side_by_side import ComparedRow, Side, point_to_choose

LEFT, RIGHT = 40.0, A4[0] - 40
NAME_LINES = 3
TOP, BOTTOM = 40.0, A4[1] - 34


FOOT = (
    "✓ tốt hơn theo riêng chỉ tiêu đó, không tính hiện trạng. Dự thảo để tập thể xem xét; phần "
    "mềm không chấm phương án nào hơn."
)


def comparison_page(
    title: str, sides: Sequence[Side], rows: Sequence[ComparedRow], source: str
) -> str:
    """One sheet; the height of a line follows from how many there are."""
    body = write(A4[0] / 2, TOP + 14, title, 17, bold=True, anchor="middle")
    y = TOP + 40
    plans = [side for side in sides if not side.present]
    if len(plans) >= 2:
        told = f"Điểm phải chọn: {point_to_choose(plans[-2], plans[-1])}"
        for line in lines_of(told, RIGHT - LEFT, 12):
            body += write(LEFT, y, line, 12)
            y += 16
    sections = list(dict.fromkeys(row.section for row in rows))
    step = min(21.0, (BOTTOM - 34 - y) / (len(rows) + len(sections) + NAME_LINES))
    size = min(12.0, step * 0.66)
    first = LEFT + 330
    width = (RIGHT - first) / len(sides)
    ends = [first + width * (place + 1) for place in range(len(sides))]
    y += step
    names = [lines_of(side.name, width - 8, size, True)[:NAME_LINES] for side in sides]
    y += (max(map(len, names)) - 1) * (size + 2)
    for end, lines in zip(ends, names, strict=True):
        for place, line in enumerate(reversed(lines)):
            at = y - step * 0.3 - place * (size + 2)
            body += write(end - 6, at, line, size, bold=True, anchor="end")
    body += write(LEFT, y - step * 0.3, "Chỉ tiêu", size, bold=True)
    body += path([(LEFT, y), (RIGHT, y)], line=1.4)
    section = ""
    for row in rows:
        if row.section != section:
            section = row.section
            y += step
            body += write(LEFT, y - step * 0.3, section, size, bold=True)
            body += path([(LEFT, y), (RIGHT, y)], line=0.8)
        y += step
        body += write(LEFT + 12, y - step * 0.3, row.label, size)
        for end, value, best in zip(ends, row.values, row.best, strict=True):
            told = f"✓ {value}" if best else value
            fitting = size * min(1.0, (width - 10) / max(1.0, text_width(told, size, best)))
            body += write(end - 6, y - step * 0.3, told, fitting, bold=best, anchor="end")
        body += path([(LEFT, y), (RIGHT, y)], line=0.3)
    body += write(LEFT, BOTTOM, FOOT, 10, italic=True)
    body += write(RIGHT, BOTTOM, f"Hồ sơ: {source}", 10, anchor="end")
    return page(A4, body)
