"""What every command shares: options, exit codes, words out."""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, Protocol, TypeVar

import typer

from ui.words.command_words import say

if TYPE_CHECKING:
    from data.excel.faults import BadWorkbook

DONE, FAULT, UNUSABLE, NO_ANSWER = 0, 1, 2, 3

Json = Annotated[bool, typer.Option("--json", help="In một đối tượng JSON, không gì khác.")]
Lang = Annotated[str, typer.Option("--lang", help="vi hoặc en.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Ngày áp dụng quy định: 2026-11-22.")]
Norms = Annotated[Path | None, typer.Option("--norms", help="Thư mục căn cứ số của đơn vị.")]
Assumed = Annotated[Path | None, typer.Option("--scenario", help="Giả định (TOML).")]
Input = Annotated[Path, typer.Argument(metavar="IN.xlsx", help="Bảng tính danh sách.")]
Province = Annotated[str, typer.Option("--province", help="Tỉnh, thành phố.")]
Plan = Annotated[Path | None, typer.Argument(metavar="PLAN.xlsx")]
Seconds = Annotated[float, typer.Option("--seconds", help="Trần thời gian.", min=1)]
Workers = Annotated[int, typer.Option("--workers", help="Số tiến trình.", min=1)]
Browser = Annotated[bool, typer.Option(" /--no-browser", help="Không tự mở trình duyệt.")]
Communes = Annotated[int | None, typer.Option("--communes", help="Số đơn vị; trống là tất cả.")]


def echo(text: str) -> None:
    sys.stdout.write(text + "\n")


def echo_all(lines: Iterable[str]) -> None:
    for text in lines:
        echo(text)


def complain(text: str) -> None:
    sys.stderr.write(text + "\n")


def stop(text: str, code: int = UNUSABLE) -> NoReturn:
    complain(text)
    raise typer.Exit(code)


class Result(Protocol):
    """What a command found."""

    def as_json(self) -> dict[str, Any]: ...


R = TypeVar("R", bound=Result)


def print_json(value: dict[str, Any]) -> None:
    echo(json.dumps(value, ensure_ascii=False))


def tell(result: R, lines: Callable[[R, str], Iterable[str]], as_json: bool, lang: str) -> None:
    """The result on the console: one JSON object for scripts, or its lines for people."""
    if as_json:
        print_json(result.as_json())
    else:
        echo_all(lines(result, lang))


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    stop(f'--as-of: "{text}" không phải là ngày; cần dạng 2026-11-22 hoặc 22/11/2026.')


def refuse(bad: "BadWorkbook", as_json: bool, lang: str) -> NoReturn:
    """Says every fault and leaves."""
    if as_json:
        print_json({"outcome": "faulty", "faults": [fault.as_json() for fault in bad.faults]})
    else:
        complain(say("faults", lang, n=len(bad.faults)))
        for fault in bad.faults:
            complain(f"  {fault}")
    raise typer.Exit(FAULT)
