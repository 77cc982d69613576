"""Columns of the sheets of units, of the merger and of posts."""

from dataclasses import dataclass

from data.excel.cells import COUNT, DECIMAL, LIST, MARK, TEXT, UNIT_CODE, choice, many
from data.excel.column import Sheet
from data.roster_book.rows.role_cell import role_cell
from data.roster_book.rows.row import Counterpart, Row, optional, required
from planner.roster import Commune, OldUnit, Post, Title
from planner.roster.levels import (
    Block,
    Education,
    Feature,
    Grade,
    ItLevel,
    Theory,
    UnitRank,
    UnitType,
)

_EDUCATION = choice("trình độ", Education)
_THEORY = choice("lý luận chính trị", Theory)
_GRADE = choice("cấp", Grade)
_IT = choice("CNTT", ItLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow(Row):
    sheet = Sheet(
        "Đơn vị", False, "Xã, phường, đặc khu cần bố trí; bỏ trống thì lấy mọi đơn vị của tỉnh"
    )
    counterpart = Counterpart(
        ("code",), (Commune,), ("quota_party", "quota_government", "quota_front")
    )

    code: str = required("Mã đơn vị", UNIT_CODE, "Mã hành chính 5 chữ số", "mã xã")
    name: str = required("Tên đơn vị", TEXT, "Tên, không cần chữ xã, phường", "tên xã")
    type: UnitType = required("Loại", choice("loại", UnitType), "Xã, Phường hay Đặc khu")
    province: str = required("Tỉnh, thành phố", TEXT, "Tên tỉnh, thành phố", "tỉnh")
    population: int = required("Dân số", COUNT, "Số người")
    area_km2: float | None = optional("Diện tích (km²)", DECIMAL, "Ki-lô-mét vuông", "diện tích")
    lat: float | None = optional("Vĩ độ", DECIMAL, "Độ, để tính khoảng cách")
    lon: float | None = optional("Kinh độ", DECIMAL, "Độ, để tính khoảng cách")
    quota_party: int | None = optional("Biên chế khối Đảng", COUNT, "Trống: theo bộ khung")
    quota_government: int | None = optional(
        "Biên chế khối chính quyền", COUNT, "Trống: theo bộ khung"
    )
    quota_front: int | None = optional("Biên chế MTTQ, đoàn thể", COUNT, "Trống: theo bộ khung")
    features: frozenset[Feature] = optional(
        "Đặc điểm", many("đặc điểm", Feature), "Miền núi, hải đảo …"
    )
    dossiers: int | None = optional("Số hồ sơ thủ tục mỗi năm", COUNT, "Trống: chưa rõ")
    rank: UnitRank | None = optional("Phân loại", choice("loại", UnitRank), "Trống: chưa rõ")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergerRow(Row):
    sheet = Sheet(
        "Sáp nhập", False, "Đơn vị cũ nhập vào đơn vị mới; bỏ trống thì lấy theo số liệu chính thức"
    )
    counterpart = Counterpart(("code", "new"), (OldUnit,), ("part",))

    code: str = required("Mã đơn vị cũ", UNIT_CODE, "Mã hành chính trước sắp xếp")
    name: str = required("Tên đơn vị cũ", TEXT, "Ví dụ: Phường Trúc Bạch")
    district: str = required("Quận, huyện cũ", TEXT, "Ví dụ: Quận Ba Đình")
    new: str = required("Đơn vị mới", TEXT, "Mã hoặc tên đơn vị mới")
    part: bool = optional("Một phần", MARK, "x nếu chỉ một phần nhập vào đơn vị mới")
    lat: float | None = optional("Vĩ độ", DECIMAL, "Độ")
    lon: float | None = optional("Kinh độ", DECIMAL, "Độ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow(Row):
    sheet = Sheet(
        "Chức danh", False, "Chức danh của từng đơn vị; bỏ trống thì lấy theo bộ khung của tỉnh"
    )
    counterpart = Counterpart(("code",), (Title, Post), ("block", "role"))

    code: str = required("Mã chức danh", TEXT, "Mã riêng của chức danh trong đơn vị")
    commune: str = required("Đơn vị", TEXT, "Mã hoặc tên đơn vị")
    office: str = required("Phòng, ban", TEXT, "Tên phòng, ban")
    block: Block = required("Khối", choice("khối", Block), "Khối tính biên chế")
    title: str = required("Chức danh", TEXT, "Tên chức danh, vị trí việc làm")
    grade: Grade = required("Cấp", _GRADE, "Chuyên viên, cấp phó, cấp trưởng")
    minimum: int = required("Tối thiểu", COUNT, "Số chỗ phải có người")
    maximum: int = required("Tối đa", COUNT, "Số chỗ nhiều nhất")
    key: bool = optional("Chủ chốt", MARK, "x nếu là chức danh chủ chốt")
    scarce: bool = optional("Khan hiếm", MARK, "x nếu thuộc lĩnh vực thiếu người")
    education: Education | None = optional("Trình độ tối thiểu", _EDUCATION, "Trống: Đại học")
    theory: Theory | None = optional("Lý luận chính trị", _THEORY, "Trống: theo quy định chung")
    party: bool = optional("Đảng viên", MARK, "x nếu phải là đảng viên")
    fields: tuple[str, ...] = optional("Chuyên ngành phù hợp", LIST, "Một trong các ngành là đủ")
    it: ItLevel | None = optional("Trình độ CNTT", _IT, "Mức tối thiểu")
    role: str = optional("Vai trò", role_cell(), "Trống: theo tên chức danh và phòng, ban")
