"""The certificate: plain sums prove the bound; a changed number never proves a false one."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from data.legal_basis import make_case
from data.papers.plan_reader import PlanFile, read_plan
from data.sample import Situation, sample
from planner.case import Case, Scenario
from planner.check import Claim, check
from planner.check.certificate import BadCertificate, Certificate, Dual, proven
from solver.progress import Draft, Limits
from solver.rivals.oracle import oracle
from solver.search.search import draft
from tests.builders import DAY
from tests.small_cases import small_case
from ui.desk.story import checked, write


@pytest.fixture(scope="module")
def drafted() -> tuple[Case, Draft]:
    case = make_case(sample("Hà Nội", 2, Situation.RUNNING, 3), Scenario("PA1", DAY))
    return case, draft(case, Limits(60), lambda progress: None)


def test_the_duals_prove_the_bound_of_the_draft(drafted: tuple[Case, Draft]) -> None:
    case, result = drafted
    assert result.certificate is not None
    assert proven(case, result.certificate.duals) == result.certificate.bound
    assert result.bound is not None and result.certificate.bound <= result.bound


@pytest.mark.parametrize("seed", range(12))
def test_a_changed_number_proves_no_more_than_the_best_plan_or_is_refused(
    drafted: tuple[Case, Draft], seed: int
) -> None:
    case, result = drafted
    assert result.certificate is not None and result.cost == result.bound
    rng = random.Random(seed)
    duals = list(result.certificate.duals)
    place = rng.randrange(len(duals))
    change = rng.choice([-5, 7, 64, 6400, -6400, 10**9])
    duals[place] = replace(duals[place], points=duals[place].points + change)
    try:
        assert proven(case, duals) <= result.cost
    except BadCertificate as error:
        assert duals[place].norm in str(error)


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_random_duals_of_odd_cases_prove_nothing_false(seed: int) -> None:
    """Any prices at all within range: what they prove is at most what the oracle's plan costs."""
    case = small_case(seed, sound=True)
    best, found = oracle(case), draft(case, Limits(60), lambda progress: None)
    if best.cost is None or found.certificate is None:
        return
    rng = random.Random(seed)
    for _ in range(5):
        duals = [
            replace(dual, points=rng.randint(0, dual.points)) for dual in found.certificate.duals
        ]
        assert proven(case, duals) <= best.cost
    assert proven(case, found.certificate.duals) == found.certificate.bound <= best.cost


def test_what_no_rule_asks_for_or_is_said_twice_is_refused(drafted: tuple[Case, Draft]) -> None:
    case, result = drafted
    assert result.certificate is not None
    duals = result.certificate.duals
    with pytest.raises(BadCertificate, match="không quy tắc nào"):
        proven(case, (*duals, Dual("V-KEY", ("không có",), True, 5)))
    with pytest.raises(BadCertificate, match="hai dòng"):
        proven(case, (*duals, duals[0]))


def test_a_plan_file_carries_its_proof_and_check_finds_a_false_one(
    drafted: tuple[Case, Draft], tmp_path: Path
) -> None:
    case, result = drafted
    write(checked(case, result), tmp_path / "p.xlsx")
    file = read_plan(tmp_path / "p.xlsx")
    assert isinstance(file, PlanFile)
    assert file.stated.certificate == result.certificate
    sound = check(case, file.plan, Claim(certificate=file.stated.certificate))
    assert sound.lawful and sound.proven == result.certificate.bound  # type: ignore[union-attr]
    claimed = Certificate(result.certificate.bound + 1, result.certificate.duals)  # type: ignore[union-attr]
    false = check(case, file.plan, Claim(certificate=claimed))
    assert [f.norm.id for f in false.breaches] == ["plan.wrong_proof"]
