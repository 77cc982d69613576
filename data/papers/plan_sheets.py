"""The sheets of a plan workbook: each its name, title, columns, and the rows it draws."""

from collections.abc import Callable
from dataclasses import dataclass

from data.papers.plan_record import (
    ASSUMED,
    CONDITIONS,
    FINDINGS,
    PROOF,
    PROOF_HEADERS,
    RULES,
    SUMMARY,
)
from data.papers.plan_rows import (
    Printed,
    Rows,
    assumed_rows,
    conditions_rows,
    dossiers_rows,
    duties_rows,
    findings_rows,
    placed_rows,
    proof_rows,
    rule_rows,
    summary_rows,
    surplus_rows,
    task_troubles_rows,
    vacant_rows,
)
from planner.rules import rules_of
from planner.rules.cover import Cover

PLACED, VACANT, SURPLUS = "Bố trí", "Khuyết", "Dôi dư"
DOSSIERS, DUTIES, TASKS = "Hồ sơ theo cấp", "Bảng phân công", "Vấn đề nhiệm vụ"
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
COVERED = tuple(f"Làm được {cover.competence.short}" for cover in rules_of(Cover))
RULE_HEADERS = ("Quy tắc", "Nội dung", "Mức", "Điểm", "Căn cứ")
SURPLUS_HEADERS = ("TT", "Mã cán bộ", "Họ và tên", "Ngày sinh", "Từ", "Vì sao")


@dataclass(frozen=True)
class PlanSheet:
    """A sheet: its name, the title above it, and its columns; `rows` yields a value for each."""

    name: str
    title: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Callable[[Printed], Rows]


SHEETS = (
    PlanSheet(
        PLACED,
        "DỰ THẢO PHƯƠNG ÁN BỐ TRÍ CÁN BỘ, CÔNG CHỨC",
        PLACED_HEADERS,
        (5, 13, 16, 20, 8, 10, 17, 11, 22, 10, 7, 38, 19, 19, 13),
        placed_rows,
    ),
    PlanSheet(
        VACANT,
        "CHỨC DANH KHUYẾT",
        ("TT", "Đơn vị", "Phòng, ban", "Chức danh", "Số chỗ", "Chủ chốt", "Vì sao"),
        (5, 20, 26, 30, 8, 10, 70),
        vacant_rows,
    ),
    PlanSheet(
        SURPLUS,
        "NGƯỜI CHƯA CÓ CHỖ BỐ TRÍ",
        SURPLUS_HEADERS,
        (5, 11, 24, 12, 40, 70),
        surplus_rows,
    ),
    PlanSheet(
        SUMMARY,
        "TỔNG HỢP THEO ĐƠN VỊ VÀ KHỐI",
        (
            "Đơn vị",
            "Khối",
            "Giao",
            "Có mặt",
            "Bố trí",
            "Khuyết",
            "Thừa (+) / thiếu (−)",
            "Dôi dư",
            *COVERED,
            "Người kiêm nhiệm",
        ),
        (22, 34, 8, 9, 9, 9, 12, 9, *(11 for _ in COVERED), 11),
        summary_rows,
    ),
    PlanSheet(RULES, "TỪNG QUY TẮC", RULE_HEADERS, (16, 60, 10, 12, 60), rule_rows),
    PlanSheet(
        FINDINGS,
        "VẤN ĐỀ CẦN XEM XÉT",
        ("Quy tắc", "Về", "Mức", "Điểm", "Nội dung", "Căn cứ"),
        (34, 40, 8, 10, 50, 50),
        findings_rows,
    ),
    PlanSheet(
        CONDITIONS,
        "ĐIỀU KIỆN KÈM THEO BỐ TRÍ",
        ("TT", "Mã cán bộ", "Họ và tên", "Phải hoàn thiện", "Hạn", "Căn cứ"),
        (5, 12, 24, 60, 12, 50),
        conditions_rows,
    ),
    PlanSheet(
        DOSSIERS,
        "HỒ SƠ THEO CẤP QUYẾT ĐỊNH",
        ("TT", "Cấp quyết định", "Hình thức", "Đơn vị", "Chức danh", "Họ và tên", "Căn cứ"),
        (5, 40, 16, 22, 34, 24, 40),
        dossiers_rows,
    ),
    PlanSheet(
        DUTIES,
        "BẢNG PHÂN CÔNG NHIỆM VỤ",
        (
            "Đơn vị",
            "Nhiệm vụ",
            "Lĩnh vực",
            "Người chịu trách nhiệm",
            "Chức danh",
            "Người thay",
            "Phần việc",
        ),
        (20, 36, 22, 26, 32, 26, 8),
        duties_rows,
    ),
    PlanSheet(
        TASKS,
        "VẤN ĐỀ VỀ PHÂN CÔNG NHIỆM VỤ",
        ("Đơn vị", "Nhiệm vụ", "Người", "Vấn đề", "Mức", "Căn cứ"),
        (20, 36, 26, 40, 8, 40),
        task_troubles_rows,
    ),
    PlanSheet(ASSUMED, "GIẢ ĐỊNH", ("Mục", "Giá trị"), (34, 90), assumed_rows),
    PlanSheet(
        PROOF,
        "CHỨNG THƯ: KHÔNG PHƯƠNG ÁN ĐÚNG QUY ĐỊNH NÀO CÓ SỐ ĐIỂM THẤP HƠN MỨC ĐÃ GHI",
        PROOF_HEADERS,
        (24, 70, 8, 24),
        proof_rows,
    ),
)
"""In the order of the workbook."""
