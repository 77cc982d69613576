"""Ten usual ways to write a title or an office otherwise, and one that means nothing."""

import re
import unicodedata
from collections.abc import Callable

from planner.text.vietnamese import plain

LONG = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc Việt Nam",
    "LHPN": "Liên hiệp Phụ nữ",
    "TNCS": "Thanh niên Cộng sản Hồ Chí Minh",
    "CNTT": "công nghệ thông tin",
}
SHORT = {
    "Phó Chủ tịch": "PCT",
    "Chủ tịch": "CT",
    "Phó Bí thư Thường trực": "PBT TT",
    "Phó Bí thư": "PBT",
    "Bí thư": "BT",
    "Phó Trưởng phòng": "Phó phòng",
    "Trưởng phòng": "TP",
    "Phó Trưởng Ban": "Phó Ban",
    "Phó Chánh Văn phòng": "Phó CVP",
    "Chánh Văn phòng": "CVP",
    "Chuyên viên": "CV",
    "Công chức": "CC",
    "Phó Chủ nhiệm": "PCN",
    "Phó Giám đốc": "PGĐ",
    "Giám đốc": "GĐ",
    "Phó Chỉ huy trưởng": "PCHT",
    "Chỉ huy trưởng": "CHT",
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Ủy ban Kiểm tra": "UBKT",
    "Ủy ban MTTQ": "UB MTTQ",
    "Đảng ủy": "ĐU",
    "Xây dựng Đảng": "XDĐ",
    "Văn hóa – Xã hội": "VH-XH",
    "Kinh tế – Ngân sách": "KT-NS",
    "Cựu chiến binh": "CCB",
    "Nông dân": "ND",
    "Phục vụ hành chính công": "PVHCC",
    "Ban Chỉ huy quân sự": "Ban CHQS",
}
KINDS = ("xã", "phường", "đặc khu", "thị trấn")


def abbreviated(text: str) -> str:
    for long, short in SHORT.items():
        text = re.sub(rf"\b{long}\b", short, text)
    return text


def in_full(text: str) -> str:
    for short, long in LONG.items():
        text = re.sub(rf"\b{short}\b", long, text)
    return text


def with_unit(text: str) -> str:
    """The unit's kind and name behind, as in a decision; its kind is not said twice."""
    bare = re.sub(rf"\s*\b({'|'.join(KINDS)})$", "", text)
    return f"{bare} phường Hoàn Kiếm"


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


OLD_TONES = {
    "òa": "oà",
    "óa": "oá",
    "ủy": "uỷ",
    "úy": "uý",
    "hóa": "hoá",
    "Ủy": "Uỷ",
    "thủy": "thuỷ",
}


def old_tones(text: str) -> str:
    for new, old in OLD_TONES.items():
        text = text.replace(new, old)
    return text


def dotted(text: str) -> str:
    """Short dashes, dots behind abbreviations."""
    return re.sub(r"\b(UBND|HĐND|MTTQ|LHPN|TNCS|CNTT)\b", r"\1.", text.replace(" – ", "-"))


def spaced(text: str) -> str:
    return "  " + text.replace(" ", "  ").replace(",", " ,") + " "


def slashed(text: str) -> str:
    """Long dashes as slashes, "và" as &."""
    return text.replace(" – ", "/").replace(" và ", " & ")


def capitals(text: str) -> str:
    return text.upper()


def unmarked(text: str) -> str:
    return plain(text)


WAYS: dict[str, Callable[[str], str]] = {
    way.__name__: way
    for way in (
        abbreviated,
        in_full,
        with_unit,
        decomposed,
        old_tones,
        dotted,
        spaced,
        slashed,
        capitals,
        unmarked,
    )
}


def nonsense(text: str) -> str:
    """Every word of the text turned round, with a letter no word here has."""
    return " ".join(f"w{word[::-1].lower()}z" for word in re.findall(r"[^\W\d_]+", text))
