"""Everything that leaves as a file, as one table: the pages and `sapxep papers` read it."""

from collections.abc import Callable

from data.norms.edits import EDITS_FILE
from data.papers.catalogue import rules_as_markdown
from data.papers.comparison_book import comparison_book, comparison_title
from data.papers.comparison_page import comparison_page
from data.papers.organisation_chart import chart_page
from data.papers.skill_book import write_skills
from ui.desk.comparing import compared
from ui.desk.export import DRAWN, EXCEL, MARKDOWN, PROJECT, TOML, About, Export, Scope
from ui.desk.files import WORKBOOK, plan_workbook, project_file, roster_workbook, written
from ui.desk.material import Material


def _plan(material: Material, about: About) -> bytes:
    return plan_workbook(material.drafted_of(about.plan))


def _chart(large: bool, names: bool) -> Callable[[Material, About], str]:
    def drawn(material: Material, about: About) -> str:
        case, plan = material.placed_of(about.plan, None)
        return chart_page(
            case,
            plan,
            case.commune_at[about.unit],
            material.name_of(about.plan),
            material.mark_of(about.plan),
            material.source,
            large=large,
            names=names,
            decided=material.decided(about.plan),
        )

    return drawn


def _comparison_book(material: Material, about: About) -> bytes:
    found = compared(material, about.plans, about.day)
    return comparison_book(found.sides, found.rows, found.pair, found.moves(), found.heading)


def _comparison_page(material: Material, about: About) -> str:
    found = compared(material, about.plans, about.day)
    return comparison_page(comparison_title(found.sides), found.sides, found.rows, material.source)


def _skills(material: Material, about: About) -> bytes:
    case, plan = material.placed_of(about.plan, None)
    name = material.name_of(about.plan)
    return written(WORKBOOK, lambda path: write_skills(case, plan, name, path))


def _roster(masked: bool) -> Callable[[Material, About], bytes]:
    def made(material: Material, _about: About) -> bytes:
        roster = material.roster
        assert roster is not None
        return roster_workbook(roster, masked)

    return made


def _without_edits(material: Material) -> str:
    return "" if EDITS_FILE in material.overlay else "Chưa sửa căn cứ số nào trên màn hình."


def _project(material: Material, _about: About) -> bytes:
    assert material.project is not None
    return project_file(material.project)


EXPORTS = (
    Export(
        "plan",
        "Phương án",
        "Danh sách bố trí kèm lý do, khuyết, dôi dư, tổng hợp từng đơn vị, vấn đề cần xem xét, "
        "điều kiện kèm theo, hồ sơ theo cấp quyết định, bảng phân công, giả định. Khổ A4 ngang; "
        "toàn thành phố chừng nửa phút.",
        Scope.PLAN,
        (EXCEL,),
        "phuong_an",
        "phương án",
        _plan,
    ),
    Export(
        "skills",
        "Bảng thiếu hụt năng lực",
        "Theo đơn vị, phòng, quận, huyện cũ và từng người, kèm việc chỉ một người làm được.",
        Scope.PLAN,
        (EXCEL,),
        "thieu_hut_nang_luc",
        "thiếu hụt năng lực",
        _skills,
        of_present=True,
    ),
    Export(
        "comparison",
        "Bảng tính so sánh",
        "Chỉ tiêu của các phương án, điểm từng quy tắc, ai ở chỗ khác, ai được lợi, ai thiệt.",
        Scope.PLANS,
        (EXCEL,),
        "so_sanh",
        "bảng so sánh",
        _comparison_book,
    ),
    Export(
        "comparison_page",
        "So sánh trên một trang A4",
        "Điểm phải chọn và mọi chỉ tiêu, khổ ngang, đen trắng.",
        Scope.PLANS,
        DRAWN,
        "so_sanh_a4",
        "so sánh trên một trang A4",
        _comparison_page,
    ),
    Export(
        "chart_a4",
        "Sơ đồ tổ chức A4",
        "Lãnh đạo ghi tên, chuyên viên ghi số; khổ ngang, đen trắng.",
        Scope.UNIT,
        DRAWN,
        "so_do_a4",
        "sơ đồ A4",
        _chart(large=False, names=True),
    ),
    Export(
        "chart_a3",
        "Sơ đồ tổ chức A3",
        "Đủ tên mọi người; khổ ngang, đen trắng.",
        Scope.UNIT,
        DRAWN,
        "so_do_a3",
        "sơ đồ A3",
        _chart(large=True, names=True),
    ),
    Export(
        "chart_a4_posted",
        "Sơ đồ A4 để niêm yết",
        "Không ghi tên người: chỉ còn chức danh và số người.",
        Scope.UNIT,
        DRAWN,
        "so_do_a4_niem_yet",
        "sơ đồ A4, không tên",
        _chart(large=False, names=False),
    ),
    Export(
        "chart_a3_posted",
        "Sơ đồ A3 để niêm yết",
        "Không ghi tên người: đủ mọi chức danh và số người.",
        Scope.UNIT,
        DRAWN,
        "so_do_a3_niem_yet",
        "sơ đồ A3, không tên",
        _chart(large=True, names=False),
    ),
    Export(
        "roster",
        "Danh sách",
        "Bảng tính danh sách đang dùng; các cột sức khỏe, kỷ luật, dân tộc, số định danh … để "
        "trống.",
        Scope.ROSTER,
        (EXCEL,),
        "danh_sach",
        "danh sách",
        _roster(masked=True),
    ),
    Export(
        "roster_whole",
        "Danh sách kèm thông tin nhạy cảm",
        "Đủ mọi cột, đọc lại được vào hồ sơ khác. Giữ tệp này như giữ hồ sơ cán bộ.",
        Scope.ROSTER,
        (EXCEL,),
        "danh_sach_du",
        "danh sách, kèm thông tin nhạy cảm",
        _roster(masked=False),
        sensitive=True,
    ),
    Export(
        "rules",
        "Quy tắc và căn cứ số",
        "Mọi quy tắc với mọi căn cứ số, kể cả của đơn vị: văn bản, hiệu lực, độ tin cậy.",
        Scope.ROSTER,
        (MARKDOWN,),
        "quy_tac",
        "quy tắc và căn cứ số",
        lambda material, about: rules_as_markdown(dict(material.overlay)),
    ),
    Export(
        "norm_edits",
        "Căn cứ số sửa trên màn hình",
        "Tệp đặt được vào hồ sơ khác, hoặc dùng với --norms.",
        Scope.PROJECT,
        (TOML,),
        EDITS_FILE.removesuffix(TOML.suffix),
        "căn cứ số sửa trên màn hình",
        lambda material, about: material.overlay[EDITS_FILE],
        unless=_without_edits,
    ),
    Export(
        "project",
        "Hồ sơ",
        "Cả hồ sơ trong một tệp: danh sách, căn cứ số, giả định, mọi phương án, nhật ký.",
        Scope.PROJECT,
        (PROJECT,),
        "",
        "hồ sơ .sapxep",
        _project,
        sensitive=True,
    ),
)


def export_of(kind: str) -> Export:
    """KeyError for a kind that there is not."""
    return {export.kind: export for export in EXPORTS}[kind]
