from datetime import date
from pathlib import Path

import pytest

from data.scenario_file import BadScenario, read_scenario, scenario_as_json, scenario_from_json
from planner.case import Transfer
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


def scenario_file(folder: Path, text: str) -> Path:
    path = folder / "S.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_transfers_and_the_base_are_read_and_carried(tmp_path: Path) -> None:
    scenario = read_scenario(scenario_file(tmp_path, TEXT), DAY)
    row = Transfer(
        commune="00004",
        source=Block.PARTY,
        target=Block.GOVERNMENT,
        number=2,
        body="Ban Thường vụ Thành ủy",
    )
    assert (scenario.transfers, scenario.base_headcount) == ((row,), 7434)
    assert scenario.concurrency is ConcurrencyPolicy.REQUIRED
    assert scenario_from_json(scenario_as_json(scenario)) == scenario


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("PARTY", "CHURCH"),
        TEXT.replace("2\n", "'hai'\n"),
        TEXT + "colour = 1\n",
        TEXT.replace("required", "always"),
    ],
)
def test_a_scenario_that_cannot_be_read_says_in_which_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadScenario, match=r"S\.toml"):
        read_scenario(scenario_file(tmp_path, text), DAY)
