"""Golden answers: what each command says with `--json` about the kept files."""

import json
import shutil
from contextlib import chdir
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from tests.kept.today import app

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
DAY = ("--as-of", "2026-11-22")
LATER_DAY = ("--as-of", "2031-01-01")
HANDED_OVER = ("danh_sach.xlsx", "phuong_an.xlsx")

CASES: dict[str, tuple[str, ...]] = {
    "columns": ("columns",),
    "rules": ("rules", *DAY),
    "rules_diff": ("rules", "--diff", "2025-07-01", "2025-10-15", "--province", "Hưng Yên"),
    "rules_diff_own": ("rules", "--diff", "2026-09-01", "2026-11-22", "--norms", "can_cu_so"),
    "validate": ("validate", "danh_sach.xlsx"),
    "validate_present": ("validate", "hien_trang.xlsx"),
    "validate_faulty": ("validate", "danh_sach_loi.xlsx"),
    "draft": ("draft", "danh_sach.xlsx", "-o", "moi.xlsx", *DAY),
    "draft_scenario": (
        *("draft", "danh_sach.xlsx", "-o", "moi.xlsx"),
        *("--scenario", "gia_dinh.toml", "--norms", "can_cu_so"),
    ),
    "draft_keep": (
        *("draft", "danh_sach.xlsx", "-o", "moi.xlsx"),
        *("--keep", "phuong_an.xlsx", "--scenario", "thu.toml"),
    ),
    "draft_running": ("draft", "hien_trang.xlsx", "-o", "moi.xlsx", *DAY),
    "draft_own_scores": ("draft", "hien_trang.xlsx", "-o", "moi.xlsx", "--own-scores", *DAY),
    "draft_impossible": (
        *("draft", "danh_sach.xlsx", "-o", "khong.xlsx"),
        *("--scenario", "khong_the.toml"),
    ),
    "check": ("check", *HANDED_OVER),
    "check_scenario": ("check", "danh_sach.xlsx", "pa2.xlsx"),
    "check_present": ("check", "hien_trang.xlsx", *DAY),
    "check_other_day": ("check", *HANDED_OVER, "--as-of", "2025-12-31"),
    "check_other_roster": ("check", "hien_trang.xlsx", "phuong_an.xlsx"),
    "check_no_plan": ("check", "danh_sach.xlsx", "danh_sach.xlsx"),
    "why_cadre": ("why", *HANDED_OVER, "--cadre", "CB-00125"),
    "why_cadre_instead": (
        *("why", *HANDED_OVER, "--cadre", "CB-00241", "--instead", "00004/VPDU-VT"),
    ),
    "why_cadre_surplus": ("why", *HANDED_OVER, "--cadre", "CB-00241", "--no-prices"),
    "why_post": ("why", *HANDED_OVER, "--post", "00004/VP-TP"),
    "why_post_instead": ("why", *HANDED_OVER, "--post", "00004/KT-TP", "--instead", "CB-00021"),
    "why_swaps": ("why", *HANDED_OVER, "--swaps"),
    "diagnose": ("diagnose", "danh_sach.xlsx", "--scenario", "khong_the.toml"),
    "diagnose_possible": ("diagnose", "danh_sach.xlsx", *DAY),
    "compare": ("compare", *HANDED_OVER, "pa2.xlsx"),
    "compare_saved": ("compare", "ho_so.sapxep", "--present"),
    "compare_saved_later": ("compare", "ho_so.sapxep", "PA1", "PA2", *LATER_DAY),
    "skills": ("skills", *HANDED_OVER),
    "skills_present": ("skills", "hien_trang.xlsx", *DAY),
    "log": ("log", "ho_so.sapxep"),
    "log_verify": ("log", "ho_so.sapxep", "--verify"),
    "papers": (
        *("papers", "ho_so.sapxep", "PA1", "PA2", "--present", "-o", "van_ban", "--unit", "00004"),
        *("--kind", "plan", "--kind", "skills", "--kind", "comparison", "--kind", "roster"),
        *("--kind", "chart_a4_posted", "--format", "svg"),
    ),
    "papers_of_files": (
        *("papers", *HANDED_OVER, "pa2.xlsx", "-o", "van_ban", "--format", "svg"),
        *("--kind", "comparison_page", "--kind", "chart_a3", "--kind", "rules"),
    ),
    "what_if": ("what-if", "danh_sach.xlsx", "thu.toml", "khong_the.toml", *DAY),
    "batch": ("batch", "lo.txt", "-o", "ket_qua", "--workers", "1"),
    "bench": ("bench", "--size", "3", "--seconds", "3"),
}
"""Name of the golden file → the command line, without `--json`, in a copy of this folder."""

VARYING = frozenset(
    {
        *("seconds", "time_ratio", "integral", "exponent"),  # time
        *("machine", "peak"),  # the machine
        *("version",),  # of the program that says the fingerprint
    }
)
CUT_BY_CLOCK = frozenset({"mip", "cp_sat"})
"""Contenders of the benchmark that come as far as the machine is fast."""


def steady(value: Any) -> Any:
    """An answer without what differs between two runs or machines."""
    if isinstance(value, dict):
        return {k: "…" if k in VARYING else steady(v) for k, v in value.items()}
    if isinstance(value, list):
        return [steady(row) for row in value if not _cut_by_clock(row)]
    return value


def _cut_by_clock(row: Any) -> bool:
    return isinstance(row, dict) and row.get("name") in CUT_BY_CLOCK and "tightness" in row


def copied(folder: Path) -> Path:
    """A copy of the kept files, for reading may write."""
    ignored = shutil.ignore_patterns("golden", "*.py", "__pycache__")
    return Path(shutil.copytree(HERE, folder / "kept", ignore=ignored))


def commands_with_json() -> frozenset[str]:
    """Names of the commands that have `--json`."""
    commands: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
    return frozenset(
        name
        for name, command in commands.items()
        if any("--json" in parameter.opts for parameter in command.params)
    )


def answer(folder: Path, *arguments: str) -> dict[str, Any]:
    """What a command says with `--json` in `folder`, and its exit code."""
    with chdir(folder):
        done = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
    return {"exit": done.exit_code, "answer": json.loads(done.stdout)}


def golden_text(folder: Path, name: str) -> str:
    """The golden file of a case as it would be written now."""
    told = {"call": ["sapxep", *CASES[name], "--json"], **steady(answer(folder, *CASES[name]))}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
