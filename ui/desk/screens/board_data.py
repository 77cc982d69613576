"""What the board of one commune draws: lanes, cards and rows as plain data."""

from collections.abc import Iterable
from typing import Any

from planner.case import Case
from planner.check.finding_words import named
from planner.figures.orgchart import Leaver, OfficeCard, Seat, leavers, office_cards
from planner.figures.summary import UnitFigures
from planner.plan import Plan
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.text.numbers import number, price_words
from planner.why.instead import judged
from planner.why.prices import Prices

SHORT = {
    Block.PARTY: "Khối Đảng",
    Block.GOVERNMENT: "khối chính quyền",
    Block.FRONT: "khối MTTQ",
    Block.OFF_QUOTA: "ngoài biên chế",
}
WORDS = {
    "moving": "Đang chuyển {name}: chọn chỗ đến, thả chuột hoặc bấm Enter; Esc để thôi.",
    "asking": "Đang chuyển {name}: đang xét từng chỗ …",
    "refused": "Không chuyển được, chưa có gì thay đổi.",
}


def board_data(
    case: Case, plan: Plan, commune: int, figures: UnitFigures, mark: str, chosen: str
) -> dict[str, Any]:
    """Everything but the verdicts; `mark` changes when the rows do."""
    cards = office_cards(case, plan, commune)
    lanes = []
    for block in QUOTA_BLOCKS:
        own = [_office(card) for card in cards if card.block is block]
        wide = block is Block.GOVERNMENT
        columns = [own]
        if wide:
            half = _half([card for card in cards if card.block is block])
            columns = [own[:half], own[half:]]
        if block is Block.FRONT:
            columns = [[*own, *_aside(case, plan, commune, cards)]]
        told = figures.blocks[block]
        lanes.append(
            {
                "name": block.label,
                "sub": f"giao {told.quota} · bố trí {told.placed}"
                + (f" · khuyết {told.vacant}" if told.vacant else ""),
                "color": f"var(--{block.name.lower()})",
                "wide": wide,
                "columns": columns,
            }
        )
    return {
        "mark": mark,
        "lanes": lanes,
        "chosen": chosen,
        "picked": "",
        "verdicts": {},
        "refusal": "",
        "words": WORDS,
    }


def keep_still(data: dict[str, Any]) -> None:
    """Nobody on this board can be moved."""
    for lane in data["lanes"]:
        for column in lane["columns"]:
            for office in column:
                for row in office["rows"]:
                    row["movable"] = False


def _half(cards: list[OfficeCard]) -> int:
    """Where to break a list of cards so that both columns are about as long."""
    sizes = [len(card.seats) + 2 for card in cards]
    return min(range(len(sizes) + 1), key=lambda n: abs(sum(sizes[:n]) - sum(sizes[n:])), default=0)


def _office(card: OfficeCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "note": f"△ Khuyết {card.vacant}" if card.vacant else "",
        "badge": f"{card.minimum} · {card.placed}",
        "rows": [_row(seat) for seat in card.seats],
    }


def _row(seat: Seat) -> dict[str, Any]:
    title = ("★ " if seat.key else "") + seat.title
    if not seat.cadre:
        return {
            "post": seat.post,
            "cadre": "",
            "movable": False,
            "kind": "empty",
            "name": "◌ Khuyết",
            "title": title,
            "marks": [],
            "label": f"Khuyết: {seat.title}",
        }
    marks = []
    if seat.pinned:
        marks.append(["", "⚲ Cố định"])
    if seat.beside:
        marks.append(["", "◎ Kiêm"])
    if not seat.concurrent:
        marks += [["", f"▣ {competence.short}"] for competence in seat.able]
    if seat.arrived and not seat.concurrent:
        marks.append(["acc", "⇥ Mới đến"])
    if seat.concurrent and seat.counted is not None:
        title += f" · tính ở {SHORT[seat.counted]}"
    elif seat.beside:
        title += " · kiêm " + ", ".join(seat.beside)
    kind = "ghost" if seat.concurrent else "lead" if seat.leads else "spec"
    spoken = ", ".join(words for _, words in marks)
    return {
        "post": seat.post,
        "cadre": seat.cadre,
        "movable": not seat.concurrent,
        "kind": kind,
        "name": seat.name,
        "title": title,
        "marks": marks,
        "label": f"{seat.name}, {seat.title}" + (f", {spoken}" if spoken else ""),
    }


def _aside(
    case: Case, plan: Plan, commune: int, cards: Iterable[OfficeCard]
) -> list[dict[str, Any]]:
    """Off-quota offices, people who wait for a post and people who leave."""
    found = [_office(card) for card in cards if card.block is Block.OFF_QUOTA]
    away = leavers(case, plan, commune)
    waiting = [who for who in away if not who.post]
    gone = [who for who in away if who.post]
    for name, people in (("Chờ bố trí tại đây", waiting), ("Chuyển đi", gone)):
        if people:
            rows = [_leaver(case, who) for who in people]
            found.append({"name": name, "note": "", "badge": number(len(people)), "rows": rows})
    return found


def _leaver(case: Case, who: Leaver) -> dict[str, Any]:
    chip = ["acc", "⇤ Chuyển đi"] if who.post else ["warn", "△ Dôi dư"]
    return {
        "post": "",
        "cadre": who.cadre,
        "movable": True,
        "kind": "spec",
        "name": who.name,
        "title": f"đến {named(case, who.post)}" if who.post else "chưa có chỗ bố trí",
        "marks": [chip],
        "label": f"{who.name}, {chip[1]}",
    }


def board_verdicts(
    case: Case, plan: Plan, commune: int, cadre: str, prices: Prices | None
) -> dict[str, dict[str, Any]]:
    """Post → whether the person may sit there, why not with the article, and at what price."""
    points = prices.in_unit(cadre, commune) if prices is not None else {}
    found = {}
    for post in case.organisation.posts_by_unit[case.communes[commune].code]:
        if any(post.code in row.posts for row in plan.by_cadre.get(cadre, ())):
            found[post.code] = {"lawful": True, "words": "đang ở đây"}
            continue
        said = judged(case, cadre, post.code)
        if said.refused:
            found[post.code] = {"lawful": False, "words": f"✕ {said.refused[0]}"}
            continue
        price = points.get(post.code)
        words = "✓ được" + (f", {price_words(price)}" if price is not None else "")
        holders = plan.by_post.get(post.code, ())
        if len(holders) >= post.maximum:
            words += "; người đang giữ phải chuyển"
        found[post.code] = {"lawful": True, "words": words}
    return found
