"""The command line, in processes of its own, as a script would call it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import xlsxwriter

from data.roster_book.columns import COLUMNS
from data.roster_book.reader import read_workbook
from planner.roster import Roster

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def sapxep(*arguments: object, hash_seed: str = "0") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        encoding="utf-8",
        check=False,
    )


def told(*arguments: object, code: int = 0) -> dict[str, Any]:
    done = sapxep(*arguments, "--json")
    assert done.returncode == code, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """H.xlsx, a roster of three wards, and P.xlsx, a plan of it made with two pins."""
    folder = tmp_path_factory.mktemp("cli")
    assert sapxep("sample", folder / "H.xlsx", "--communes", 3, "--seed", 7).returncode == 0
    draft = told("draft", folder / "H.xlsx", "-o", folder / "free.xlsx")
    assert draft["outcome"] == "best"
    frame = pd.read_excel(folder / "free.xlsx", "Bố trí", header=2, dtype=str, engine="calamine")
    person = frame[frame["Chức danh"] == "Chuyên viên tư pháp"].iloc[0]
    pins = f'[[pins]]\ncadre = "{person["Mã cán bộ"]}"\ntarget = "{person["Mã chức danh"]}"\n'
    (folder / "S.toml").write_text(f'name = "PA2"\n{pins}', encoding="utf-8")
    told("draft", folder / "H.xlsx", "-o", folder / "P.xlsx", "--scenario", folder / "S.toml")
    return folder


def test_draft_and_check_agree_to_the_point_and_share_their_keys(folder: Path) -> None:
    draft = told("draft", folder / "H.xlsx", "-o", folder / "again.xlsx")
    checked = told("check", folder / "H.xlsx", folder / "again.xlsx")
    keys = [
        "outcome",
        "cost",
        "bound",
        "gap",
        "placed",
        "vacant",
        "vacant_key",
        "surplus",
        "moved",
        "concurrent_holders",
        "breaches",
        "findings",
        "by_rule",
        "fingerprint",
    ]
    assert {k: draft[k] for k in keys} == {k: checked[k] for k in keys}
    assert draft["breaches"] == [] and checked["same_input"]
    assert {"within_gap", "cut_by_clock", "seconds"} <= set(draft)


def test_check_of_the_running_present_state(tmp_path: Path) -> None:
    path = tmp_path / "R.xlsx"
    sapxep("sample", path, "--communes", 3, "--situation", "running")
    checked = sapxep("check", path, "--json")
    answer = json.loads(checked.stdout)
    assert checked.returncode == (1 if answer["breaches"] else 0)
    assert answer["moved"] == 0 and answer["placed"] > 150
    draft = told("draft", path, "-o", tmp_path / "P.xlsx")
    assert draft["breaches"] == []
    assert draft["cost"] <= answer["cost"] or answer["breaches"]


class Damage:
    """A copy of the plan workbook whose sheets are changed as frames."""

    def __init__(self, folder: Path) -> None:
        self.roster = read_workbook(folder / "H.xlsx")
        assert isinstance(self.roster, Roster)
        self.path, self.out = folder / "P.xlsx", folder / "damaged.xlsx"
        self.sheets = {
            str(name): frame.astype(object).where(frame.notna(), "")
            for name, frame in pd.read_excel(
                self.path, sheet_name=None, header=2, dtype=str, engine="calamine"
            ).items()
        }
        self.placed, self.surplus = self.sheets["Bố trí"], self.sheets["Dôi dư"]

    def holder(self, title: str, place: int = 0) -> Any:
        return self.placed[self.placed["Mã chức danh"].str.endswith(f"/{title}")].index[place]

    def save(self) -> Path:
        with xlsxwriter.Workbook(str(self.out), {"strings_to_formulas": False}) as target:
            for name, frame in self.sheets.items():
                sheet = target.add_worksheet(name)
                for column, header in enumerate(frame.columns):
                    sheet.write_string(2, column, str(header))
                    for row, value in enumerate(frame[header], 3):
                        sheet.write_string(row, column, str(value))
        return self.out

    def drop_surplus(self, cadre: str) -> None:
        self.sheets["Dôi dư"] = self.surplus[self.surplus["Mã cán bộ"] != cadre]


def two_on_one_seat(d: Damage) -> str:
    spare, secretary = d.holder("VP-TP"), d.holder("DU-BT")
    d.placed.loc[spare, "Mã chức danh"] = d.placed.loc[secretary, "Mã chức danh"]
    return "S-SEATS"


def a_person_twice(d: Damage) -> str:
    first, second = d.holder("VP-TP", 0), d.holder("VP-HD", 0)
    other = d.placed.loc[second, "Mã cán bộ"]
    d.placed.loc[second, "Mã cán bộ"] = d.placed.loc[first, "Mã cán bộ"]
    d.surplus.loc[len(d.surplus), "Mã cán bộ"] = other
    return "S-ONE"


def an_ineligible_holder(d: Damage) -> str:
    law = {c.code for c in d.roster.cadres if "luật" not in c.fields}  # type: ignore[union-attr]
    row = d.holder("VP-TP")
    taken = next(code for code in d.surplus["Mã cán bộ"] if code in law)
    out = d.placed.loc[row, "Mã cán bộ"]
    d.placed.loc[row, "Mã cán bộ"] = taken
    d.drop_surplus(taken)
    d.sheets["Dôi dư"].loc[9999, "Mã cán bộ"] = out
    return "E-FIELD-FIT"


def kin_in_one_leadership(d: Damage) -> str:
    pairs = dict((*d.roster.kin, *((b, a) for a, b in d.roster.kin)))  # type: ignore[union-attr]
    sits = dict(zip(d.placed["Mã cán bộ"], d.placed.index, strict=True))
    leaders = d.placed["Mã chức danh"].str.split("/").str[1].isin(["UBND-PCT", "VP-CVP", "KT-TP"])
    first, second = next((a, b) for a, b in pairs.items() if a in sits and b in sits)
    chair = d.placed[leaders].index[0]
    unit = d.placed.loc[chair, "Mã chức danh"].split("/")[0]
    for person, title in ((first, "UBND-PCT"), (second, "KT-TP")):
        d.placed.loc[sits[person], "Mã chức danh"] = f"{unit}/{title}"
        d.placed.loc[sits[person], "Chính / kiêm"] = "Chính"
    return "E-KIN-UNIT"


def a_chair_in_the_standing_council(d: Damage) -> str:
    row, other = d.holder("HDND-PCT"), d.holder("UBND-CT")
    unit = d.placed.loc[other, "Mã chức danh"].split("/")[0]
    row = d.placed[d.placed["Mã chức danh"] == f"{unit}/HDND-PCT"].index[0]
    d.surplus.loc[len(d.surplus), "Mã cán bộ"] = d.placed.loc[row, "Mã cán bộ"]
    d.placed.loc[row, "Mã cán bộ"] = d.placed.loc[other, "Mã cán bộ"]
    d.placed.loc[row, "Chính / kiêm"] = "Kiêm nhiệm"
    return "C-STANDING-UBND"


def seats_passed(d: Damage) -> str:
    unit = d.placed.loc[d.holder("VP-CVP"), "Mã chức danh"].split("/")[0]
    specialists = d.placed[d.placed["Mã chức danh"].str.startswith(f"{unit}/VP-T")].index[:3]
    d.placed.loc[specialists, "Mã chức danh"] = f"{unit}/VP-CVP"
    return "S-SEATS"


def the_council_chair_on_nobody_allowed(d: Damage) -> str:
    row = d.holder("HDND-CT")
    unit = d.placed.loc[row, "Mã chức danh"].split("/")[0]
    inspector = d.placed[d.placed["Mã chức danh"] == f"{unit}/BXD-PTB"].index[0]
    d.placed.loc[row, "Mã cán bộ"] = d.placed.loc[inspector, "Mã cán bộ"]
    return "C-HDNDCHAIR-SEC"


def a_pin_broken(d: Damage) -> str:
    code = json.loads(d.sheets["Giả định"].set_index("Mục").loc["Giả định (máy đọc)", "Giá trị"])[
        "pins"
    ][0]["cadre"]
    row = d.placed[d.placed["Mã cán bộ"] == code].index[0]
    unit = d.placed.loc[row, "Mã chức danh"].split("/")[0]
    d.placed.loc[row, "Mã chức danh"] = f"{unit}/VP-HD"
    return "D-PIN"


def an_unknown_person(d: Damage) -> str:
    d.placed.loc[d.holder("VP-TP"), "Mã cán bộ"] = "CB-77777"
    return "plan.unknown_person"


def an_edited_cost(d: Damage) -> str:
    assumed = d.sheets["Giả định"]
    row = assumed[assumed["Mục"] == "Điểm"].index[0]
    assumed.loc[row, "Giá trị"] = str(int(assumed.loc[row, "Giá trị"]) - 1)
    return "plan.wrong_cost"


@pytest.mark.parametrize(
    "damage",
    [
        two_on_one_seat,
        a_person_twice,
        an_ineligible_holder,
        kin_in_one_leadership,
        a_chair_in_the_standing_council,
        seats_passed,
        the_council_chair_on_nobody_allowed,
        a_pin_broken,
        an_unknown_person,
        an_edited_cost,
    ],
    ids=lambda damage: damage.__name__,
)
def test_each_damage_is_named_by_check(folder: Path, damage: Callable[[Damage], str]) -> None:
    changed = Damage(folder)
    norm = damage(changed)
    answer = told("check", folder / "H.xlsx", changed.save(), code=1)
    assert norm in {breach["norm"] for breach in answer["breaches"]}


def test_the_undamaged_copy_is_lawful(folder: Path) -> None:
    answer = told("check", folder / "H.xlsx", Damage(folder).save())
    assert answer["breaches"] == []


def test_a_plan_checked_against_another_roster_says_so(folder: Path, tmp_path: Path) -> None:
    sapxep("sample", tmp_path / "O.xlsx", "--communes", 3, "--seed", 8)
    answer = told("check", tmp_path / "O.xlsx", folder / "P.xlsx", code=1)
    assert answer["same_input"] is False


def test_a_plan_of_today_breaks_the_law_of_another_day(folder: Path) -> None:
    answer = told("check", folder / "H.xlsx", folder / "P.xlsx", "--as-of", "2025-07-01", code=1)
    assert {b["norm"] for b in answer["breaches"]} & {"S-UBND-VC2-OLD", "S-DEP-1-OLD"}


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


def test_a_hand_made_plan_of_one_sheet_is_checked_too(folder: Path) -> None:
    made = Damage(folder)
    made.sheets = {"Bố trí": made.placed}
    answer = told("check", folder / "H.xlsx", made.save())
    assert answer["breaches"] == [] and answer["bound"] is None
    assert answer["surplus"] == len(made.surplus)


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
