"""The benchmark in words on the console."""

from collections.abc import Iterator

from planner.text.numbers import number
from ui.bulk.bench_run import Benchmark, Measured
from ui.words.command_words import say


def bench_lines(found: Benchmark, lang: str) -> Iterator[str]:
    """The measurements, then ratios and growth."""
    for row in found.rows:
        yield row_line(row, lang)
    for one in found.ratios:
        cost = f"{one.cost_ratio:.3f}" if one.cost_ratio else "–"
        yield (
            f"{one.size:>4} {one.tightness:<8} {one.name:<7} "
            f"{say('times', lang)}: {one.time_ratio:.1f}  {say('costs', lang)}: {cost}"
        )
    if found.exponent is not None:
        yield f"{say('exponent', lang)}: {found.exponent:.2f}"


def row_line(row: Measured, lang: str) -> str:
    points = row.cost if row.cost is not None else row.bound
    cost = number(points) if points is not None else "–"
    gap = f"{100 * row.gap:.3f} %" if row.gap is not None else "–"
    integral = f"{row.integral:.3f}" if row.integral is not None else "–"
    mark = "" if row.finished else f" ({say('unfinished', lang)})"
    return (
        f"{row.size:>4} {row.tightness:<8} {row.people:>6} {row.name:<7} {row.seconds:>8.2f} s "
        f"{cost:>12} {gap:>10} {integral:>7} {row.peak / 2**20:>7.0f} MB{mark}"
    )
