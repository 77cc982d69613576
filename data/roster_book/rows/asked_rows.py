"""Columns of the sheets on which the department says what it asks for."""

from dataclasses import dataclass

from data.excel.cells import COUNT, LIST, MARK, TEXT, closed
from data.excel.column import Sheet
from data.roster_book.rows.row import Counterpart, Row, optional, required
from planner.roster import Concurrent, Demand, Score, Task, TaskOrder

_FORCE = closed("mức", {"Phải kiêm": "must", "Được kiêm": "may", "Không được kiêm": "never"})
_PIN = closed("yêu cầu", {"Giữ cố định": True, "Không bố trí": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcurrencyRow(Row):
    sheet = Sheet(
        "Kiêm nhiệm", False, "Chức danh phải, được, không được kiêm, thêm vào quy định chung"
    )
    counterpart = Counterpart(("title", "hosts"), (Concurrent,))

    title: str = required("Chức danh", TEXT, "Mã hoặc tên chức danh đi kiêm")
    force: str = required("Mức", _FORCE, "Phải kiêm, Được kiêm hoặc Không được kiêm")
    hosts: tuple[str, ...] = required("Cùng với", LIST, "Mã hoặc tên các chức danh chính")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandRow(Row):
    sheet = Sheet("Giữ cố định", False, "Người giữ cố định, người không bố trí ở một chỗ")
    counterpart = Counterpart(("cadre", "target"), (Demand,))

    cadre: str = required("Mã cán bộ", TEXT, "Có trong trang Cán bộ")
    pin: bool = required("Yêu cầu", _PIN, "Giữ cố định hoặc Không bố trí")
    target: str = required("Đơn vị hoặc mã chức danh", TEXT, "Mã, tên đơn vị; mã chức danh")
    note: str = optional("Ghi chú", TEXT, "Ai yêu cầu, vì sao")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow(Row):
    """Never made of a score, for there may be millions: `scores` reads and writes cell by cell."""

    sheet = Sheet("Mức phù hợp", False, "Điểm phù hợp đơn vị tự chấm cho một người ở một chức danh")
    counterpart = Counterpart(("cadre", "post"), (Score,), ("score",))

    cadre: str = required("Mã cán bộ", TEXT, "Có trong trang Cán bộ")
    post: str = required("Mã chức danh", TEXT, "Ví dụ 00004/VP-TP")
    score: int = required("Điểm", COUNT, "Số nguyên; nhiều hơn là phù hợp hơn")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(Row):
    sheet = Sheet(
        "Nhiệm vụ",
        False,
        "Việc của từng đơn vị, ai chịu trách nhiệm, ai thay; trống: theo danh mục",
    )
    counterpart = Counterpart(("commune", "task"), (Task, TaskOrder))

    commune: str = required("Đơn vị", TEXT, "Mã hoặc tên đơn vị")
    task: str = required("Nhiệm vụ", TEXT, "Mã hoặc tên trong danh mục, hoặc việc mới")
    owner: str = optional("Người chịu trách nhiệm", TEXT, "Mã cán bộ; trống: theo vị trí")
    deputy: str = optional("Người thay", TEXT, "Mã cán bộ; trống: theo vị trí")
    field: str = optional("Lĩnh vực", TEXT, "Cho việc mới")
    owners: tuple[str, ...] = optional("Chức danh phụ trách", LIST, "Cho việc mới: mã chức danh")
    deputies: tuple[str, ...] = optional("Chức danh thay", LIST, "Cho việc mới: mã chức danh")
    one_stop: bool = optional("Một cửa", MARK, "x nếu là lĩnh vực thủ tục một cửa")
    legal: bool = optional("Ký theo ủy quyền", MARK, "x nếu phải học luật")
    load: int | None = optional("Phần việc", COUNT, "Khối lượng; trống: 1")
