"""Writing the plan workbook: placements with reasons, vacancies, surplus, findings, summary."""

from pathlib import Path

from data.excel.book import Book
from data.papers.plan_record import PROOF, Solution
from data.papers.plan_rows import Printed
from data.papers.plan_sheets import SHEETS
from planner.case import Case
from planner.check import Report
from planner.plan import Plan


def write_plan(case: Case, plan: Plan, report: Report, solution: Solution, path: Path) -> None:
    """Writes the whole workbook, A4 landscape, in unit, office, rank and name order."""
    printed = Printed(case, plan, report, solution)
    with Book(path) as book:
        for sheet in SHEETS:
            if sheet.name != PROOF or solution.certificate is not None:
                rows = list(sheet.rows(printed))
                book.table(sheet.name, sheet.headers, rows, sheet.widths, sheet.title)
