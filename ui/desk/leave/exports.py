"""Everything that leaves as a file, as one table: the pages and `sapxep papers` read it."""

from collections.abc import Callable

from data.norms.edits import EDITS_FILE
from data.papers.catalogue import rules_as_markdown
from data.papers.comparison_book import comparison_book, comparison_title
from data.papers.comparison_page import comparison_page
from data.papers.organisation_chart import chart_page
from data.papers.skill_book import write_skills
from ui.desk.leave.export import DRAWN, EXCEL, MARKDOWN, PROJECT, TOML, About, Export, Scope
from ui.desk.leave.material import Material
from ui.desk.screens.comparing import compared
from ui.desk.work.files import WORKBOOK, plan_workbook, project_file, roster_workbook, written


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
        kind="plan",
        title="Phương án",
        help="Danh sách bố trí kèm lý do, khuyết, dôi dư, tổng hợp từng đơn vị, vấn đề cần xem "
        "xét, điều kiện kèm theo, hồ sơ theo cấp quyết định, bảng phân công, giả định. Khổ A4 "
        "ngang; toàn thành phố chừng nửa phút.",
        scope=Scope.PLAN,
        formats=(EXCEL,),
        stem="phuong_an",
        log_word="phương án",
        make=_plan,
    ),
    Export(
        kind="skills",
        title="Bảng thiếu hụt năng lực",
        help="Theo đơn vị, phòng, quận, huyện cũ và từng người, kèm việc chỉ một người làm được.",
        scope=Scope.PLAN,
        formats=(EXCEL,),
        stem="thieu_hut_nang_luc",
        log_word="thiếu hụt năng lực",
        make=_skills,
        of_present=True,
    ),
    Export(
        kind="comparison",
        title="Bảng tính so sánh",
        help="Chỉ tiêu của các phương án, điểm từng quy tắc, ai ở chỗ khác, ai được lợi, ai thiệt.",
        scope=Scope.PLANS,
        formats=(EXCEL,),
        stem="so_sanh",
        log_word="bảng so sánh",
        make=_comparison_book,
    ),
    Export(
        kind="comparison_page",
        title="So sánh trên một trang A4",
        help="Điểm phải chọn và mọi chỉ tiêu, khổ ngang, đen trắng.",
        scope=Scope.PLANS,
        formats=DRAWN,
        stem="so_sanh_a4",
        log_word="so sánh trên một trang A4",
        make=_comparison_page,
    ),
    Export(
        kind="chart_a4",
        title="Sơ đồ tổ chức A4",
        help="Lãnh đạo ghi tên, chuyên viên ghi số; khổ ngang, đen trắng.",
        scope=Scope.UNIT,
        formats=DRAWN,
        stem="so_do_a4",
        log_word="sơ đồ A4",
        make=_chart(large=False, names=True),
    ),
    Export(
        kind="chart_a3",
        title="Sơ đồ tổ chức A3",
        help="Đủ tên mọi người; khổ ngang, đen trắng.",
        scope=Scope.UNIT,
        formats=DRAWN,
        stem="so_do_a3",
        log_word="sơ đồ A3",
        make=_chart(large=True, names=True),
    ),
    Export(
        kind="chart_a4_posted",
        title="Sơ đồ A4 để niêm yết",
        help="Không ghi tên người: chỉ còn chức danh và số người.",
        scope=Scope.UNIT,
        formats=DRAWN,
        stem="so_do_a4_niem_yet",
        log_word="sơ đồ A4, không tên",
        make=_chart(large=False, names=False),
    ),
    Export(
        kind="chart_a3_posted",
        title="Sơ đồ A3 để niêm yết",
        help="Không ghi tên người: đủ mọi chức danh và số người.",
        scope=Scope.UNIT,
        formats=DRAWN,
        stem="so_do_a3_niem_yet",
        log_word="sơ đồ A3, không tên",
        make=_chart(large=True, names=False),
    ),
    Export(
        kind="roster",
        title="Danh sách",
        help="Bảng tính danh sách đang dùng; các cột sức khỏe, kỷ luật, dân tộc, số định danh … để "
        "trống.",
        scope=Scope.ROSTER,
        formats=(EXCEL,),
        stem="danh_sach",
        log_word="danh sách",
        make=_roster(masked=True),
    ),
    Export(
        kind="roster_whole",
        title="Danh sách kèm thông tin nhạy cảm",
        help="Đủ mọi cột, đọc lại được vào hồ sơ khác. Giữ tệp này như giữ hồ sơ cán bộ.",
        scope=Scope.ROSTER,
        formats=(EXCEL,),
        stem="danh_sach_du",
        log_word="danh sách, kèm thông tin nhạy cảm",
        make=_roster(masked=False),
        sensitive=True,
    ),
    Export(
        kind="rules",
        title="Quy tắc và căn cứ số",
        help="Mọi quy tắc với mọi căn cứ số, kể cả của đơn vị: văn bản, hiệu lực, độ tin cậy.",
        scope=Scope.ROSTER,
        formats=(MARKDOWN,),
        stem="quy_tac",
        log_word="quy tắc và căn cứ số",
        make=lambda material, about: rules_as_markdown(dict(material.overlay)),
    ),
    Export(
        kind="norm_edits",
        title="Căn cứ số sửa trên màn hình",
        help="Tệp đặt được vào hồ sơ khác, hoặc dùng trên dòng lệnh.",
        scope=Scope.PROJECT,
        formats=(TOML,),
        stem=EDITS_FILE.removesuffix(TOML.suffix),
        log_word="căn cứ số sửa trên màn hình",
        make=lambda material, about: material.overlay[EDITS_FILE],
        unless=_without_edits,
    ),
    Export(
        kind="project",
        title="Hồ sơ",
        help="Cả hồ sơ trong một tệp: danh sách, căn cứ số, giả định, mọi phương án, nhật ký.",
        scope=Scope.PROJECT,
        formats=(PROJECT,),
        stem="",
        log_word="hồ sơ .sapxep",
        make=_project,
        sensitive=True,
    ),
)


def export_of(kind: str) -> Export:
    """KeyError for a kind that there is not."""
    return {export.kind: export for export in EXPORTS}[kind]
