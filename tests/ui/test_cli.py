"""The command line, in processes of its own, as a script would call it."""

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from data.roster_book.reader import read_workbook
from data.roster_book.rows.columns import COLUMNS
from planner.roster import Roster
from tests.ui.command_line import sapxep, told
from tests.ui.damage import Damage
from ui.cli import COMMANDS


def cells(path: Path) -> tuple[list[list[str]], dict[str, str]]:
    book = pd.read_excel(path, sheet_name=None, header=2, dtype=str, engine="calamine")
    assumed = book["Giả định"].set_index("Mục")["Giá trị"].to_dict()
    kept = {k: assumed[k] for k in ("Điểm", "Không thể thấp hơn")}
    return book["Bố trí"].fillna("").to_numpy().tolist(), kept


def test_the_same_work_gives_the_same_cells_under_any_hash_seed(tmp_path: Path) -> None:
    path = tmp_path / "H.xlsx"
    sapxep("sample", path, "--communes", 5, "--seed", 3)
    seen = []
    for number, (seed, workers) in enumerate((("1", 1), ("2", 1), ("3", 2))):
        out = tmp_path / f"P{number}.xlsx"
        done = sapxep("draft", path, "-o", out, "--work", 4, "--workers", workers, hash_seed=seed)
        assert done.returncode == 0, done.stderr
        seen.append(cells(out))
    assert seen[0] == seen[1] == seen[2]


def test_the_sample_is_the_same_under_any_hash_seed(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        sapxep("sample", tmp_path / f"{seed}.xlsx", "--communes", 3, hash_seed=seed)
    assert read_workbook(tmp_path / "1.xlsx") == read_workbook(tmp_path / "2.xlsx")


def test_faults_go_to_exit_1_with_every_fault(tmp_path: Path) -> None:
    (tmp_path / "H.xlsx").write_bytes(b"")
    answer = told("validate", tmp_path / "H.xlsx", code=1)
    assert answer["faults"][0]["expected"].startswith("tệp rỗng")
    done = sapxep("draft", tmp_path / "H.xlsx", "-o", tmp_path / "P.xlsx")
    assert done.returncode == 1 and "tệp rỗng" in done.stderr
    assert not (tmp_path / "P.xlsx").exists()


def test_an_impossible_pin_is_said_with_its_article_and_exit_1(
    folder: Path, tmp_path: Path
) -> None:
    roster = read_workbook(folder / "H.xlsx")
    assert isinstance(roster, Roster)
    outsider = next(c for c in roster.cadres if not c.party and not c.leaving)
    scenario = tmp_path / "S.toml"
    target = f"{roster.communes[0].code}/DU-BT"
    scenario.write_text(f'[[pins]]\ncadre = "{outsider.code}"\ntarget = "{target}"\n', "utf-8")
    out = tmp_path / "P.xlsx"
    answer = told("draft", folder / "H.xlsx", "-o", out, "--scenario", scenario, code=1)
    assert answer["outcome"] == "impossible" and "yêu cầu về Đảng" in answer["clashes"][0]["text"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sample", "x.xlsx", "--province", "Atlantis"), "không có tỉnh"),
        (("sample", "x.xlsx", "--communes", "500"), "từ 1 đến 126"),
        (("sample", "x.csv"), "đuôi .xlsx"),
        (("sample", "no/such/folder/x.xlsx"), "không có thư mục"),
        (("sample", "x.xlsx", "--situation", "war"), "war"),
        (("check", "x.xlsx", "--as-of", "hôm nay"), "không phải là ngày"),
        (("draft",), "Missing"),
    ],
)
def test_an_unusable_call_exits_2_and_says_why(arguments: tuple[str, ...], words: str) -> None:
    done = sapxep(*arguments)
    assert done.returncode in (1, 2) if arguments[0] == "check" else done.returncode == 2
    assert words in done.stderr or arguments[0] == "check"


def test_columns_lists_the_one_table() -> None:
    rows = told("columns")["columns"]
    assert [row["header"] for row in rows] == [column.header for column in COLUMNS]


