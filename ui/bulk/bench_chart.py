"""The benchmark as a chart: time over people, a line for each contender."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from ui.bulk.bench_run import Measured

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


def write_chart(rows: Iterable[Measured], path: Path) -> None:
    """Both axes logarithmic; .svg or .png.

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
