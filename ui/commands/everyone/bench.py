"""`sapxep bench`: our way measured against others."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import FAULT, Json, Lang, complain, stop, tell

Sizes = Annotated[
    list[int] | None, typer.Option(help="Số đơn vị; nêu nhiều lần. Mặc định 3, 5, 10.")
]
Tightnesses = Annotated[
    list[str] | None, typer.Option(help="easy, normal, starved; nêu nhiều lần.")
]
Full = Annotated[bool, typer.Option("--full", help="3 đến 126 đơn vị, cả ba độ chật.")]
Clock = Annotated[float, typer.Option(help="Đồng hồ chung cho mỗi cách làm.", min=1)]
Chart = Annotated[Path | None, typer.Option(help="Ghi biểu đồ (.svg, .png).")]


def bench(
    size: Sizes = None,
    tightness: Tightnesses = None,
    full: Full = False,
    seconds: Clock = 60,
    seed: int = 1,
    chart: Chart = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Đo: cách của ta so với xếp tay theo thâm niên, HiGHS MIP, CP-SAT, trên cùng dữ liệu."""
    from ui.bulk.bench_chart import write_chart
    from ui.bulk.bench_run import FULL, SIZES, TIGHTNESSES, measured
    from ui.commands.everyone.bench_lines import bench_lines, row_line

    kinds = tuple(tightness or (TIGHTNESSES if full else ("normal",)))
    strange = [kind for kind in kinds if kind not in TIGHTNESSES]
    if strange:
        stop(f'--tightness: "{strange[0]}"; cần easy, normal hoặc starved')
    sizes = tuple(size or (FULL if full else SIZES))
    found = measured(sizes, kinds, seconds, seed, lambda row: complain(row_line(row, lang)))
    if chart is not None:
        try:
            write_chart(found.rows, chart)
        except ModuleNotFoundError as error:
            stop(f"cần phần mở rộng export để vẽ biểu đồ: {error}", FAULT)
    tell(found, bench_lines, as_json, lang)
