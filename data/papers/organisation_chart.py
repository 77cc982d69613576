"""The chart of organisation of one commune on one sheet: A4 or A3 landscape, black and white."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from data.papers.page import A3, A4, box, lines_of, page, path, write
from data.reference import provinces
from planner.case import Case
from planner.figures.orgchart import OfficeCard, Seat, office_cards
from planner.figures.summary import unit_figures
from planner.plan import Plan
from planner.roster.levels import QUOTA_BLOCKS, Block, Grade

SCALES = tuple(1.0 - 0.04 * step for step in range(16))
"""Sizes that are tried until everything fits the sheet."""
MARGIN, GAP = 34.0, 14.0
SHORT = {Block.PARTY: "Khối Đảng", Block.GOVERNMENT: "chính quyền", Block.FRONT: "MTTQ"}


@dataclass(frozen=True, slots=True)
class Look:
    """How boxes are written: `scale` of all type, whether specialists and names are written."""

    scale: float
    everybody: bool
    names: bool

    def size(self, points: float) -> float:
        return points * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A box on the sheet."""

    x: float
    y: float
    width: float
    height: float
    body: str

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


def chart_page(
    case: Case,
    plan: Plan,
    commune: int,
    plan_name: str,
    code: str,
    source: str,
    large: bool = False,
    names: bool = True,
    decided: str = "",
) -> str:
    """The sheet as SVG. `large`: A3 with everybody, else specialists are only counted; without
    `names` it can be posted in public. `decided`: by what the plan was announced; empty for a
    draft."""
    cards = office_cards(case, plan, commune)
    size = A3 if large else A4
    for scale in SCALES:
        body, bottom = _sheet(case, cards, size, Look(scale, large, names))
        if bottom <= size[1] - 40:
            break
    kind = f"Phương án {plan_name}" if decided else f"Dự thảo {plan_name}"
    body += _heading(case, plan, commune, kind, size)
    foot = size[1] - 16
    standing = "Dự thảo để tập thể xem xét, chưa phải quyết định."
    if decided:
        standing = f"Công bố theo {decided}."
    body += write(
        MARGIN,
        foot,
        f"{standing} Người được tính một lần, ở khối của chức danh chính.",
        9.5,
        italic=True,
    )
    told = f"Hồ sơ: {source} · mã phương án {code} · trang 1/1"
    body += write(size[0] - MARGIN, foot, told, 9.5, anchor="end")
    return page(size, body)


def _province(case: Case) -> str:
    return next((p.name for p in provinces() if p.code == case.roster.province), "")


def _heading(case: Case, plan: Plan, commune: int, kind: str, size: tuple[float, float]) -> str:
    unit = case.communes[commune]
    told = unit_figures(case, plan)[commune]
    right = size[0] - MARGIN
    quota, here = told.total("quota"), told.total("placed")
    parts = ", ".join(
        f"{SHORT[b]} {told.blocks[b].quota}/{told.blocks[b].placed}" for b in QUOTA_BLOCKS
    )
    day = f"{case.scenario.as_of:%d/%m/%Y}"
    name, place = unit.full_name.upper(), _province(case)
    body = write(MARGIN, 32, place.upper(), 12)
    body += write(MARGIN, 49, name, 12, bold=True)
    body += write(size[0] / 2, 36, f"SƠ ĐỒ TỔ CHỨC {name}", 17, bold=True, anchor="middle")
    line = f"{kind} · tính đến ngày {day}"
    body += write(size[0] / 2, 54, line, 11, anchor="middle", italic=True)
    total = f"Biên chế được giao {quota} · bố trí {here} · khuyết {told.total('vacant')}"
    body += write(right, 32, total, 11.5, bold=True, anchor="end")
    return body + write(right, 49, f"giao/bố trí: {parts}", 10.5, anchor="end")


