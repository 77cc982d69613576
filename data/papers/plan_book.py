"""Writing the plan workbook: placements with reasons, vacancies, surplus, findings, summary."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.excel.book import Book
from data.papers.plan_record import (
    ASSUMED,
    CONDITIONS,
    FINDINGS,
    PROOF,
    PROOF_HEADERS,
    RULES,
    SUMMARY,
    Solution,
    write_assumed,
    write_proof,
)
from planner.case import Case
from planner.check import Report
from planner.check.finding_words import about, finding_text, named
from planner.check.whence import whence
from planner.figures.summary import unit_figures
from planner.plan import Finding, Placement, Plan
from planner.plan.counts import vacant
from planner.plan.duties import Duty, duties, task_findings
from planner.plan.form import decision, dossiers
from planner.rules import rule_of, rules_of
from planner.rules.cover import Cover
from planner.text.vietnamese import SortKey, name_key, text_key
from planner.why.reasons import Grounds, grounds, sentence, why_surplus, why_vacant

PLACED, VACANT, SURPLUS = "Bố trí", "Khuyết", "Dôi dư"
DOSSIERS, DUTIES, TASKS = "Hồ sơ theo cấp", "Bảng phân công", "Vấn đề nhiệm vụ"
MAIN, CONCURRENT = "Chính", "Kiêm nhiệm"
PLACED_HEADERS = (
    "TT",
    "Đơn vị",
    "Phòng, ban",
    "Chức danh",
    "Chính / kiêm",
    "Mã cán bộ",
    "Họ và tên",
    "Ngày sinh",
    "Từ",
    "Hình thức",
    "Khoảng cách (km)",
    "Vì sao",
    "Đáp ứng",
    "Chưa đáp ứng",
    "Mã chức danh",
)
RULE_HEADERS = ("Quy tắc", "Nội dung", "Mức", "Điểm", "Căn cứ")
SURPLUS_HEADERS = ("TT", "Mã cán bộ", "Họ và tên", "Ngày sinh", "Từ", "Vì sao")


def write_plan(case: Case, plan: Plan, report: Report, solution: Solution, path: Path) -> None:
    """Writes the whole workbook, A4 landscape, in unit, office, rank and name order."""
    with Book(path) as book:
        book.table(
            PLACED,
            PLACED_HEADERS,
            list(_placed(case, plan)),
            (5, 13, 16, 20, 8, 10, 17, 11, 22, 10, 7, 38, 19, 19, 13),
            "DỰ THẢO PHƯƠNG ÁN BỐ TRÍ CÁN BỘ, CÔNG CHỨC",
        )
        book.table(
            VACANT,
            ("TT", "Đơn vị", "Phòng, ban", "Chức danh", "Số chỗ", "Chủ chốt", "Vì sao"),
            list(_vacant(case, plan)),
            (5, 20, 26, 30, 8, 10, 70),
            "CHỨC DANH KHUYẾT",
        )
        book.table(
            SURPLUS,
            SURPLUS_HEADERS,
            list(_surplus(case, plan)),
            (5, 11, 24, 12, 40, 70),
            "NGƯỜI CHƯA CÓ CHỖ BỐ TRÍ",
        )
        _summary_table(book, case, plan)
        book.table(
            RULES,
            RULE_HEADERS,
            list(_rules(case, report)),
            (16, 60, 10, 12, 60),
            "TỪNG QUY TẮC",
        )
        book.table(
            FINDINGS,
            ("Quy tắc", "Về", "Mức", "Điểm", "Nội dung", "Căn cứ"),
            [_finding(case, finding) for finding in report.findings],
            (34, 40, 8, 10, 50, 50),
            "VẤN ĐỀ CẦN XEM XÉT",
        )
        book.table(
            CONDITIONS,
            ("TT", "Mã cán bộ", "Họ và tên", "Phải hoàn thiện", "Hạn", "Căn cứ"),
            list(_conditions(case, report)),
            (5, 12, 24, 60, 12, 50),
            "ĐIỀU KIỆN KÈM THEO BỐ TRÍ",
        )
        book.table(
            DOSSIERS,
            ("TT", "Cấp quyết định", "Hình thức", "Đơn vị", "Chức danh", "Họ và tên", "Căn cứ"),
            list(_dossiers(case, plan)),
            (5, 40, 16, 22, 34, 24, 40),
            "HỒ SƠ THEO CẤP QUYẾT ĐỊNH",
        )
        found = duties(case, plan)
        book.table(
            DUTIES,
            (
                "Đơn vị",
                "Nhiệm vụ",
                "Lĩnh vực",
                "Người chịu trách nhiệm",
                "Chức danh",
                "Người thay",
                "Phần việc",
            ),
            list(_duties(case, found)),
            (20, 36, 22, 26, 32, 26, 8),
            "BẢNG PHÂN CÔNG NHIỆM VỤ",
        )
        book.table(
            TASKS,
            ("Đơn vị", "Nhiệm vụ", "Người", "Vấn đề", "Mức", "Căn cứ"),
            list(_task_troubles(case, found)),
            (20, 36, 26, 40, 8, 40),
            "VẤN ĐỀ VỀ PHÂN CÔNG NHIỆM VỤ",
        )
        book.table(
            ASSUMED,
            ("Mục", "Giá trị"),
            write_assumed(case, report, solution),
            (34, 90),
            "GIẢ ĐỊNH",
        )
        if solution.certificate is not None:
            book.table(
                PROOF,
                PROOF_HEADERS,
                list(write_proof(solution.certificate)),
                (24, 70, 8, 24),
                "CHỨNG THƯ: KHÔNG PHƯƠNG ÁN ĐÚNG QUY ĐỊNH NÀO CÓ SỐ ĐIỂM THẤP HƠN MỨC ĐÃ GHI",
            )


def _row_key(case: Case, row: Placement, post: str) -> tuple[SortKey, int, SortKey]:
    unit = case.unit_of(post)
    cadre = case.cadre(row.cadre)
    return text_key(unit.name), case.title_of(post).order, name_key(cadre.name)


def _placed(case: Case, plan: Plan) -> Iterator[list[Any]]:
    held = [(row, post) for row in plan.placements for post in row.posts]
    held.sort(key=lambda pair: _row_key(case, *pair))
    reasons: dict[str, Grounds] = {}
    for number, (row, post) in enumerate(held, 1):
        cadre = case.cadre(row.cadre)
        title, unit = case.title_of(post), case.unit_of(post)
        why = reasons.setdefault(row.cadre, grounds(case, row))
        main = post == row.main
        distance = int(
            case.whereabouts.distances[case.commune_at[unit.code], case.cadre_at[cadre.code]]
        )
        yield [
            number,
            unit.full_name,
            title.office.named(unit.type),
            title.name,
            MAIN if main else CONCURRENT,
            cadre.code,
            cadre.name,
            cadre.born.strftime("%d/%m/%Y"),
            whence(case, cadre),
            decision(case, row).form if main else CONCURRENT,
            distance if main else None,
            "; ".join(str(r) for r in (*why.passed, *why.conditions)) if main else "",
            "; ".join(str(r) for r in why.met) if main else "",
            "; ".join(str(r) for r in why.missed) if main else "",
            post,
        ]


def _vacant(case: Case, plan: Plan) -> Iterator[list[Any]]:
    rows = sorted(
        vacant(case, plan),
        key=lambda row: (
            not case.title_of(row[0]).key,
            not case.title_of(row[0]).scarce,
            text_key(case.unit_of(row[0]).name),
            case.title_of(row[0]).order,
        ),
    )
    for number, (code, short) in enumerate(rows, 1):
        unit = case.unit_of(code)
        title = case.title_of(code)
        yield [
            number,
            unit.full_name,
            title.office.named(unit.type),
            title.name,
            short,
            "Chủ chốt" if title.key else "",
            sentence(why_vacant(case, plan, code)),
        ]


def _surplus(case: Case, plan: Plan) -> Iterator[list[Any]]:
    people = [case.cadre(code) for code in plan.surplus]
    for number, cadre in enumerate(sorted(people, key=lambda c: (name_key(c.name), c.code)), 1):
        yield [
            number,
            cadre.code,
            cadre.name,
            cadre.born.strftime("%d/%m/%Y"),
            whence(case, cadre),
            sentence(why_surplus(case, cadre.code)),
        ]


def _conditions(case: Case, report: Report) -> Iterator[list[Any]]:
    for number, (code, verdict) in enumerate(report.conditions, 1):
        until = f"{verdict.until:%d/%m/%Y}" if verdict.until else ""
        name = case.cadre(code).name
        yield [number, code, name, verdict.condition, until, verdict.norm.source]


def _dossiers(case: Case, plan: Plan) -> Iterator[list[Any]]:
    number = 0
    for body, rows in dossiers(case, plan).items():
        for row, decided in rows:
            number += 1
            unit = case.unit_of(row.main)
            yield [
                number,
                body,
                decided.form,
                unit.full_name,
                case.title_of(row.main).name,
                case.cadre(row.cadre).name,
                decided.norm.source if decided.norm else "",
            ]


def _duties(case: Case, found: tuple[Duty, ...]) -> Iterator[list[Any]]:
    tasks = {task.code: task for task in case.tasks}
    for duty in found:
        task, unit = tasks[duty.task], case.unit(duty.commune)
        yield [
            unit.full_name,
            task.name,
            task.field,
            named(case, duty.owner) if duty.owner else "CHƯA CÓ",
            case.title_of(duty.post).name if duty.post else "",
            named(case, duty.deputy) if duty.deputy else "CHƯA CÓ",
            task.load,
        ]


def _task_troubles(case: Case, found: tuple[Duty, ...]) -> Iterator[list[Any]]:
    names = {task.code: task.name for task in case.tasks}
    for trouble in task_findings(case, found):
        yield [
            case.unit(trouble.commune).full_name,
            names.get(trouble.task, ""),
            named(case, trouble.cadre) if trouble.cadre else "",
            trouble.trouble.value,
            trouble.amount,
            trouble.norm.source,
        ]


def _summary_table(book: Book, case: Case, plan: Plan) -> None:
    covered = [cover.competence.short for cover in rules_of(Cover)]
    book.table(
        SUMMARY,
        (
            "Đơn vị",
            "Khối",
            "Giao",
            "Có mặt",
            "Bố trí",
            "Khuyết",
            "Thừa (+) / thiếu (−)",
            "Dôi dư",
            *(f"Làm được {short}" for short in covered),
            "Người kiêm nhiệm",
        ),
        list(_summary(case, plan)),
        (22, 34, 8, 9, 9, 9, 12, 9, *(11 for _ in covered), 11),
        "TỔNG HỢP THEO ĐƠN VỊ VÀ KHỐI",
    )


def _summary(case: Case, plan: Plan) -> Iterator[list[Any]]:
    units = sorted(
        unit_figures(case, plan),
        key=lambda figures: text_key(case.unit(figures.commune).name),
    )
    for figures in units:
        name = case.unit(figures.commune).full_name
        for block, f in figures.blocks.items():
            here = f.present if case.roster.running else None
            told = [name, block.label, f.quota, here, f.placed, f.vacant, f.excess]
            yield [*told, "", *("" for _ in figures.able), ""]
        yield [
            name,
            "Cộng",
            figures.total("quota"),
            figures.present,
            *(figures.total(n) for n in ("placed", "vacant", "excess")),
            figures.surplus,
            *figures.able.values(),
            figures.concurrent,
        ]


def _rules(case: Case, report: Report) -> Iterator[list[Any]]:
    for code, (amount, cost) in report.by_rule.items():
        rule = rule_of(code)
        sources = dict.fromkeys(norm.source for norm in rule.norms(case))
        yield [code, rule.title, amount, cost, "; ".join(sources)]


def _finding(case: Case, finding: Finding) -> list[Any]:
    title = finding.norm.title if finding.rule == "plan" else rule_of(finding.rule).title
    mark = "VI PHẠM: " if finding.breach else ""
    return [
        f"{mark}{title}",
        about(case, finding),
        finding.amount,
        finding.cost,
        finding_text(case, finding),
        finding.norm.source,
    ]
