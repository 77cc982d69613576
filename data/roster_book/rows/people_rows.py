"""Columns of the sheets of people, of their wishes and of their kin."""

from dataclasses import dataclass
from datetime import date

from data.excel.cells import COUNT, DATE, ID_NUMBER, LIST, MARK, TEXT, WORDS, choice
from data.excel.column import Sheet
from data.roster_book.rows.row import Counterpart, Row, optional, required
from planner.roster import Cadre
from planner.roster.levels import (
    Discipline,
    Education,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
)

_EDUCATION = choice("trình độ", Education)
_THEORY = choice("lý luận chính trị", Theory)
_GRADE = choice("cấp", Grade)
_IT = choice("CNTT", ItLevel)
_RATING = choice("xếp loại", Rating)
_STATE_MANAGEMENT = choice("quản lý nhà nước", StateManagement)


@dataclass(frozen=True, slots=True, kw_only=True)
class CadreRow(Row):
    sheet = Sheet("Cán bộ", True, "Danh sách cán bộ, công chức, mỗi người một dòng")
    counterpart = Counterpart(("code",), (Cadre,), ("rating_1", "rating_2", "rating_3"))

    code: str = required("Mã cán bộ", TEXT, "Mã riêng của từng người", "mã cc", "mã")
    name: str = required("Họ và tên", TEXT, "Họ, tên đệm, tên", "họ tên")
    id_number: str = optional("Số định danh", ID_NUMBER, "Không bắt buộc", "cccd", sensitive=True)
    born: date = required("Ngày sinh", DATE, "Ngày/tháng/năm")
    sex: Sex = required("Giới tính", choice("giới tính", Sex), "Nam hoặc Nữ")
    kind: PersonKind = required("Đối tượng", choice("đối tượng", PersonKind), "Cán bộ, công chức …")
    status: Status = required("Tình trạng", choice("tình trạng", Status), "Tình trạng hiện nay")
    status_until: date | None = optional(
        "Tình trạng đến ngày", DATE, "Trống: chưa rõ ngày kết thúc"
    )
    education: Education = required("Trình độ chuyên môn", _EDUCATION, "Bằng cấp cao nhất")
    fields: frozenset[str] = optional("Chuyên ngành", WORDS, "Các ngành được đào tạo")
    theory: Theory = required("Lý luận chính trị", _THEORY, "Trình độ lý luận chính trị")
    rank: Rank = required("Ngạch", choice("ngạch", Rank), "Ngạch công chức")
    it: ItLevel | None = optional("Trình độ CNTT", _IT, "Trống: chưa rõ")
    party: bool = optional("Đảng viên", MARK, "x nếu là đảng viên", "vào đảng", sensitive=True)
    place_kind: PlaceKind = required(
        "Loại nơi công tác", choice("nơi", PlaceKind), "Nơi công tác nay"
    )
    place: str = required("Nơi công tác", TEXT, "Mã hoặc tên đơn vị, quận, huyện cũ")
    title: str = optional("Chức vụ hiện nay", TEXT, "Tên chức vụ, ghi để đọc")
    grade: Grade = required("Cấp chức vụ", _GRADE, "Cấp của chức vụ hiện nay")
    work: str = optional("Lĩnh vực đang làm", TEXT, "Một chuyên ngành; trống: chưa rõ")
    months_left: int = required("Số tháng còn công tác", COUNT, "Đến tuổi nghỉ hưu")
    post: str = optional("Chức danh đang giữ", TEXT, "Mã chức danh (khi đã ở đơn vị mới)")
    concurrent: tuple[str, ...] = optional("Chức danh kiêm nhiệm", LIST, "Mã các chức danh kiêm")
    home: str = optional("Nơi ở", TEXT, "Mã hoặc tên xã, phường nơi ở; trống: chưa rõ")
    rating_1: Rating | None = optional("Xếp loại năm trước", _RATING, "Mới nhất")
    rating_2: Rating | None = optional("Xếp loại 2 năm trước", _RATING, "")
    rating_3: Rating | None = optional("Xếp loại 3 năm trước", _RATING, "")
    minority: bool = optional(
        "Dân tộc thiểu số", MARK, "x nếu là người dân tộc thiểu số", sensitive=True
    )
    waiver: bool = optional("Miễn trình độ", MARK, "x nếu được bố trí theo năng lực")
    state_management: StateManagement | None = optional(
        "Quản lý nhà nước", _STATE_MANAGEMENT, "Ngạch của chứng chỉ; trống: chưa rõ"
    )
    committee: bool = optional(
        "Cấp ủy viên", MARK, "x nếu đang là cấp ủy viên", "bch đảng bộ", sensitive=True
    )
    planned: Grade | None = optional("Quy hoạch", _GRADE, "Cấp được quy hoạch")
    tenure: int | None = optional("Số tháng giữ chức vụ", COUNT, "Ở chức vụ nay; trống: chưa rõ")
    head_years: int | None = optional("Số năm đứng đầu", COUNT, "Liên tục đứng đầu nơi này")
    discipline: Discipline | None = optional(
        "Kỷ luật", choice("kỷ luật", Discipline), "Hình thức gần nhất", sensitive=True
    )
    discipline_day: date | None = optional("Ngày kỷ luật", DATE, "Ngày quyết định", sensitive=True)
    deputy_of: str = optional("Đại biểu HĐND", TEXT, "Mã hoặc tên xã là đại biểu")
    council_experience: bool = optional("Kinh nghiệm HĐND", MARK, "x nếu đã làm HĐND")
    origin: str = optional("Quê quán", TEXT, "Mã, tên xã nay, hoặc nơi khác ghi bằng chữ")
    in_post_since: date | None = optional("Ngày vào vị trí", DATE, "Ngày nhận vị trí việc làm nay")
    policy: bool = optional(
        "Đối tượng chính sách", MARK, "x nếu thuộc diện ưu tiên", sensitive=True
    )
    matching_years: int | None = optional("Số năm công tác phù hợp", COUNT, "Để xét tiếp nhận")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceRow(Row):
    sheet = Sheet("Nguyện vọng", False, "Nguyện vọng của từng người")
    counterpart = Counterpart(("cadre",), (), ("first", "second", "third"))

    cadre: str = required("Mã cán bộ", TEXT, "Có trong trang Cán bộ")
    first: str = optional("Nguyện vọng 1", TEXT, "Mã hoặc tên đơn vị")
    second: str = optional("Nguyện vọng 2", TEXT, "Mã hoặc tên đơn vị")
    third: str = optional("Nguyện vọng 3", TEXT, "Mã hoặc tên đơn vị")
    reason: str = optional("Lý do", TEXT, "Ghi để đọc", sensitive=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class KinRow(Row):
    sheet = Sheet("Thân nhân", False, "Các cặp có quan hệ thân nhân")
    counterpart = Counterpart(("first", "second"))

    first: str = required("Mã cán bộ", TEXT, "Có trong trang Cán bộ")
    second: str = required("Mã người thân", TEXT, "Có trong trang Cán bộ")
    relation: str = optional("Quan hệ", TEXT, "Vợ chồng, cha con, anh em …", sensitive=True)
