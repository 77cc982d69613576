"""Wishes in plain words and as levels: how much each counts, as a multiple of its own price."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.case.scenario import Scenario
from planner.law.norm import Force, Norm, Norms

LEVELS = {"Tắt": 0, "Thấp": 50, "Vừa": 100, "Cao": 200, "Rất cao": 400}
"""Level → percent of the norm's own price."""
WISHES: Mapping[str, tuple[str, str]] = {
    "keep_near": ("Giữ gần nhà", "Ở lại đơn vị cũ, không phải đi xa"),
    "same_work": ("Người cũ việc cũ", "Làm tiếp lĩnh vực và cấp đang làm"),
    "own_post": ("Giữ nguyên chức danh", "Ai đang giữ chức danh thì giữ tiếp"),
    "expressed": ("Theo nguyện vọng", "Đúng nơi người đó xin, nguyện vọng 1 trước"),
    "vacancy": ("Lấp đủ chỗ", "Mỗi chỗ tối thiểu đều có người, chủ chốt trước"),
    "surplus": ("Không để ai dôi dư", "Ai cũng có chỗ, người tại chỗ và người trẻ trước"),
    "it_cover": ("Mỗi xã có người làm được CNTT", "Không xã nào thiếu người làm CNTT"),
    "trained_cover": ("Kế toán có chuyên môn", "Đơn vị kế toán có người được đào tạo kế toán"),
    "load": ("Ít kiêm nhiệm", "Mỗi người giữ ít chức danh nhất có thể"),
    "leadership_mix": ("Lãnh đạo từ nhiều xã cũ", "Không dồn về một xã cũ"),
    "share": ("Tỷ lệ nữ, trẻ, dân tộc", "Cấp ủy có đủ cơ cấu theo quy định"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish under a scenario; `level` is a key of LEVELS, the nearest when set by hand."""

    rule: str
    name: str
    help: str
    norms: tuple[Norm, ...]
    """Its norms with their own prices."""
    level: str
    changed: bool


def wishes(own: Norms, scenario: Scenario) -> tuple[Wish, ...]:
    """The wishes in force; `own` are the norms before the scenario lays its prices over them."""
    found = []
    for rule, (name, words) in WISHES.items():
        norms = tuple(n for n in own.of(rule) if n.force is Force.WISH and n.price)
        if norms:
            lead = norms[0]
            part = 100 * scenario.prices.get(lead.id, lead.price) // lead.price
            level = min(LEVELS, key=lambda name: abs(LEVELS[name] - part))
            changed = any(n.id in scenario.prices for n in norms)
            found.append(Wish(rule, name, words, norms, level, changed))
    return tuple(found)


def at_level(scenario: Scenario, wish: Wish, level: str) -> Scenario:
    """The scenario with one wish at another level; at "Vừa" the norm's own price holds again."""
    names = {norm.id for norm in wish.norms}
    prices = {code: price for code, price in scenario.prices.items() if code not in names}
    if LEVELS[level] != LEVELS["Vừa"]:
        prices |= {n.id: n.price * LEVELS[level] // 100 for n in wish.norms}
    return replace(scenario, prices=prices)
