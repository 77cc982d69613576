"""A desk with a plan, drafted once for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.project import Project
from planner.case import Case
from solver.progress import Draft
from ui.desk.desk import Desk
from ui.desk.drafted import Drafted
from ui.desk.story import checked


@pytest.fixture
def merger_drafted(merger_case: Case, merger_draft: Draft) -> Drafted:
    return checked(merger_case, merger_draft)


@pytest.fixture
def planned(merger_drafted: Drafted, tmp_path: Path) -> Iterator[Desk]:
    """Three wards with the best plan, PA1, in a project of invented people."""
    desk = Desk(Project.create(tmp_path / "Ba phường.sapxep", "Ba phường", invented=True))
    assert desk.inputs.take_roster(merger_drafted.case.roster, "open")
    assert desk.inputs.assume(merger_drafted.case.scenario)
    desk.plans.take_draft(merger_drafted)
    yield desk
    desk.close()