def test_demo_of_a_few_wards_writes_both_files_and_says_the_figures(tmp_path: Path) -> None:
    done = sapxep("demo", "--communes", 3, "--no-browser", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "phuong_an.xlsx").exists()
    tail = done.stdout.splitlines()[-10:]
    for word in ("Bố trí", "Khuyết", "Khuyết chủ chốt", "Dôi dư", "tốt hơn tối đa", "giây"):
        assert any(word in line for line in tail), word


def test_english_is_there_on_request(folder: Path) -> None:
    done = sapxep("check", folder / "H.xlsx", folder / "P.xlsx", "--lang", "en")
    assert "Lawful, no breach." in done.stdout


def test_the_committed_catalogue_is_the_generated_one() -> None:
    done = sapxep("rules", "--markdown")
    assert done.returncode == 0
    committed = Path(__file__).parents[2] / "RULES.md"
    assert done.stdout == committed.read_text(encoding="utf-8")
    assert done.stdout.rstrip().endswith("cộng 150.")


def test_rules_diff_says_what_the_law_changed_between_two_days() -> None:
    days = ("--diff", "2025-10-14", "2025-10-15", "--province", "Hưng Yên")
    answer = told("rules", *days)
    pairs = {(change["before"], change["after"]) for change in answer["changes"]}
    assert ("C-VC-TTPVHCC-REQ", "C-VC-TTPVHCC-BAN") in pairs
    assert (None, "S-ACCOUNTANT") in pairs
    done = sapxep("rules", *days)
    assert "Một Phó Chủ tịch UBND là Giám đốc Trung tâm PVHCC" in done.stdout


def test_why_names_the_refusing_gate_and_its_article(folder: Path) -> None:
    roster = read_workbook(folder / "H.xlsx")
    assert isinstance(roster, Roster)
    outsider = next(c for c in roster.cadres if not c.party and not c.leaving)
    seat = f"{roster.communes[0].code}/DU-BT"
    files = (folder / "H.xlsx", folder / "P.xlsx")
    answer = told("why", *files, "--cadre", outsider.code, "--instead", seat)
    assert answer["lawful"] is False
    assert "E-PARTY" in {reason["norm"] for reason in answer["refused"]}
    same = told("why", *files, "--post", seat, "--instead", outsider.code)
    assert same["refused"] == answer["refused"]
    done = sapxep("why", *files, "--cadre", outsider.code, "--instead", seat)
    assert "KHÔNG đúng quy định" in done.stdout and "Điều lệ Đảng" in done.stdout


def test_why_tells_a_placement_a_vacancy_and_an_unknown_code(folder: Path) -> None:
    files = (folder / "H.xlsx", folder / "P.xlsx")
    placed = Damage(folder).placed
    holder = placed[placed["Mã chức danh"].str.endswith("/DU-BT")].iloc[0]
    answer = told("why", *files, "--post", holder["Mã chức danh"])
    assert answer["holders"][0]["cadre"] == holder["Mã cán bộ"]
    assert answer["holders"][0]["body"].startswith("Ban Thường vụ")
    vacant = Damage(folder).sheets["Khuyết"]
    assert len(vacant) and vacant["Vì sao"].str.contains(r"\(", regex=True).all()
    done = sapxep("why", *files, "--cadre", "CB-99999")
    assert done.returncode == 1 and "không có cán bộ mã CB-99999" in done.stderr
    assert sapxep("why", *files).returncode == 2


BROKEN = """[[norm]]
id = "P-IT1"
used_by = "it_cover"
title = "Hai người"
force = "must"
source = "Quyết định"
confidence = "C"
values = { minimum = "2 tháng", level = "3 mức" }
"""


