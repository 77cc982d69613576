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


@dataclass(frozen=True, kw_only=True)
class PlanSheet:
    """A sheet: its name, the title above it, and its columns; `rows` yields a value for each."""

    name: str
    title: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Callable[[Printed], Rows]


SHEETS = (
    PlanSheet(
        name=PLACED,
        title="DỰ THẢO PHƯƠNG ÁN BỐ TRÍ CÁN BỘ, CÔNG CHỨC",
        headers=PLACED_HEADERS,
        widths=(5, 13, 16, 20, 8, 10, 17, 11, 22, 10, 7, 38, 19, 19, 13),
        rows=placed_rows,
    ),
    PlanSheet(
        name=VACANT,
        title="CHỨC DANH KHUYẾT",
        headers=("TT", "Đơn vị", "Phòng, ban", "Chức danh", "Số chỗ", "Chủ chốt", "Vì sao"),
        widths=(5, 20, 26, 30, 8, 10, 70),
        rows=vacant_rows,
    ),
    PlanSheet(
        name=SURPLUS,
        title="NGƯỜI CHƯA CÓ CHỖ BỐ TRÍ",
        headers=SURPLUS_HEADERS,
        widths=(5, 11, 24, 12, 40, 70),
        rows=surplus_rows,
    ),
    PlanSheet(
        name=SUMMARY,
        title="TỔNG HỢP THEO ĐƠN VỊ VÀ KHỐI",
        headers=(
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
        widths=(22, 34, 8, 9, 9, 9, 12, 9, *(11 for _ in COVERED), 11),
        rows=summary_rows,
    ),
    PlanSheet(
        name=RULES,
        title="TỪNG QUY TẮC",
        headers=RULE_HEADERS,
        widths=(16, 60, 10, 12, 60),
        rows=rule_rows,
    ),
    PlanSheet(
        name=FINDINGS,
        title="VẤN ĐỀ CẦN XEM XÉT",
        headers=("Quy tắc", "Về", "Mức", "Điểm", "Nội dung", "Căn cứ"),
        widths=(34, 40, 8, 10, 50, 50),
        rows=findings_rows,
    ),
    PlanSheet(
        name=CONDITIONS,
        title="ĐIỀU KIỆN KÈM THEO BỐ TRÍ",
        headers=("TT", "Mã cán bộ", "Họ và tên", "Phải hoàn thiện", "Hạn", "Căn cứ"),
        widths=(5, 12, 24, 60, 12, 50),
        rows=conditions_rows,
    ),
    PlanSheet(
        name=DOSSIERS,
        title="HỒ SƠ THEO CẤP QUYẾT ĐỊNH",
        headers=("TT", "Cấp quyết định", "Hình thức", "Đơn vị", "Chức danh", "Họ và tên", "Căn cứ"),
        widths=(5, 40, 16, 22, 34, 24, 40),
        rows=dossiers_rows,
    ),
    PlanSheet(
        name=DUTIES,
        title="BẢNG PHÂN CÔNG NHIỆM VỤ",
        headers=(
            "Đơn vị",
            "Nhiệm vụ",
            "Lĩnh vực",
            "Người chịu trách nhiệm",
            "Chức danh",
            "Người thay",
            "Phần việc",
        ),
        widths=(20, 36, 22, 26, 32, 26, 8),
        rows=duties_rows,
    ),
    PlanSheet(
        name=TASKS,
        title="VẤN ĐỀ VỀ PHÂN CÔNG NHIỆM VỤ",
        headers=("Đơn vị", "Nhiệm vụ", "Người", "Vấn đề", "Mức", "Căn cứ"),
        widths=(20, 36, 26, 40, 8, 40),
        rows=task_troubles_rows,
    ),
    PlanSheet(
        name=ASSUMED,
        title="GIẢ ĐỊNH",
        headers=("Mục", "Giá trị"),
        widths=(34, 90),
        rows=assumed_rows,
    ),
    PlanSheet(
        name=PROOF,
        title="CHỨNG THƯ: KHÔNG PHƯƠNG ÁN ĐÚNG QUY ĐỊNH NÀO CÓ SỐ ĐIỂM THẤP HƠN MỨC ĐÃ GHI",
        headers=PROOF_HEADERS,
        widths=(24, 70, 8, 24),
        rows=proof_rows,
    ),
)
"""In the order of the workbook."""
