"""The department's own scores: a pure assignment problem, solved exactly."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from data.legal_basis import make_case
from data.reference import communes
from data.roster_book.reader import read_workbook, unused_sheets
from data.roster_book.sheets.scores import read_scores, score_sheets, sheet_name
from data.roster_book.writer import write_workbook
from planner.case import Scenario
from planner.check import check
from planner.roster import Post, Roster, Score
from solver.progress import Limits, Outcome
from solver.search.search import draft
from tests.builders import DAY, person, roster_of

OWN = Scenario("PA1", DAY, only=("suitability",))


def assignment_roster(size: int, units: int, seed: int) -> tuple[Roster, np.ndarray]:
    """`size` people and as many posts of one seat in `units` wards, each pair with a score."""
    places = communes("01")[:units]
    base = roster_of(person("X"), units=[unit.code for unit in places])
    plain = next(title for title in base.titles if title.code == "VP-TH")
    each = size // units
    titles = tuple(
        replace(plain, code=f"T{n:03}", name=f"Việc {n}", order=n, fields=frozenset())
        for n in range(each)
    )
    posts = tuple(
        Post(
            code=f"{unit.code}/{title.code}",
            commune=unit.code,
            title=title.code,
            minimum=0,
            maximum=1,
        )
        for unit in places
        for title in titles
    )
    people = tuple(person(f"P{n:04}", place=places[n % units].code) for n in range(size))
    points = np.random.default_rng(seed).integers(0, 1000, (size, size))
    scores = tuple(
        Score(cadre.code, post.code, int(points[i, j]))
        for i, cadre in enumerate(people)
        for j, post in enumerate(posts)
    )
    roster = replace(base, titles=titles, posts=posts, cadres=people, scores=scores, own_posts=True)
    return roster, points


def best_total(points: np.ndarray) -> int:
    rows, columns = linear_sum_assignment(points, maximize=True)
    return int(points[rows, columns].sum())


@pytest.mark.parametrize(("size", "units", "seed"), [(40, 1, 1), (60, 3, 2), (120, 12, 3)])
def test_an_assignment_equals_scipys(size: int, units: int, seed: int) -> None:
    roster, points = assignment_roster(size, units, seed)
    case = make_case(roster, OWN)
    result = draft(case, Limits(60), lambda progress: None)
    assert result.outcome is Outcome.BEST and result.plan is not None
    assert result.cost == int(points.max(axis=1).sum()) - best_total(points)
    report = check(case, result.plan)
    assert report.lawful and report.cost == result.cost
    assert {code for code, (_, cost) in report.by_rule.items() if cost} == {"suitability"}


def test_eight_hundred_by_eight_hundred_through_the_sheet(tmp_path: Path) -> None:
    roster, points = assignment_roster(800, 20, 1)
    write_workbook(roster, tmp_path / "s.xlsx", posts=True)
    read = read_workbook(tmp_path / "s.xlsx")
    assert isinstance(read, Roster) and len(read.scores) == 640_000
    result = draft(make_case(read, OWN), Limits(120), lambda progress: None)
    assert result.outcome is Outcome.BEST
    assert result.cost == int(points.max(axis=1).sum()) - best_total(points)


def test_sheets_of_scores_go_on_by_number() -> None:
    names = ("Cán bộ", sheet_name(10), sheet_name(2), "mức phù hợp", "Mức phù hợp cũ")
    assert score_sheets(names) == ("mức phù hợp", "Mức phù hợp 2", "Mức phù hợp 10")


def test_every_fault_of_the_scores_is_told_with_its_place() -> None:
    rows = [
        ["Mã cán bộ", "Mã chức danh", "Điểm"],
        ["A", "p", 3.0],
        ["B", "p", 3.0],
        ["A", "q", 3.0],
        ["A", "p", 4.0],
        ["A", "r", 2.5],
        ["", "", ""],
    ]
    read = read_scores({"Mức phù hợp": rows}, {"A"}, {"p", "r"})
    assert read.scores == (Score("A", "p", 4),)
    assert [(f.row, f.column, f.value) for f in read.faults] == [
        (3, "Mã cán bộ", "B"),
        (4, "Mã chức danh", "q"),
        (5, "Mã chức danh", "p"),
        (6, "Điểm", "2.5"),
    ]


def test_a_row_that_ends_early_is_read_as_empty_from_there() -> None:
    rows = [["Mã cán bộ", "Mã chức danh", "Điểm"], ["A"], []]
    read = read_scores({"Mức phù hợp": rows}, {"A"}, {"p"})
    assert [(f.row, f.column) for f in read.faults] == [(2, "Mã chức danh"), (2, "Điểm")]


def test_scores_are_added_to_the_other_wishes_unless_asked_alone(tmp_path: Path) -> None:
    roster, _ = assignment_roster(20, 1, 4)
    both = make_case(roster, replace(OWN, only=()))
    result = draft(both, Limits(60), lambda progress: None)
    assert result.plan is not None
    assert len(check(both, result.plan).by_rule) > 1
    write_workbook(roster, tmp_path / "s.xlsx", posts=True)
    assert unused_sheets(tmp_path / "s.xlsx") == ()


@pytest.mark.city
def test_two_million_scores_are_read_and_solved() -> None:
    roster, points = assignment_roster(1414, 14, 5)
    cells = [["Mã cán bộ", "Mã chức danh", "Điểm"]]
    cells += [[s.cadre, s.post, float(s.points)] for s in roster.scores]
    known = {cadre.code for cadre in roster.cadres}
    read = read_scores({"Mức phù hợp": cells}, known, {p.code for p in roster.posts})
    assert not read.faults and len(read.scores) == 1414 * 1414
    case = make_case(replace(roster, scores=read.scores), OWN)
    result = draft(case, Limits(300), lambda progress: None)
    assert result.outcome is Outcome.BEST
    assert result.cost == int(points.max(axis=1).sum()) - best_total(points)
