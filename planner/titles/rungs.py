"""The scales and closed lists that say what a title is: tier, rung, mark, kind of reading."""

from planner.roster.levels import PlaceKind, Scale, Word


class Tier(Scale):
    """The body's level in the State; communes before and after 1/7/2025 are two."""

    OLD_COMMUNE = 0, "Cấp xã trước 01/07/2025"
    COMMUNE = 1, "Cấp xã"
    DISTRICT = 2, "Cấp huyện"
    PROVINCE = 3, "Cấp tỉnh"


class Rung(Scale):
    """The place in a body, lowest first; equals and tiers are told apart by the level table."""

    STAFF = 0, "Nhân viên"
    SPECIALIST = 1, "Chuyên viên"
    DEPUTY = 2, "Cấp phó"
    OFFICE_HEAD = 3, "Trưởng phòng, ban"
    ORGANISATION_HEAD = 4, "Người đứng đầu tổ chức chính trị – xã hội"
    FRONT_CHAIR = 5, "Chủ tịch Ủy ban MTTQ"
    VICE_CHAIR = 6, "Phó Chủ tịch HĐND, UBND"
    CHAIR = 7, "Chủ tịch HĐND, UBND"
    DEPUTY_SECRETARY = 8, "Phó Bí thư"
    STANDING_DEPUTY = 9, "Phó Bí thư Thường trực"
    SECRETARY = 10, "Bí thư"


class Mark(Word):
    """A word that changes what a title says of the person."""

    FORMER = "nguyên"
    ACTING = "quyền"
    IN_CHARGE = "phụ trách"
    EXPECTED = "dự kiến"
    CEASED = "thôi giữ"
    CONCURRENT = "kiêm"


NOT_HOLDING = frozenset({Mark.FORMER, Mark.EXPECTED, Mark.CEASED})
"""Marks of a title that the person does not hold."""


class ReadingKind(Word):
    KNOWN = "nhận ra"
    QUESTION = "cần hỏi"
    NOTICE = "không nhận ra"
    NOT_OURS = "không phải chức danh bố trí"


TIERS_OF_PLACE = {
    PlaceKind.OLD_UNIT: Tier.OLD_COMMUNE,
    PlaceKind.COMMUNE: Tier.COMMUNE,
    PlaceKind.OLD_DISTRICT: Tier.DISTRICT,
    PlaceKind.PROVINCE: Tier.PROVINCE,
}
"""Where a person works → the tier meant when the words do not name one."""

COMMUNES = frozenset({Tier.OLD_COMMUNE, Tier.COMMUNE})
