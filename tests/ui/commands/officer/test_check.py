"""`check`: every damage of a plan is named, without the engine."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.command_line import sapxep, told
from tests.ui.damage import Damage


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


def test_a_hand_made_plan_of_one_sheet_is_checked_too(folder: Path) -> None:
    made = Damage(folder)
    made.sheets = {"Bố trí": made.placed}
    answer = told("check", folder / "H.xlsx", made.save())
    assert answer["breaches"] == [] and answer["bound"] is None
    assert answer["surplus"] == len(made.surplus)
