"""The board of a unit as plain data, and what is said of each seat while somebody is moved."""

from planner.case import Case
from planner.figures.summary import unit_figures
from planner.plan import Plan
from ui.desk.screens.board_data import board_data, board_verdicts, keep_still


def rows_of(data: dict) -> list[dict]:  # type: ignore[type-arg]
    return [
        row
        for lane in data["lanes"]
        for column in lane["columns"]
        for office in column
        for row in office["rows"]
    ]


def test_everybody_of_a_unit_is_on_its_board_and_can_be_moved(
    merger_case: Case, merger_plan: Plan
) -> None:
    figures = unit_figures(merger_case, merger_plan)[0]
    data = board_data(merger_case, merger_plan, 0, figures, "m", "")
    assert [lane["color"] for lane in data["lanes"]] == [
        "var(--party)",
        "var(--government)",
        "var(--front)",
    ]
    unit = merger_case.communes[0].code
    seated = {
        row.cadre for row in merger_plan.placements if merger_case.posts[row.main].commune == unit
    }
    movable = {row["cadre"] for row in rows_of(data) if row["movable"]}
    assert seated <= movable
    keep_still(data)
    assert not any(row["movable"] for row in rows_of(data))


def test_each_seat_says_whether_somebody_may_sit_there(
    merger_case: Case, merger_plan: Plan
) -> None:
    row = merger_plan.placements[0]
    commune = merger_case.commune_of(row.main)
    found = board_verdicts(merger_case, merger_plan, commune, row.cadre, None)
    unit = merger_case.communes[commune].code
    assert set(found) == {post.code for post in merger_case.organisation.posts_by_unit[unit]}
    assert found[row.main] == {"lawful": True, "words": "đang ở đây"}
    refused = [told["words"] for told in found.values() if not told["lawful"]]
    assert refused and all(words.startswith("✕ ") for words in refused)
