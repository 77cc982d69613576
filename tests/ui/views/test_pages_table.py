"""Every page is in the table, and a browser opens it in a test."""

import ast
import re
from importlib import import_module

import pytest

from tests.folders import ROOT, modules_in
from ui.views.everyone import faulty_workbook, upload_change, welcome
from ui.views.officer import impossible, norm_catalogue
from ui.views.pages_table import DOORS, PAGES, crumb, door_of, first_page, page_of

ROOMS = ("officer", "leader", "trainer", "everyone")
STATES = {
    welcome.show: ("before a project is open", "test_the_first_screen"),
    faulty_workbook.show: ("while the workbook has faults", "test_a_faulty_workbook"),
    upload_change.show: (
        "while another workbook waits to be confirmed",
        "test_another_workbook_for_an_open_project",
    ),
    impossible.show: ("instead of a plan, when none can be", "test_what_cannot_be_drafted"),
    norm_catalogue.show: ("as a part of another page", "test_every_page_with_a_plan"),
}
"""What draws a whole page and is not in the table: when it is shown, and the test that opens it."""


def test_whatever_draws_a_page_is_in_the_table_or_opened_by_a_test_of_its_own() -> None:
    drawn = set()
    for room in ROOMS:
        for path in modules_in(f"ui/views/{room}", at_least=1):
            show = getattr(import_module(f"ui.views.{room}.{path.stem}"), "show", None)
            drawn |= {show} if show is not None else set()
    assert len(drawn) >= 15
    assert drawn == {page.show for page in PAGES} | STATES.keys()


def walked() -> dict[str, str]:
    """Test of the browser's walk → its text."""
    text = (ROOT / "tests" / "browser" / "test_pages.py").read_text(encoding="utf-8")
    tests = (node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))
    return {test.name: ast.unparse(test) for test in tests}


def test_the_walk_opens_every_page_of_the_table_with_a_plan_and_without() -> None:
    found = walked()
    for name in ("test_every_page_with_a_plan", "test_every_page_before_there_is_a_plan"):
        assert "for each in PAGES:" in found[name]
    assert {test for _, test in STATES.values()} <= found.keys()


def test_codes_and_titles_are_each_of_one_page() -> None:
    for names in ([page.code for page in PAGES], [page.title for page in PAGES]):
        assert len(set(names)) == len(names)
    assert page_of("khong-co") is None and page_of("lap") in PAGES


def test_every_door_opens_on_a_page_behind_it() -> None:
    for door in DOORS:
        assert door.code in first_page(door).doors
    assert {code for page in PAGES for code in page.doors} == {door.code for door in DOORS}


@pytest.mark.parametrize(
    ("page", "door", "words"),
    [
        ("toan-tinh", "xem", "So sánh, xem xét phương án › Toàn tỉnh, thành phố"),
        ("nhat-ky", "lap", ""),
    ],
)
def test_a_crumb_says_the_door_that_the_window_came_through(
    page: str, door: str, words: str
) -> None:
    found = page_of(page)
    assert found is not None and crumb(found, door_of(door)) == words


def test_what_leads_to_a_page_names_one_of_the_table() -> None:
    named = set()
    for path in modules_in("ui/views", at_least=33):
        named |= set(re.findall(r"window\.go\(\"([^\"]+)\"\)", path.read_text(encoding="utf-8")))
    assert len(named) >= 4 and all(page_of(code) for code in named), named
    assert (ROOT / "ui" / "app.py").read_text(encoding="utf-8").count("window.go(") == 1
