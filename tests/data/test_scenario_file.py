"""Scenarios as files: what is read and carried, and everything wrong said at once."""

import json
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.scenario_file import (
    SPELT,
    BadScenario,
    ScenarioFile,
    read_scenario,
    scenario_as_json,
    scenario_from_json,
)
from planner.case import Scenario, Transfer
from planner.check.fingerprint import scenario_mark
from planner.law.policy import ConcurrencyPolicy
from planner.roster.levels import Block

DAY = date(2026, 11, 22)
TEXT = """
name = "PA3"
base_headcount = 7434
concurrency = "required"
[[transfers]]
commune = "00004"
from = "PARTY"
to = "GOVERNMENT"
number = 2
body = "Ban Thường vụ Thành ủy"
"""
ALL_WRONG = """
name = 3
colour = 1
only = ["it_cover", 1]
as_of = "31/02"
concurrency = "always"
base_headcount = 2.5
pins = "CB-1"
[forces]
V-KEY = "perhaps"
[prices]
V-KEY = "hai"
[[bans]]
cadre = 3
tarjet = "00004"
[[waivers]]
norm = "E-PARTY"
cadre = "CB-1"
colour = "đỏ"
[[transfers]]
commune = "00004"
from = "CHURCH"
to = "FRONT"
number = "hai"
"""
BLOCKS = "PARTY, GOVERNMENT, FRONT, OFF_QUOTA"
FAULTS = (
    'S.toml, name: đọc được "3"; cần chữ',
    'S.toml, as_of: đọc được "31/02"; cần một ngày, ví dụ 2026-11-22',
    'S.toml, forces, V-KEY: đọc được "perhaps"; cần một trong: must, wish, off',
    'S.toml, prices, V-KEY: đọc được "hai"; cần số nguyên',
    'S.toml, pins: đọc được "CB-1"; cần một danh sách',
    'S.toml, [[bans]] 1, cadre: đọc được "3"; cần chữ',
    'S.toml, [[bans]] 1, target: đọc được ""; không được để trống',
    'S.toml, [[bans]] 1, tarjet: đọc được "00004"; không có mục này; có: cadre, note, target',
    f'S.toml, [[transfers]] 1, from: đọc được "CHURCH"; cần một trong: {BLOCKS}',
    'S.toml, [[transfers]] 1, number: đọc được "hai"; cần số nguyên',
    'S.toml, base_headcount: đọc được "2.5"; cần số nguyên',
    'S.toml, only 2: đọc được "1"; cần chữ',
    'S.toml, [[waivers]] 1, colour: đọc được "đỏ"; không có mục này; có: body, cadre, norm, note',
    'S.toml, concurrency: đọc được "always"; cần một trong: by_law, required, free',
    'S.toml, colour: đọc được "1"; không có mục này; có: as_of, bans, base_headcount, concurrency, '
    "forces, name, only, pins, prices, quota, transfers, waivers",
)


def scenario_file(folder: Path, text: str) -> Path:
    path = folder / "S.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_transfers_and_the_base_are_read(tmp_path: Path) -> None:
    scenario = read_scenario(scenario_file(tmp_path, TEXT), DAY)
    row = Transfer(
        commune="00004",
        source=Block.PARTY,
        target=Block.GOVERNMENT,
        number=2,
        body="Ban Thường vụ Thành ủy",
    )
    assert scenario == Scenario(
        "PA3",
        DAY,
        transfers=(row,),
        base_headcount=7434,
        concurrency=ConcurrencyPolicy.REQUIRED,
    )


def test_a_file_that_says_nothing_is_named_as_it_is_called(tmp_path: Path) -> None:
    assert read_scenario(scenario_file(tmp_path, ""), DAY) == Scenario("S", DAY)


def test_everything_wrong_in_a_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadScenario) as raised:
        read_scenario(scenario_file(tmp_path, ALL_WRONG), DAY)
    assert raised.value.faults == FAULTS


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '{"name": "PA1"}'])
def test_a_damaged_scenario_of_a_plan_is_said_to_be_one(text: str) -> None:
    with pytest.raises(BadScenario, match="giả định trong phương án"):
        scenario_from_json(text)


def test_a_file_says_all_that_a_scenario_says() -> None:
    own = {entry.name for entry in fields(Scenario)}
    kept_apart = {"kept"}
    assert {entry.name for entry in fields(ScenarioFile)} - SPELT == (
        own - kept_apart - {"demands", "transfers"}
    )


@given(st.from_type(Scenario))
def test_a_carried_scenario_comes_back_with_its_fingerprint(scenario: Scenario) -> None:
    forces = dict.fromkeys(scenario.forces, "wish")
    scenario = replace(scenario, kept={}, forces=forces)
    again = scenario_from_json(scenario_as_json(scenario))
    pins_first = sorted(scenario.demands, key=lambda demand: not demand.pin)
    assert again == replace(scenario, demands=tuple(pins_first))
    assert scenario_mark(again) == scenario_mark(scenario)


def test_a_carried_scenario_is_spelt_as_a_file_is() -> None:
    row = Transfer(commune="00004", source=Block.PARTY, target=Block.FRONT, number=2, body="")
    told = json.loads(scenario_as_json(Scenario("PA1", DAY, transfers=(row,))))
    assert told["as_of"] == "2026-11-22"
    assert told["transfers"] == [
        {"commune": "00004", "from": "PARTY", "to": "FRONT", "number": 2, "body": "", "note": ""}
    ]