def _sheet(
    case: Case,
    cards: tuple[OfficeCard, ...],
    size: tuple[float, float],
    look: Look,
) -> tuple[str, float]:
    """All boxes and lines, and how far down they reach."""
    chiefs = {title.office.code for title in case.titles if title.grade is Grade.CHIEF}
    party = [card for card in cards if card.block is Block.PARTY]
    top = next((card for card in party if card.code in chiefs), None)
    under_party = [card for card in party if card is not top]
    bodies = [c for c in cards if c.block is Block.GOVERNMENT and c.code in chiefs]
    offices = [c for c in cards if c.block is Block.GOVERNMENT and c.code not in chiefs]
    front = [card for card in cards if card.block is Block.FRONT]
    inner = size[0] - 2 * MARGIN
    side, right = inner * 0.215, inner * 0.235
    middle = inner - side - right - 2 * GAP - 12
    left = MARGIN + 12
    body, y = "", 70.0
    head: Placed | None = None
    if top is not None:
        width = inner * 0.29
        top = replace(top, name="Đảng ủy (Ban Thường vụ)")
        head = _box(top, size[0] / 2 - width / 2, y, width, look, line=1.6)
        body += head.body
        y = head.bottom
    rail = y + 16
    row = rail + 18
    column = _stacked(under_party, left, row, side, look)
    start = left + side + GAP
    placed = _abreast(bodies, start, row, middle, look, line=1.4)
    edge = size[0] - MARGIN - right
    fronts = _stacked(front, edge, row, right, look, line=1.4)
    at = fronts[-1].bottom + 12 if fronts else row
    low = max((p.bottom for p in placed), default=row) + 40
    unders = _abreast(offices, start, low, middle, look)
    for one in (*column, *placed, *fronts, *unders):
        body += one.body
    body += _lines(head, rail, column, placed, fronts, unders, look)
    body += _legend(edge, at, right, look)
    at += look.size(104) + 12
    body += _signatures(edge, at, right, look)
    at += look.size(40)
    bottom = max((p.bottom for p in (*column, *placed, *unders)), default=row)
    bottom = max(bottom, at)
    off = [card for card in cards if card.block is Block.OFF_QUOTA]
    if off:
        body += _off_quota(off, start, bottom + 10, middle, look)
        bottom += 10 + look.size(26)
    return body, bottom


def _stacked(
    cards: Iterable[OfficeCard], x: float, y: float, width: float, look: Look, line: float = 1
) -> list[Placed]:
    """Boxes one below the other."""
    found: list[Placed] = []
    for card in cards:
        found.append(_box(card, x, y, width, look, line=line))
        y = found[-1].bottom + 12
    return found


def _abreast(
    cards: list[OfficeCard], x: float, y: float, width: float, look: Look, line: float = 1
) -> list[Placed]:
    """Boxes side by side that share a width."""
    each = (width - GAP * max(0, len(cards) - 1)) / max(1, len(cards))
    return [
        _box(card, x + n * (each + GAP), y, each, look, line=line) for n, card in enumerate(cards)
    ]


def _off_quota(cards: list[OfficeCard], x: float, y: float, width: float, look: Look) -> str:
    told = " · ".join(f"{card.name}: {card.placed}" for card in cards)
    text = f"Ngoài biên chế giao: {told} (không tính vào giao, bố trí)"
    frame = box(x, y, width, look.size(26), "2 3", 0.8)
    return frame + write(x + 8, y + look.size(17), text, look.size(10.5))


def _lines(
    head: Placed | None,
    rail: float,
    column: list[Placed],
    placed: list[Placed],
    fronts: list[Placed],
    unders: list[Placed],
    look: Look,
) -> str:
    """Solid: leads; dashed: watches and works together; dotted: serves."""
    body = ""
    below = [p.middle for p in (*placed, *fronts[:1])]
    if head is not None and (below or column):
        ends = [*below, *([MARGIN] if column else []), head.middle]
        body += path([(head.middle, head.bottom), (head.middle, rail)])
        body += path([(min(ends), rail), (max(ends), rail)])
        body += "".join(path([(p.middle, rail), (p.middle, p.y)]) for p in (*placed, *fronts[:1]))
    if column:
        last = column[-1].y + look.size(12)
        body += path([(MARGIN, rail), (MARGIN, last)])
        for one in column:
            level = one.y + look.size(12)
            body += path([(MARGIN, level), (one.x, level)])
    sides = [*placed, *fronts[:1]]
    for number, (one, two) in enumerate(pairwise(sides)):
        level = one.y + look.size(46)
        body += path([(one.x + one.width, level), (two.x, level)], "5 4", 1)
        words = "giám sát" if number == 0 and len(placed) > 1 else "phối hợp"
        place = (one.x + one.width + two.x) / 2
        if two.x - one.x - one.width > 30:
            body += write(place, level - 4, words, look.size(9), anchor="middle")
    if unders and placed:
        leader = placed[-1]
        level = unders[0].y - 16
        ends = [p.middle for p in unders]
        body += path([(leader.middle, leader.bottom), (leader.middle, level)])
        body += path([(min(*ends, leader.middle), level), (max(*ends, leader.middle), level)])
        body += "".join(path([(p.middle, level), (p.middle, p.y)]) for p in unders)
        if len(placed) > 1:
            council = placed[0]
            x = council.x + 26
            body += path([(x, council.bottom), (x, unders[0].y)], "1.5 3", 1.2)
            body += write(x + 6, council.bottom + look.size(13), "giúp việc", look.size(9))
    return body


