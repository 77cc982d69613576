"""Certificate, prices, ways out, what if, comparison and benchmark, as a script would call them."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.ui.command_line import sapxep, told
from tests.ui.conftest import folder
from tests.ui.damage import Damage
from ui.bulk.bench_run import primal_integral

__all__ = ["folder"]


def placed_at(folder: Path, plan: str, title: str) -> list[tuple[str, str]]:
    """(cadre, post) of the holders of a title."""
    frame = pd.read_excel(folder / plan, "Bố trí", header=2, dtype=str, engine="calamine")
    rows = frame[frame["Mã chức danh"].str.endswith(f"/{title}")]
    return list(zip(rows["Mã cán bộ"], rows["Mã chức danh"], strict=True))


def test_check_proves_the_bound_again_and_draft_says_what_the_gap_means(folder: Path) -> None:
    draft = told("draft", folder / "H.xlsx", "-o", folder / "again.xlsx")
    assert {"gap_points", "gap_moves", "gap_without_surplus"} <= set(draft)
    checked = told("check", folder / "H.xlsx", folder / "again.xlsx")
    assert checked["proven"] is not None and checked["proven"] <= checked["cost"]


@pytest.mark.parametrize("by", [6400, -6400, 10**9])
def test_a_changed_dual_is_never_taken_for_more_than_it_proves(folder: Path, by: int) -> None:
    damage = Damage(folder)
    sheet = damage.sheets["Chứng thư"]
    column = sheet.columns[-1]
    sheet.loc[len(sheet) // 2, column] = str(int(sheet.loc[len(sheet) // 2, column]) + by)
    checked = sapxep("check", folder / "H.xlsx", damage.save(), "--json")
    answer: dict[str, Any] = json.loads(checked.stdout)
    if answer["proven"] is None or checked.returncode == 1:
        assert {b["norm"] for b in answer["breaches"]} == {"plan.wrong_proof"}
    else:
        assert answer["proven"] <= answer["cost"]


def test_a_line_of_the_certificate_that_is_no_number_is_named(folder: Path) -> None:
    damage = Damage(folder)
    sheet = damage.sheets["Chứng thư"]
    sheet.loc[0, sheet.columns[-1]] = "nhiều"
    answer = told("check", folder / "H.xlsx", damage.save(), code=1)
    (fault,) = answer["faults"]
    assert fault["sheet"] == "Chứng thư" and fault["value"] == "nhiều"


def test_why_gives_prices_that_hold(folder: Path) -> None:
    (cadre, post), *_ = placed_at(folder, "free.xlsx", "VP-TP")
    answer = told("why", folder / "H.xlsx", folder / "free.xlsx", "--cadre", cadre)
    assert answer["options"]
    for option in answer["options"]:
        assert option["at_least"] >= 0
        assert option["at_most"] is None or option["at_most"] >= option["at_least"]
    people = told("why", folder / "H.xlsx", folder / "free.xlsx", "--post", post)
    assert people["options"] and all(row["post"] == post for row in people["options"])
    other = people["options"][0]["cadre"]
    pair = told("why", folder / "H.xlsx", folder / "free.xlsx", "--cadre", other, "--instead", post)
    assert pair["price"][0]["exact"]
    assert pair["price"][0]["at_most"] == people["options"][0]["at_most"]
    bare = ("why", folder / "H.xlsx", folder / "free.xlsx", "--cadre", cadre, "--no-prices")
    assert "options" not in told(*bare)


def test_swaps_are_asked_for_alone(folder: Path) -> None:
    assert told("why", folder / "H.xlsx", folder / "free.xlsx", "--swaps") == {"swaps": []}
    both = ("why", folder / "H.xlsx", folder / "free.xlsx", "--swaps", "--cadre", "X")
    assert sapxep(*both).returncode == 2


def test_keeping_to_a_plan_moves_few_and_says_why(folder: Path, tmp_path: Path) -> None:
    (cadre, post), *_ = placed_at(folder, "free.xlsx", "VP-TP")
    units = sorted({code.split("/")[0] for _, code in placed_at(folder, "free.xlsx", "VP-TP")})
    target = next(unit for unit in units if unit != post.split("/")[0])
    pin = f'name = "PA3"\n[[pins]]\ncadre = "{cadre}"\ntarget = "{target}"\n'
    (tmp_path / "S.toml").write_text(pin, encoding="utf-8")
    scenario = ("--scenario", tmp_path / "S.toml")
    told("draft", folder / "H.xlsx", "-o", tmp_path / "free.xlsx", *scenario)
    keep = ("--keep", folder / "free.xlsx")
    told("draft", folder / "H.xlsx", "-o", tmp_path / "kept.xlsx", *scenario, *keep)
    plans = (folder / "free.xlsx", tmp_path / "kept.xlsx", tmp_path / "free.xlsx")
    answer = told("compare", folder / "H.xlsx", *plans)
    kept, free = (rows["people"] for rows in answer["moves"])
    assert 0 < len(kept) <= len(free)
    assert next(m for m in kept if m["cadre"] == cadre)["cause"] == "demanded"
    assert told("check", folder / "H.xlsx", tmp_path / "kept.xlsx")["breaches"] == []
    words = sapxep("draft", folder / "H.xlsx", "-o", tmp_path / "w.xlsx", *scenario, *keep).stdout
    assert "theo yêu cầu giữ cố định hoặc không bố trí" in words


def test_compare_wants_two_plans_and_takes_the_present(folder: Path, tmp_path: Path) -> None:
    assert sapxep("compare", folder / "H.xlsx", folder / "free.xlsx").returncode == 2
    path = tmp_path / "R.xlsx"
    sapxep("sample", path, "--communes", 2, "--situation", "running")
    told("draft", path, "-o", tmp_path / "P.xlsx")
    answer = told("compare", path, tmp_path / "P.xlsx", "--present")
    assert [plan["name"] for plan in answer["plans"]] == ["Hiện trạng", "P"]
    moved = answer["moves"][0]["people"]
    assert moved and all(move["before"] != move["after"] for move in moved)


def test_diagnose_names_the_clash_and_draft_says_the_same(folder: Path, tmp_path: Path) -> None:
    assert told("diagnose", folder / "H.xlsx")["outcome"] == "possible"
    units = sorted({code.split("/")[0] for _, code in placed_at(folder, "free.xlsx", "VP-TP")})
    (cadre, _), *_ = placed_at(folder, "free.xlsx", "VP-TP")
    pins = "".join(f'[[pins]]\ncadre = "{cadre}"\ntarget = "{unit}"\n' for unit in units[:2])
    (tmp_path / "S.toml").write_text(pins, encoding="utf-8")
    scenario = ("--scenario", tmp_path / "S.toml")
    answer = told("diagnose", folder / "H.xlsx", *scenario, code=1)
    (clash,) = answer["clashes"]
    assert len(clash["demands"]) == 2 and answer["confirmed"]
    assert {way["kind"] for way in clash["ways"]} == {"release"}
    draft = told("draft", folder / "H.xlsx", "-o", tmp_path / "P.xlsx", *scenario, code=1)
    assert draft["outcome"] == "impossible" and not (tmp_path / "P.xlsx").exists()


def test_a_must_too_many_is_proven_impossible_by_draft_too(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "R.xlsx"
    sapxep("sample", path, "--communes", 2, "--tightness", "starved")
    text = '[forces]\n"V-KEY" = "must"\n"V-SCARCE" = "must"\n"V-POST" = "must"\n'
    (tmp_path / "S.toml").write_text(text, encoding="utf-8")
    done = sapxep("draft", path, "-o", tmp_path / "P.xlsx", "--scenario", tmp_path / "S.toml")
    assert done.returncode == 1, done.stderr[-500:]
    assert "Không thể cùng đáp ứng" in done.stdout


def test_what_if_answers_first_then_best(folder: Path, tmp_path: Path) -> None:
    (cadre, post), *_ = placed_at(folder, "free.xlsx", "VP-TP")
    ban = f'name = "PA4"\n[[bans]]\ncadre = "{cadre}"\ntarget = "{post}"\n'
    (tmp_path / "PA4.toml").write_text(ban, encoding="utf-8")
    answer = told("what-if", folder / "H.xlsx", tmp_path / "PA4.toml", "-o", tmp_path)
    steps = answer["answers"][0]["steps"]
    assert [step["state"] for step in steps] == ["checking", "checked", "best_answer"]
    assert steps[0]["cost"] == steps[1]["cost"] >= steps[2]["cost"]
    assert told("check", folder / "H.xlsx", tmp_path / "PA4.plan.xlsx")["breaches"] == []


def test_bench_measures_everybody_on_the_same_case(tmp_path: Path) -> None:
    chart = tmp_path / "c.svg"
    answer = told("bench", "--size", 1, "--seconds", 5, "--chart", chart)
    rows = {row["name"]: row for row in answer["rows"]}
    assert set(rows) == {"ours", "greedy", "mip", "cp_sat", "flow"}
    ours = rows["ours"]
    assert ours["proven"] and ours["cost"] == ours["bound"] and ours["peak"] > 0
    for row in rows.values():
        assert row["cost"] is None or row["cost"] >= ours["cost"]
        assert row["bound"] is None or row["bound"] <= ours["cost"]
    assert "<svg" in chart.read_text(encoding="utf-8")
    assert sapxep("bench", "--tightness", "x").returncode == 2


def test_the_primal_integral_is_the_mean_gap() -> None:
    assert primal_integral((), 50, 10.0) == 1.0
    assert primal_integral(((0.0, 50),), 50, 10.0) == 0.0
    assert primal_integral(((5.0, 100), (7.5, 50)), 50, 10.0) == pytest.approx(0.5 + 0.125)