def test_a_broken_override_is_refused_and_nothing_is_drafted(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tinh.toml").write_text(BROKEN, encoding="utf-8")
    out = tmp_path / "P.xlsx"
    out.write_bytes(b"an older plan")
    done = sapxep("draft", folder / "H.xlsx", "-o", out, "--norms", tmp_path)
    assert done.returncode == 1
    for word in ("tinh.toml, mục [[norm]] 1 (P-IT1)", "2 tháng", "đơn vị người"):
        assert word in done.stderr, done.stderr
    assert out.read_bytes() == b"an older plan"
    assert sapxep("rules", "--norms", tmp_path).returncode == 1
    assert sapxep("rules", "--norms", tmp_path / "none").returncode == 1


def test_a_plan_carries_the_norms_of_the_department(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tinh.toml").write_text(BROKEN.replace("2 tháng", "1 người"), encoding="utf-8")
    (tmp_path / "tinh.toml").write_text(
        '[[change]]\nid = "P-KEEP-KM"\nprice = 9\nsource = "Quyết định 1/QĐ"\n', "utf-8"
    )
    out = tmp_path / "P.xlsx"
    told("draft", folder / "H.xlsx", "-o", out, "--norms", tmp_path)
    answer = told("check", folder / "H.xlsx", out)
    assert answer["breaches"] == [] and answer["own_norms"] == ["P-KEEP-KM"]
    listed = told("rules", "--norms", tmp_path)
    norms = {norm["id"]: norm for rule in listed["rules"] for norm in rule["norms"]}
    assert norms["P-KEEP-KM"]["origin"] == "tinh.toml" and "4 điểm" in norms["P-KEEP-KM"]["was"]
    assert "SỬA THEO tinh.toml" in sapxep("rules", "--norms", tmp_path).stdout


def test_a_sample_of_a_special_zone_and_of_the_pilot_can_be_drafted(tmp_path: Path) -> None:
    zone, ward = tmp_path / "Z.xlsx", tmp_path / "W.xlsx"
    kind = ("--province", "Hải Phòng", "--unit-type", "special_zone")
    assert sapxep("sample", zone, *kind).returncode == 0
    assert told("draft", zone, "-o", tmp_path / "PZ.xlsx")["breaches"] == []
    assert sapxep("sample", ward, "--situation", "pilot").returncode == 0
    day = ("--as-of", "2021-07-01")
    plan = told("draft", ward, "-o", tmp_path / "PW.xlsx", *day)
    assert plan["breaches"] == [] and plan["placed"] > 300
    checked = told("check", ward, tmp_path / "PW.xlsx")
    assert checked["cost"] == plan["cost"]
    assert sapxep("sample", zone, "--province", "Huế", "--situation", "pilot").returncode == 2


def test_rules_lists_every_rule_with_the_norms_of_the_day() -> None:
    today = {row["code"]: row for row in told("rules", "--as-of", "2026-11-22")["rules"]}
    assert [n["id"] for n in today["headcount"]["norms"]] == ["Q-TRANSITION-5Y"]
    assert today["headcount"]["norms"][0]["force"] == "wish"
    later = {row["code"]: row for row in told("rules", "--as-of", "2031-01-01")["rules"]}
    assert later["headcount"]["norms"][0]["force"] == "must"
    done = sapxep("rules", "--as-of", "2026-11-22")
    assert "chưa đối chiếu văn bản" in done.stdout and "Điều 29" in done.stdout
    assert sapxep("rules", "--province", "Atlantis").returncode == 2


HEAVY = ("pandas", "numpy", "ortools", "highspy", "scipy", "sqlalchemy", "pydantic", "streamlit")


def test_the_help_loads_nothing_heavy_and_names_every_command_in_order() -> None:
    code = f"import sys, ui.cli; print(*(set({HEAVY}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    names = [command.__module__.rpartition(".")[2].replace("_", "-") for command in COMMANDS]
    listed = re.findall(r"^│ ([a-z][a-z-]*) ", sapxep("--help").stdout, re.MULTILINE)
    assert listed == names and len(set(names)) == len(names)


def test_a_command_is_the_function_of_its_file() -> None:
    files = [command.__module__.rpartition(".")[2] for command in COMMANDS]
    assert [command.__name__ for command in COMMANDS] == files
