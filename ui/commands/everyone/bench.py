"""`sapxep bench`: our way measured against others."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    FAULT,
    Json,
    Lang,
    complain,
    echo,
    print_json,
    stop,
)


def bench(
    size: Annotated[
        list[int] | None, typer.Option(help="Số đơn vị; nêu nhiều lần. Mặc định 3, 5, 10.")
    ] = None,
    tightness: Annotated[
        list[str] | None, typer.Option(help="easy, normal, starved; nêu nhiều lần.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="3 đến 126 đơn vị, cả ba độ chật.")] = False,
    seconds: Annotated[float, typer.Option(help="Đồng hồ chung cho mỗi cách làm.", min=1)] = 60,
    seed: int = 1,
    chart: Annotated[Path | None, typer.Option(help="Ghi biểu đồ (.svg, .png).")] = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Đo: cách của ta so với xếp tay theo thâm niên, HiGHS MIP, CP-SAT, trên cùng dữ liệu."""
    from ui.bulk import bench_run as measure

    kinds = tuple(tightness or (measure.TIGHTNESSES if full else ("normal",)))
    strange = [kind for kind in kinds if kind not in measure.TIGHTNESSES]
    if strange:
        stop(f'--tightness: "{strange[0]}"; cần easy, normal hoặc starved')
    sizes = tuple(size or (measure.FULL if full else measure.SIZES))

    def tell(row: measure.Measured) -> None:
        complain(measure.row_line(row, lang))

    rows = measure.bench(sizes, kinds, seconds, seed, tell)
    if chart is not None:
        try:
            measure.write_chart(rows, chart)
        except ModuleNotFoundError as error:
            stop(f"cần phần mở rộng export để vẽ biểu đồ: {error}", FAULT)
    if as_json:
        print_json(measure.bench_as_json(rows, seconds))
        return
    for row in rows:
        echo(measure.row_line(row, lang))
    for text in measure.table_lines(rows, lang):
        echo(text)
