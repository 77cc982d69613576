"""The pages of the app and the doors they stand behind, as one table."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.desk.desk import Desk
from ui.views.everyone import export_page, log
from ui.views.leader import comparison
from ui.views.officer import assumptions, cadre_list, city, drafting, open_seats, placements, unit
from ui.views.trainer import skill_gaps


@dataclass(frozen=True, kw_only=True)
class Door:
    """One of the three kinds of work, as the first screen offers them."""

    code: str
    title: str
    who: str
    icon: str
    first: str
    """Code of the page it opens on."""
    lines: tuple[str, ...]
    """What one does behind it."""
    enter: str = ""
    """What its button on the first screen says; empty for the door that takes a workbook."""


@dataclass(frozen=True, kw_only=True)
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
        code="lap",
        title="Lập phương án",
        who="Chuyên viên tổ chức cán bộ",
        icon="dashboard",
        first="lap",
        lines=(
            "Đưa bảng tính danh sách vào, sửa lỗi ngay trên bảng",
            "Lập dự thảo, giữ cố định, đổi chỗ bằng tay",
            "In sơ đồ tổ chức, danh sách",
        ),
    ),
    Door(
        code="xem",
        title="So sánh, xem xét phương án",
        who="Lãnh đạo",
        icon="compare",
        first="so-sanh",
        enter="So sánh các phương án",
        lines=(
            "Đặt hiện trạng và các phương án cạnh nhau",
            "Xem vì sao từng người ở vị trí đó, căn cứ điều nào",
            "Biết phải đánh đổi gì cho từng yêu cầu",
        ),
    ),
    Door(
        code="hoc",
        title="Đào tạo, bồi dưỡng",
        who="Cán bộ đào tạo",
        icon="school",
        first="nang-luc",
        enter="Xem thiếu hụt năng lực",
        lines=(
            "Năng lực nào thiếu, thiếu ở đâu",
            "Ai cần học gì để lấp chỗ khuyết",
            "Lập danh sách cử đi học",
        ),
    ),
)
PAGES = (
    Page(
        code="danh-sach",
        title="Danh sách cán bộ",
        icon="groups",
        doors=("lap", "hoc"),
        show=cadre_list.show,
    ),
    Page(
        code="quy-dinh",
        title="Quy định, tiêu chí",
        icon="balance",
        doors=("lap",),
        show=assumptions.show,
    ),
    Page(
        code="lap",
        title="Lập dự thảo",
        icon="dashboard",
        doors=("lap",),
        show=drafting.show,
        names_itself=drafting.names_itself,
    ),
    Page(
        code="so-sanh",
        title="Đặt cạnh nhau",
        icon="compare",
        doors=("xem",),
        show=comparison.show,
    ),
    Page(
        code="toan-tinh",
        title="Toàn tỉnh, thành phố",
        icon="grid_on",
        doors=("lap", "xem"),
        show=city.show,
    ),
    Page(
        code="so-do",
        title="Sơ đồ một đơn vị",
        icon="account_tree",
        doors=("lap", "xem"),
        show=unit.show,
        names_itself=unit.names_itself,
    ),
    Page(
        code="bo-tri",
        title="Danh sách bố trí",
        icon="list",
        doors=("lap", "xem"),
        show=placements.show,
    ),
    Page(
        code="khuyet",
        title="Khuyết và dôi dư",
        icon="person_search",
        doors=("lap",),
        show=open_seats.show,
    ),
    Page(
        code="nang-luc",
        title="Thiếu hụt năng lực",
        icon="school",
        doors=("hoc",),
        show=skill_gaps.show,
    ),
    Page(
        code="xuat",
        title="Xuất văn bản",
        icon="download",
        doors=("lap", "xem", "hoc"),
        show=export_page.show,
        help="Mỗi tệp được làm khi bấm nút và được ghi vào nhật ký.",
    ),
    Page(
        code="nhat-ky",
        title="Nhật ký",
        icon="history",
        doors=(),
        show=log.show,
        help="Mọi thay đổi trong hồ sơ, mới nhất trước. Mỗi dòng nối với dòng trước bằng một dấu, "
        "nên sửa hay bỏ dòng nào cũng bị phát hiện.",
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