def _box(card: OfficeCard, x: float, y: float, width: float, look: Look, line: float = 1) -> Placed:
    """One office: its heading with required and placed, leaders one by one, then specialists."""
    pad = 7.0
    size = look.size(11.5)
    title = lines_of(card.name, width - 2 * pad - 44, size, True)
    body, at = "", y + pad + size * 0.8
    for number, text in enumerate(title):
        body += write(x + pad, at + number * size * 1.2, text, size, bold=True)
    badge = f"{card.minimum}/{card.placed}"
    body += write(x + width - pad, at, badge, size, bold=True, anchor="end")
    at += (len(title) - 1) * size * 1.2 + size * 0.55
    body += path([(x, at), (x + width, at)], line=0.7)
    at += look.size(4)
    for seat in [seat for seat in card.seats if seat.leads]:
        told, at = _leader(seat, x + pad, at, width - 2 * pad, look)
        body += told
    told, at = _specialists(card, x + pad, at, width - 2 * pad, look)
    height = at + look.size(5) - y
    return Placed(
        x=x, y=y, width=width, height=height, body=box(x, y, width, height, line=line) + body + told
    )


def _leader(seat: Seat, x: float, y: float, width: float, look: Look) -> tuple[str, float]:
    small, bold = look.size(9.8), look.size(11)
    body = ""
    at = y + small * 1.15
    for text in lines_of(seat.title, width - 8, small):
        body += write(x, at, text, small)
        at += small * 1.2
    if not seat.cadre:
        body += write(x, at + bold * 0.1, "KHUYẾT", bold, bold=True)
        end = at + bold * 0.5
        return box(x - 3, y + 1, width + 6, end - y + 1, "4 3") + body, end + look.size(5)
    if look.names:
        rides = " (kiêm)" if seat.concurrent else ""
        if seat.beside and not seat.concurrent:
            rides = f" (kiêm {', '.join(seat.beside)})"
        for text in lines_of(seat.name + rides, width - 4, bold, True):
            body += write(x, at + bold * 0.1, text, bold, bold=True)
            at += bold * 1.2
    return body, at - look.size(2)


def _specialists(
    card: OfficeCard, x: float, y: float, width: float, look: Look
) -> tuple[str, float]:
    size = look.size(10.2)
    seats = [seat for seat in card.seats if not seat.leads]
    filled = [seat for seat in seats if seat.cadre]
    empty = [seat for seat in seats if not seat.cadre]
    body, at = "", y
    if filled and not (look.everybody and look.names):
        at += size * 1.35
        body += write(x, at, "Chuyên viên, nhân viên", size)
        body += write(x + width, at, f"{len(filled)} người", size, anchor="end")
    elif filled:
        for seat in filled:
            for text in lines_of(f"{seat.name} – {seat.title}", width, size):
                at += size * 1.25
                body += write(x, at, text, size)
    for seat in empty:
        told, at = _leader(seat, x + 3, at + look.size(5), width - 6, look)
        body += told
    return body, at


def _signatures(x: float, y: float, width: float, look: Look) -> str:
    size, body = look.size(10), ""
    for part, words in ((0.25, "NGƯỜI LẬP BIỂU"), (0.75, "TM. BAN THƯỜNG VỤ")):
        middle = x + width * part
        body += write(middle, y + size, words, size, bold=True, anchor="middle")
        note = "(ký, ghi rõ họ tên)"
        body += write(middle, y + size * 2.3, note, size * 0.92, anchor="middle", italic=True)
    return body


def _legend(x: float, y: float, width: float, look: Look) -> str:
    size = look.size(9.8)
    body = box(x, y, width, look.size(104), line=0.8)
    body += write(x + 8, y + look.size(16), "Chú giải", size, bold=True)
    rows = (("", "lãnh đạo, chỉ đạo"), ("5 4", "giám sát, phối hợp"), ("1.5 3", "giúp việc"))
    for number, (dash, words) in enumerate(rows):
        level = y + look.size(32 + 16 * number)
        body += path([(x + 8, level), (x + 46, level)], dash)
        body += write(x + 54, level + size * 0.35, words, size)
    level = y + look.size(80)
    body += box(x + 8, level - look.size(8), 38, look.size(12), "4 3", 0.8)
    body += write(x + 54, level + size * 0.2, "KHUYẾT: chỗ chưa có người", size)
    told = "5/6: chỗ tối thiểu/bố trí"
    return body + write(x + 8, y + look.size(98), told, size)
