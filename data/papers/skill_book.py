"""The workbook of skill gaps: by unit, office, old district and person, and the risks."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from data.excel.book import Book
from planner.case import Case
from planner.plan import Plan
from planner.skills.gap_tables import Cell, by_competence, by_district, by_office, by_unit
from planner.skills.requirements import (
    Requirement,
    Standing,
    competence_name,
    people_rows,
    requirements,
)
from planner.skills.risks import Risk, risks

COUNTS = ("Cần", "Đủ", "Thiếu", "Khuyết", "Chưa rõ", "Hậu quả (điểm)")


def write_skills(case: Case, plan: Plan, name: str, path: Path) -> None:
    """Writes the gaps of a plan; `name` is the plan's."""
    asked = requirements(case, plan)
    units = {unit.code: unit.full_name for unit in case.communes}
    note = f"{name} · tính đến ngày {case.scenario.as_of:%d/%m/%Y}"
    with Book(path) as book:
        whole = by_competence(asked)
        rows = [[competence_name(code), *_counts(cell)] for code, cell in _worst(whole.items())]
        title = f"Thiếu hụt năng lực – {note}"
        book.table("Toàn bộ", ("Năng lực", *COUNTS), rows, (34,), title)
        for sheet, heading, table, names in (
            ("Theo đơn vị", "Đơn vị", by_unit(asked), units),
            ("Theo quận, huyện cũ", "Quận, huyện cũ", by_district(case, asked), {}),
            ("Theo phòng, ban", "Phòng, ban", by_office(case, asked), _offices(case)),
        ):
            found = [
                [names.get(group, group), competence_name(code), *_counts(cell)]
                for (group, code), cell in _worst(table.items())
            ]
            book.table(sheet, (heading, "Năng lực", *COUNTS), found, (36, 30), f"{sheet} – {note}")
        _people(book, case, asked, note)
        _seats(book, case, asked, note)
        _alone(book, case, risks(case, plan, asked), note)


def _people(book: Book, case: Case, asked: tuple[Requirement, ...], note: str) -> None:
    book.table(
        "Theo người",
        (
            "Họ và tên",
            "Mã",
            "Đơn vị",
            "Chức danh",
            "Năng lực",
            "Đang có",
            "Cần có",
            "Tình trạng",
            "Căn cứ",
        ),
        [_person(case, row) for row in people_rows(case, asked)],
        (24, 12, 24, 30, 24, 20, 26, 10, 30),
        f"Theo người – {note}",
    )


def _seats(book: Book, case: Case, asked: tuple[Requirement, ...], note: str) -> None:
    book.table(
        "Chỗ khuyết",
        ("Đơn vị", "Chức danh", "Năng lực", "Cần có", "Căn cứ"),
        [
            [
                case.unit(row.commune).full_name,
                case.title_of(row.post).name,
                competence_name(row.competence),
                row.needed,
                row.norm.source if row.norm else "",
            ]
            for row in asked
            if row.standing is Standing.VACANT
        ],
        (24, 36, 26, 30, 30),
        f"Năng lực mà chỗ khuyết cần – {note}",
    )


def _alone(book: Book, case: Case, found: Iterable[Risk], note: str) -> None:
    book.table(
        "Chỉ một người làm được",
        ("Đơn vị", "Năng lực", "Họ và tên", "Mã", "Còn công tác (tháng)", "Hậu quả (điểm)"),
        [
            [
                case.unit(risk.commune).full_name,
                competence_name(risk.competence),
                case.cadre(risk.cadre).name,
                risk.cadre,
                risk.months,
                risk.weight,
            ]
            for risk in found
        ],
        (24, 30, 26, 12, 12, 12),
        f"Năng lực chỉ một người có – {note}",
    )


def _counts(cell: Cell) -> list[int]:
    return [cell.required, cell.met, cell.short, cell.vacant, cell.unknown, cell.weight]


def _worst(items: Iterable[tuple[Any, Cell]]) -> Sequence[tuple[Any, Cell]]:
    return sorted(items, key=lambda item: (-item[1].weight, -item[1].open, str(item[0])))


def _offices(case: Case) -> dict[str, str]:
    return {
        f"{unit.code}/{title.office.code}": f"{title.office.named(unit.type)}, {unit.full_name}"
        for unit in case.communes
        for title in case.titles
    }


def _person(case: Case, row: Requirement) -> list[Any]:
    return [
        case.cadre(row.cadre).name,
        row.cadre,
        case.unit(row.commune).full_name,
        case.title_of(row.post).name,
        competence_name(row.competence),
        row.held,
        row.needed,
        row.standing.value,
        row.norm.source if row.norm else "",
    ]
