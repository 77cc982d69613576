"""The benchmark: ours and others on the same cases under the same clock, as ratios of one run."""

import math
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from os import cpu_count
from pathlib import Path
from typing import Any

from data.legal_basis import make_case
from data.sample import Situation, Tightness, sample
from planner.case import Scenario
from planner.text.numbers import number
from solver.rivals.contest import NAMES, Result, contend
from ui.words.command_words import say

DAY = date(2026, 11, 22)
"""The day whose law every benchmark is run under."""
SIZES = (3, 5, 10)
FULL = (3, 5, 10, 30, 60, 126)
TIGHTNESSES = ("easy", "normal", "starved")
REACH = {"ours": 126, "greedy": 126, "mip": 10, "cp_sat": 5, "flow": 30}
"""Communes up to which each contender is asked at all."""
EXPONENT_FROM = 10
CHART_WORDS = {
    "ours": "Sắp Xếp",
    "greedy": "Xếp tay theo thâm niên",
    "mip": "HiGHS MIP, mọi cột",
    "cp_sat": "CP-SAT mặc định",
    "flow": "Luồng (chỉ mức sàn)",
    "easy": "dễ",
    "normal": "vừa",
    "starved": "thiếu người",
}
FONT = "Noto Sans, DejaVu Sans, sans-serif"


@dataclass(frozen=True)
class Measured:
    """`gap` against the best bound anybody proved; `integral`: mean gap over the clock, 1 until the
    first plan."""

    size: int
    tightness: str
    people: int
    name: str
    seconds: float
    cost: int | None
    bound: int | None
    gap: float | None
    integral: float | None
    peak: int
    proven: bool
    finished: bool


def bench(
    sizes: tuple[int, ...],
    tightnesses: tuple[str, ...],
    seconds: float,
    seed: int,
    tell: Callable[[Measured], None],
) -> list[Measured]:
    """Every contender on every case it can be asked for; rows as they come go to `tell`."""
    rows: list[Measured] = []
    for size in sizes:
        for tightness in tightnesses:
            roster = sample("Hà Nội", seed, Situation.MERGER, size, Tightness(tightness))
            case = make_case(roster, Scenario("bench", DAY))
            results = [contend(name, case, seconds) for name in NAMES if size <= REACH[name]]
            bound = max((r.bound for r in results if r.bound is not None), default=0)
            for result in results:
                row = _row(size, tightness, len(case.cadres), result, bound, seconds)
                rows.append(row)
                tell(row)
    return rows


def _row(
    size: int, tightness: str, people: int, result: Result, bound: int, clock: float
) -> Measured:
    return Measured(
        size,
        tightness,
        people,
        result.name,
        result.seconds,
        result.cost,
        result.bound,
        _gap(result.cost, bound),
        primal_integral(result.trace, bound, clock) if result.name != "flow" else None,
        result.peak,
        result.proven,
        result.finished,
    )


def _gap(cost: int | None, bound: int) -> float | None:
    return None if cost is None else (cost - bound) / cost if cost else 0.0


def primal_integral(trace: tuple[tuple[float, int], ...], bound: int, clock: float) -> float:
    """Mean of the gap over the clock: 1 until the first plan, then that of the best so far."""
    total, last, gap = 0.0, 0.0, 1.0
    for when, cost in trace:
        until = min(when, clock)
        total += gap * (until - last)
        last, gap = until, _gap(cost, bound) or 0.0
    return (total + gap * max(0.0, clock - last)) / clock


def exponent(rows: list[Measured]) -> float | None:
    """How time grows with people for ours: the slope of log time over log people."""
    points = [
        (math.log(row.people), math.log(row.seconds))
        for row in rows
        if row.name == "ours" and row.finished and row.size >= EXPONENT_FROM
    ]
    if len({x for x, _ in points}) < 2:
        return None
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def ratios(rows: list[Measured]) -> list[dict[str, Any]]:
    """Per case and peer: how many times the time of ours, and how many times its cost."""
    ours = {(row.size, row.tightness): row for row in rows if row.name == "ours"}
    found = []
    for row in rows:
        mine = ours.get((row.size, row.tightness))
        if row.name == "ours" or mine is None or not row.finished:
            continue
        found.append(
            {
                "size": row.size,
                "tightness": row.tightness,
                "name": row.name,
                "time_ratio": row.seconds / mine.seconds,
                "cost_ratio": row.cost / mine.cost if row.cost and mine.cost else None,
                "finished": row.proven,
            }
        )
    return found


def machine() -> dict[str, Any]:
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "cores": cpu_count(),
    }


def bench_as_json(rows: list[Measured], seconds: float) -> dict[str, Any]:
    return {
        "outcome": "measured",
        "machine": machine(),
        "clock": seconds,
        "rows": [asdict(row) for row in rows],
        "ratios": ratios(rows),
        "exponent": exponent(rows),
    }


def row_line(row: Measured, lang: str = "vi") -> str:
    points = row.cost if row.cost is not None else row.bound
    cost = number(points) if points is not None else "–"
    gap = f"{100 * row.gap:.3f} %" if row.gap is not None else "–"
    integral = f"{row.integral:.3f}" if row.integral is not None else "–"
    mark = "" if row.finished else f" ({say('unfinished', lang)})"
    return (
        f"{row.size:>4} {row.tightness:<8} {row.people:>6} {row.name:<7} {row.seconds:>8.2f} s "
        f"{cost:>12} {gap:>10} {integral:>7} {row.peak / 2**20:>7.0f} MB{mark}"
    )


def table_lines(rows: list[Measured], lang: str = "vi") -> Iterator[str]:
    """Ratios and growth, after the rows."""
    for one in ratios(rows):
        cost = f"{one['cost_ratio']:.3f}" if one["cost_ratio"] else "–"
        yield (
            f"{one['size']:>4} {one['tightness']:<8} {one['name']:<7} "
            f"{say('times', lang)}: {one['time_ratio']:.1f}  {say('costs', lang)}: {cost}"
        )
    grows = exponent(rows)
    if grows is not None:
        yield f"{say('exponent', lang)}: {grows:.2f}"


def write_chart(rows: list[Measured], path: Path) -> None:
    """Time over people, one line for each contender, both axes logarithmic; .svg or .png.

    Raises ModuleNotFoundError without the extra `export`."""
    import altair as alt
    import pandas as pd
    import vl_convert  # noqa: F401

    table = pd.DataFrame([asdict(row) for row in rows if row.finished])
    table = table.replace({"name": CHART_WORDS, "tightness": CHART_WORDS})
    chart = (
        alt.Chart(table)
        .mark_line(point=True)
        .encode(
            x=alt.X("people:Q", title="Số người", scale=alt.Scale(type="log", nice=False)),
            y=alt.Y("seconds:Q", title="Giây", scale=alt.Scale(type="log")),
            color=alt.Color("name:N", title="Cách làm"),
            strokeDash=alt.StrokeDash("tightness:N", title="Độ chật"),
        )
        .properties(width=640, height=400, title="Thời gian lập phương án theo số người")
        .configure(font=FONT)
        .configure_legend(labelLimit=240)
    )
    chart.save(str(path))
