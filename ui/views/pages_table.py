"""The pages of the app and the doors they stand behind, as one table."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.desk.desk import Desk
from ui.views.everyone import export_page, log
from ui.views.leader import comparison
from ui.views.officer import assumptions, cadre_list, city, drafting, open_seats, placements, unit
from ui.views.trainer import skill_gaps


@dataclass(frozen=True)
class Door:
    """One of the three kinds of work, as the first screen offers them."""

    code: str
    title: str
    who: str
    icon: str
    first: str
    """Code of the page it opens on."""
    enter: str
    """What its button on the first screen says; empty for the door that takes a workbook."""
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page: its code in the address, what the sidebar and its heading call it, the doors it
    stands behind (none: beside all of them), and what draws it."""

    code: str
    title: str
    icon: str
    doors: tuple[str, ...]
    show: Callable[[Desk], None]
    help: str = ""
    """What it is for, under its heading."""
    names_itself: Callable[[Desk], bool] = lambda desk: False
    """Whether it draws a heading of its own, as that of a plan or a unit."""


DOORS = (
    Door(
        "lap",
        "Lập phương án",
        "Chuyên viên tổ chức cán bộ",
        "dashboard",
        "lap",
        "",
        (
            "Đưa bảng tính danh sách vào, sửa lỗi ngay trên bảng",
            "Lập dự thảo, giữ cố định, đổi chỗ bằng tay",
            "In sơ đồ tổ chức, danh sách",
        ),
    ),
    Door(
        "xem",
        "So sánh, xem xét phương án",
        "Lãnh đạo",
        "compare",
        "so-sanh",
        "So sánh các phương án",
        (
            "Đặt hiện trạng và các phương án cạnh nhau",
            "Xem vì sao từng người ở vị trí đó, căn cứ điều nào",
            "Biết phải đánh đổi gì cho từng yêu cầu",
        ),
    ),
    Door(
        "hoc",
        "Đào tạo, bồi dưỡng",
        "Cán bộ đào tạo",
        "school",
        "nang-luc",
        "Xem thiếu hụt năng lực",
        (
            "Năng lực nào thiếu, thiếu ở đâu",
            "Ai cần học gì để lấp chỗ khuyết",
            "Lập danh sách cử đi học",
        ),
    ),
)
PAGES = (
    Page("danh-sach", "Danh sách cán bộ", "groups", ("lap", "hoc"), cadre_list.show),
    Page("quy-dinh", "Quy định, tiêu chí", "balance", ("lap",), assumptions.show),
    Page(
        "lap",
        "Lập dự thảo",
        "dashboard",
        ("lap",),
        drafting.show,
        names_itself=drafting.names_itself,
    ),
    Page("so-sanh", "Đặt cạnh nhau", "compare", ("xem",), comparison.show),
    Page("toan-tinh", "Toàn tỉnh, thành phố", "grid_on", ("lap", "xem"), city.show),
    Page(
        "so-do",
        "Sơ đồ một đơn vị",
        "account_tree",
        ("lap", "xem"),
        unit.show,
        names_itself=unit.names_itself,
    ),
    Page("bo-tri", "Danh sách bố trí", "list", ("lap", "xem"), placements.show),
    Page("khuyet", "Khuyết và dôi dư", "person_search", ("lap",), open_seats.show),
    Page("nang-luc", "Thiếu hụt năng lực", "school", ("hoc",), skill_gaps.show),
    Page(
        "xuat",
        "Xuất văn bản",
        "download",
        ("lap", "xem", "hoc"),
        export_page.show,
        "Mỗi tệp được làm khi bấm nút và được ghi vào nhật ký.",
    ),
    Page(
        "nhat-ky",
        "Nhật ký",
        "history",
        (),
        log.show,
        "Mọi thay đổi trong hồ sơ, mới nhất trước. Mỗi dòng nối với dòng trước bằng một dấu, nên "
        "sửa hay bỏ dòng nào cũng bị phát hiện.",
    ),
)


def page_of(code: str) -> Page | None:
    return next((page for page in PAGES if page.code == code), None)


def door_of(code: str) -> Door:
    """The door with this code; the first one for any other."""
    return next((door for door in DOORS if door.code == code), DOORS[0])


def first_page(door: Door) -> Page:
    return next(page for page in PAGES if page.code == door.first)


def crumb(page: Page, door: Door) -> str:
    """Where a page stands: door › page; nothing for one beside the doors."""
    return f"{door.title} › {page.title}" if door.code in page.doors else ""
