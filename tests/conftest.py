"""Profiles of the property tests, and the cases that many tests share."""

import os

import pytest
from hypothesis import HealthCheck, settings

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Case, Scenario
from planner.plan import Plan
from solver.progress import Draft, Limits
from solver.search.search import draft
from tests.builders import DAY
from ui.desk.work.projects_folder import HOME_VARIABLE

settings.register_profile(
    "local", max_examples=25, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.register_profile(
    "ci", max_examples=120, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def sampled(communes: int, situation: Situation = Situation.MERGER, seed: int = 7) -> Case:
    return make_case(sample("Hà Nội", seed, situation, communes), Scenario("PA1", DAY))


@pytest.fixture(scope="session", autouse=True)
def shelf_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Projects that tests make do not land in the account's own folder."""
    os.environ[HOME_VARIABLE] = str(tmp_path_factory.mktemp("ho_so"))


@pytest.fixture(scope="session")
def merger_case() -> Case:
    """Three wards before their first placement."""
    return sampled(3)


@pytest.fixture(scope="session")
def running_case() -> Case:
    """Three wards with everybody in a post."""
    return sampled(3, Situation.RUNNING)


@pytest.fixture(scope="session")
def merger_draft(merger_case: Case) -> Draft:
    """The best draft of `merger_case`, made once."""
    return draft(merger_case, Limits(60), lambda progress: None)


@pytest.fixture(scope="session")
def merger_plan(merger_draft: Draft) -> Plan:
    assert merger_draft.plan is not None
    return merger_draft.plan


@pytest.fixture(scope="session")
def running_plan(running_case: Case) -> Plan:
    """The best plan of `running_case`, made once."""
    plan = draft(running_case, Limits(60), lambda progress: None).plan
    assert plan is not None
    return plan
