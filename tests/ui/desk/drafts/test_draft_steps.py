import pytest

from ui.desk.drafts.draft_steps import draft_steps


@pytest.mark.parametrize(
    ("stage", "found", "states"),
    [
        ("start", False, ["here", "", "", ""]),
        ("arrays", False, ["here", "", "", ""]),
        ("pricing", False, ["done", "here", "", ""]),
        ("repair", False, ["done", "here", "", ""]),
        ("pricing", True, ["done", "done", "done", ""]),
        ("windows", True, ["done", "done", "done", "here"]),
        ("bound", True, ["done", "done", "done", "done"]),
        ("whatever comes", False, ["done", "done", "done", "done"]),
    ],
)
def test_steps_are_done_one_after_the_other(stage: str, found: bool, states: list[str]) -> None:
    assert [state.value for state, _ in draft_steps(stage, found)] == states
