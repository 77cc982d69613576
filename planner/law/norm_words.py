"""Norms in words: force, price, values and scope as a reader writes them."""

from datetime import date

from planner.law.figure import Figure
from planner.law.norm import Force, Norm, Value
from planner.roster.levels import Block, Feature, Grade, Scale, UnitRank, UnitType, Word

KEYS = {
    "minimum": "tối thiểu",
    "maximum": "tối đa",
    "maximum_merged": "tối đa khi sáp nhập nhiều",
    "merged": "sáp nhập từ",
    "average": "bình quân",
    "number": "số lượng",
    "months": "số tháng",
    "years": "số năm",
    "terms": "số nhiệm kỳ",
    "share": "tỷ lệ",
    "start": "mức đầu",
    "deadline": "hạn",
    "clock": "tính tại",
    "first": "lần đầu",
    "again": "tái cử",
    "others": "người khác",
    "rise": "bổ nhiệm cao hơn",
    "least": "ít nhất",
    "most": "nhiều nhất",
    "extra": "thêm",
    "population": "dân số",
    "area": "diện tích",
    "area_ward": "diện tích phường",
    "area_commune": "diện tích xã",
    "base": "mức gốc",
    "above": "trên",
    "step_mountain": "mỗi (miền núi)",
    "step_other": "mỗi",
    "add": "thêm",
    "cap_commune": "trần xã",
    "cap_ward": "trần phường",
    "cap_special_zone": "trần đặc khu",
    "leaders": "lãnh đạo",
    "professional": "chuyên môn",
    "level": "mức",
    "age": "tuổi",
    "cap_km": "tính đến",
    "km": "từ",
    "months_left": "còn",
    "inhabitants": "một người cho",
    "dossiers": "một người cho",
    "cut": "giảm",
    "cadres": "cán bộ",
    "servants": "công chức",
    "reprimand": "khiển trách",
    "warning": "cảnh cáo",
    "dismissal": "cách chức",
    "owner": "người chịu trách nhiệm",
    "deputy": "người thay",
    "load": "nhiều nhất một người",
    "month": "mỗi tháng",
    "month_near": "mỗi tháng (còn đến 5 năm)",
    "month_far": "mỗi tháng (còn trên 5 năm)",
    "month_first": "mỗi tháng (trong 12 tháng đầu)",
    "month_later": "mỗi tháng (từ tháng 13)",
    "months_most": "nhiều nhất",
    "later_share": "từ tháng 13 hưởng",
    "year": "mỗi năm",
    "year_near": "mỗi năm (còn 2–5 năm)",
    "year_far": "mỗi năm (còn trên 5 năm)",
    "years_left": "còn từ",
    "insured_20": "đóng BHXH từ 20 năm",
    "insured_15": "đóng BHXH 15–dưới 20 năm",
    "insured_more": "mỗi năm đóng thêm",
    "search": "tìm việc",
    "once": "một lần",
    "short": "làm việc 6–dưới 12 tháng",
    "half_until": "tính nửa năm đến",
    "chair": "Chủ tịch",
    "vice_chair": "Phó Chủ tịch",
    "head": "cấp trưởng",
    "men": "nam",
    "women": "nữ",
    "amount": "mức",
    "rate": "mức",
    "days": "số ngày",
    "total": "tổng",
    "units": "số đơn vị",
    "party_front": "Đảng và đoàn thể",
    "government": "chính quyền",
    "frame": "khung",
    "distributed": "đã phân bổ",
    "reserve": "dự phòng",
    "near": "ưu tiên nghỉ khi còn",
    "keep": "giữ khi còn",
    "second": "loại II từ",
    "special": "loại đặc biệt từ",
}
SCOPES: dict[str, type[Scale] | type[Word]] = {
    "unit_type": UnitType,
    "feature": Feature,
    "class": UnitRank,
    "block": Block,
    "grade": Grade,
}
NAMES = {
    "province": "tỉnh, thành phố mã",
    "merged": "tỉnh hợp nhất từ",
    "office": "phòng, ban",
    "title": "chức danh",
}


def words_of(norm: Norm) -> str:
    """Force, price and figures of a norm in a few words; lists of codes are left to the table."""
    price = f" {norm.price} điểm" if norm.price and norm.force is Force.WISH else ""
    shown = (
        f"{KEYS.get(name, name)} {value_words(value)}"
        for name, value in norm.values.items()
        if isinstance(value, Figure | date)
    )
    return "; ".join((f"{norm.force.label}{price}", *shown))


def value_words(value: Value) -> str:
    """A value as it is written."""
    if isinstance(value, Figure):
        return value.text
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def scope_words(norm: Norm) -> str:
    """Where and for whom a norm holds; empty when everywhere."""
    parts = []
    for key, wanted in norm.scope.items():
        if key in SCOPES:
            members = {member.name: member for member in SCOPES[key]}
            parts.append(", ".join(members[name].label.lower() for name in wanted.split()))
        else:
            parts.append(f"{NAMES.get(key, key)} {wanted}")
    return "; ".join(parts)
