"""The ordered scales and closed lists that describe a cadre or a post, in Vietnamese words."""

from enum import Enum, IntEnum


class Scale(IntEnum):
    """An ordered scale; `label` is the word an officer writes."""

    label: str

    def __new__(cls, value: int, label: str) -> "Scale":
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Education(Scale):
    UPPER_SECONDARY = 0, "Trung học phổ thông"
    INTERMEDIATE = 1, "Trung cấp"
    COLLEGE = 2, "Cao đẳng"
    UNIVERSITY = 3, "Đại học"
    MASTER = 4, "Thạc sĩ"
    DOCTOR = 5, "Tiến sĩ"


class Theory(Scale):
    """Political theory (lý luận chính trị)."""

    NONE = 0, "Chưa qua"
    PRIMARY = 1, "Sơ cấp"
    INTERMEDIATE = 2, "Trung cấp"
    ADVANCED = 3, "Cao cấp"
    BACHELOR = 4, "Cử nhân"


class Rank(Scale):
    """Civil-service rank (ngạch)."""

    STAFF = 0, "Nhân viên"
    OFFICER = 1, "Cán sự"
    SPECIALIST = 2, "Chuyên viên"
    PRINCIPAL = 3, "Chuyên viên chính"
    SENIOR = 4, "Chuyên viên cao cấp"


class ItLevel(Scale):
    """Information technology, 0–4 (domain reference, section 5)."""

    NONE = 0, "0 – Không"
    BASIC = 1, "1 – Cơ bản"
    ADVANCED = 2, "2 – Nâng cao"
    TRAINED = 3, "3 – Được đào tạo CNTT"
    SPECIALIST = 4, "4 – Chuyên gia CNTT"


class StateManagement(Scale):
    """State-management certificate (bồi dưỡng quản lý nhà nước), by the rank it is for."""

    NONE = 0, "Chưa qua"
    OFFICER = 1, "Cán sự"
    SPECIALIST = 2, "Chuyên viên"
    PRINCIPAL = 3, "Chuyên viên chính"
    SENIOR = 4, "Chuyên viên cao cấp"


class Discipline(Scale):
    """The last disciplinary measure."""

    REPRIMAND = 1, "Khiển trách"
    WARNING = 2, "Cảnh cáo"
    DISMISSAL = 3, "Cách chức"


class Grade(Scale):
    """How high a title stands; also the grade a person holds today."""

    SPECIALIST = 0, "Chuyên viên"
    DEPUTY = 1, "Cấp phó"
    HEAD = 2, "Cấp trưởng"
    CHIEF = 3, "Chủ chốt"


class Rating(Scale):
    """Yearly rating (xếp loại)."""

    FAILED = 0, "Không hoàn thành nhiệm vụ"
    DONE = 1, "Hoàn thành nhiệm vụ"
    GOOD = 2, "Hoàn thành tốt nhiệm vụ"
    EXCELLENT = 3, "Hoàn thành xuất sắc nhiệm vụ"


class Block(Scale):
    PARTY = 0, "Khối Đảng"
    GOVERNMENT = 1, "Khối chính quyền"
    FRONT = 2, "MTTQ và các tổ chức chính trị – xã hội"
    OFF_QUOTA = 3, "Ngoài biên chế (Ban CHQS, Công an, đơn vị sự nghiệp)"


class Word(Enum):
    """A closed list without order; the value is the word on screen and in the workbook."""

    @property
    def label(self) -> str:
        return str(self.value)


class Sex(Word):
    MALE = "Nam"
    FEMALE = "Nữ"


class UnitType(Word):
    COMMUNE = "Xã"
    WARD = "Phường"
    SPECIAL_ZONE = "Đặc khu"


class PersonKind(Word):
    """Kind of person."""

    CADRE = "Cán bộ"
    CIVIL_SERVANT = "Công chức"
    PUBLIC_EMPLOYEE = "Viên chức"
    CONTRACT = "Hợp đồng lao động"
    PART_TIME = "Người hoạt động không chuyên trách"
    OFFICER = "Sĩ quan"


class Status(Word):
    WORKING = "Đang công tác"
    MATERNITY = "Nghỉ thai sản"
    SMALL_CHILD = "Nuôi con dưới 36 tháng"
    LONG_ILLNESS = "Ốm đau dài ngày"
    STUDY = "Đi học tập trung"
    SECONDED = "Biệt phái"
    REINFORCING = "Tăng cường"
    PROBATION = "Tập sự"
    UNPAID_LEAVE = "Nghỉ không lương"
    DISCIPLINED = "Đang chấp hành kỷ luật"
    UNDER_REVIEW = "Đang xem xét kỷ luật"
    SUSPENDED = "Tạm đình chỉ công tác"
    RETIRING = "Chờ nghỉ hưu"
    RESIGNING = "Đã có đơn nghỉ"


class Feature(Word):
    """What a unit is or has, that norms and offices ask about."""

    MOUNTAIN = "Miền núi, vùng cao"
    ISLAND = "Hải đảo"
    BORDER = "Biên giới"
    DIFFICULT = "Đặc biệt khó khăn"
    KEY_DEFENCE = "Trọng điểm quốc phòng"
    KEY_SECURITY = "Trọng điểm an ninh"
    POLITICAL_CENTRE = "Có trung tâm chính trị"
    NO_OFFICE = "Không có phòng"
    NOT_MERGED = "Không sắp xếp"
    PILOT = "Thí điểm chính quyền đô thị"


class UnitRank(Word):
    """Class of a unit (phân loại đơn vị hành chính)."""

    SPECIAL = "Đặc biệt"
    I = "Loại I"  # noqa: E741
    II = "Loại II"
    III = "Loại III"


class PlaceKind(Word):
    """What a cadre's present place is."""

    OLD_UNIT = "Xã, phường cũ"
    OLD_DISTRICT = "Quận, huyện cũ"
    COMMUNE = "Xã, phường mới"
    PROVINCE = "Cấp tỉnh"


LEAVING = frozenset({Status.RETIRING, Status.RESIGNING})

QUOTA_BLOCKS = (Block.PARTY, Block.GOVERNMENT, Block.FRONT)
"""Blocks that are given a quota."""
