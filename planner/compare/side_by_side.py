"""Plans side by side as rows of words: for the page, the workbook and the printed sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field

from planner.case import Scenario
from planner.figures.plan_report import PlanReport
from planner.plan.gap import relative_gap
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.rules import rule_of, rules_of
from planner.rules.cover import Cover
from planner.rules.wish_levels import Wish
from planner.text.numbers import number, percent
from planner.text.vietnamese import text_key

Value = float | int | None


@dataclass(frozen=True, slots=True)
class Side:
    """One plan in a comparison. `bound` None: how good it can get is not known."""

    name: str
    report: PlanReport
    bound: int | None
    _: KW_ONLY
    present: bool = False
    assumed: Mapping[str, str] = field(default_factory=dict)
    """What it was drafted under, label → words."""

    @property
    def gap(self) -> float | None:
        return relative_gap(self.report.cost, self.bound)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line: `values` in words, one for each plan; `best` says which are better than another
    by this line alone, the present state left out."""

    section: str
    label: str
    values: tuple[str, ...]
    best: tuple[bool, ...]


Line = tuple[str, str, Callable[[Side], Value], Callable[[Side], str], int]
"""(section, label, figure, words, −1 fewer is better, 1 more is better, 0 neither)."""


def _plain(get: Callable[[Side], Value]) -> Callable[[Side], str]:
    def words(side: Side) -> str:
        value = get(side)
        return "–" if value is None else number(value)

    return words


def _whole(section: str, label: str, get: Callable[[Side], Value], better: int) -> Line:
    return section, label, get, _plain(get), better


def _part(section: str, label: str, get: Callable[[Side], float | None], better: int) -> Line:
    def words(side: Side) -> str:
        value = get(side)
        return "–" if value is None else percent(value)

    return section, label, get, words, better


def _km(section: str, label: str, get: Callable[[Side], float | None]) -> Line:
    def words(side: Side) -> str:
        value = get(side)
        return "–" if value is None else f"{value:.1f} km".replace(".", ",")

    return section, label, get, words, -1


PINS, BANS, POINTS = "Giữ cố định", "Không bố trí", "Điểm (càng ít càng tốt)"
LAW, SEATS, MOVES, SKILL, FAIR = (
    "Đúng quy định",
    "Lấp chỗ",
    "Xáo trộn, nguyện vọng",
    "Năng lực và tải việc",
    "Công bằng",
)


def _excess(block: Block) -> Callable[[Side], Value]:
    return lambda side: side.report.excess[block]


def _shortage(block: Block) -> Callable[[Side], Value]:
    return lambda side: side.report.shortage[block]


def _cost(code: str) -> Callable[[Side], int]:
    return lambda side: side.report.by_rule.get(code, 0)


def _cover(cover: Cover) -> Line:
    code = cover.competence.code
    return _whole(SKILL, f"Đơn vị chưa có {cover.people}", lambda s: s.report.without(code), -1)


def _lines() -> list[Line]:
    lines: list[Line] = [
        _whole(LAW, "Vi phạm quy định", lambda s: s.report.breaches, -1),
        (
            LAW,
            "Còn có thể tốt hơn tối đa",
            lambda s: s.gap,
            lambda s: "không tính" if s.gap is None else percent(s.gap),
            0,
        ),
        _whole(LAW, POINTS, lambda s: s.report.cost, -1),
        _whole(SEATS, "Bố trí", lambda s: s.report.figures.placed, 1),
        _whole(SEATS, "Biên chế được giao", lambda s: s.report.figures.quota, 0),
        _whole(SEATS, "Khuyết", lambda s: s.report.figures.vacant, -1),
        _whole(SEATS, "★ Khuyết chủ chốt", lambda s: s.report.figures.vacant_key, -1),
        _whole(SEATS, "Khuyết lĩnh vực thiếu người", lambda s: s.report.vacant_scarce, -1),
        _whole(SEATS, "Dôi dư", lambda s: s.report.figures.surplus, -1),
    ]
    for block in QUOTA_BLOCKS:
        short = block.label.split(" và ")[0]
        lines += [
            _whole(SEATS, f"Thừa, {short}", _excess(block), -1),
            _whole(SEATS, f"Thiếu, {short}", _shortage(block), -1),
        ]
    lines += [
        _whole(MOVES, "Số người chuyển", lambda s: s.report.figures.moved, -1),
        _km(MOVES, "Quãng đường của người chuyển, bình quân", lambda s: s.report.moved_km),
        _whole(MOVES, "Người có nguyện vọng", lambda s: s.report.wishes, 0),
        _whole(MOVES, "Được một nguyện vọng", lambda s: s.report.any_met, 1),
        _whole(MOVES, "Được nguyện vọng 1", lambda s: s.report.first_met, 1),
        *(_cover(cover) for cover in rules_of(Cover)),
        _whole(SKILL, "Người kiêm nhiệm", lambda s: s.report.figures.concurrent, -1),
        _whole(SKILL, "Người giữ từ 3 chức danh trở lên", lambda s: s.report.many_titles, -1),
        _part(FAIR, "Lãnh đạo là nữ", lambda s: s.report.women_leaders, 0),
        _part(FAIR, "Lãnh đạo đến 40 tuổi", lambda s: s.report.young_leaders, 0),
        _part(FAIR, "Đơn vị cũ thiệt nhất, được bố trí", lambda s: s.report.worst_old_unit, 1),
        _km(FAIR, "10 % người đi xa nhất, bình quân", lambda s: s.report.furthest_km),
    ]
    return lines


def assumptions(
    scenario: Scenario, scheme: str, levels: Iterable[Wish], own: int
) -> dict[str, str]:
    """What a plan was drafted under, in words; `scheme` names its quota, `own` counts the
    department's own norms."""
    pins = sum(demand.pin for demand in scenario.demands)
    return {
        "Tính đến ngày": f"{scenario.as_of:%d/%m/%Y}",
        "Biên chế": scheme,
        "Chính sách kiêm nhiệm": scenario.concurrency.label,
        **{f"Mức ưu tiên: {wish.name}": wish.level for wish in levels},
        PINS: number(pins),
        BANS: number(len(scenario.demands) - pins),
        "Căn cứ số của đơn vị": number(own),
    }


def _assumed(sides: Sequence[Side]) -> Iterator[ComparedRow]:
    """The assumptions in which the sides differ."""
    for label in dict.fromkeys(label for side in sides for label in side.assumed):
        words = tuple(side.assumed.get(label, "–") for side in sides)
        if len({said for said in words if said != "–"}) > 1:
            yield ComparedRow("Giả định khác nhau", label, words, (False,) * len(sides))


def same_points(sides: Sequence[Side]) -> bool:
    """Whether a point is worth the same in all plans: only then points are set against others."""
    return all(row.label in (PINS, BANS) for row in _assumed(sides))


def rows(sides: Sequence[Side]) -> tuple[ComparedRow, ...]:
    """Every figure of every plan, section by section; first the assumptions that differ."""
    same = same_points(sides)
    figures_ = (
        ComparedRow(
            section,
            label,
            tuple(map(words, sides)),
            _best(sides, get, better if same or label != POINTS else 0),
        )
        for section, label, get, words, better in _lines()
    )
    return (*_assumed(sides), *figures_)


def cost_rows(sides: Sequence[Side]) -> tuple[ComparedRow, ...]:
    """Points rule by rule, the dearest first; rules that cost no plan anything are left out."""
    codes = {code for side in sides for code, cost in side.report.by_rule.items() if cost}

    ordered = sorted(codes, key=lambda code: (-max(map(_cost(code), sides)), text_key(code)))
    return tuple(
        ComparedRow(
            "Điểm từng quy tắc",
            rule_of(code).title,
            tuple(map(number, map(_cost(code), sides))),
            _best(sides, _cost(code), -1 if same_points(sides) else 0),
        )
        for code in ordered
    )


def _best(sides: Sequence[Side], get: Callable[[Side], Value], better: int) -> tuple[bool, ...]:
    values = [None if side.present else get(side) for side in sides]
    known = [value for value in values if value is not None]
    if not better or len(set(known)) < 2:
        return (False,) * len(sides)
    top = max(known) if better > 0 else min(known)
    return tuple(value == top for value in values)


Choice = tuple[Callable[[PlanReport], int], str, str]
"""(figure, words when it is less, words when it is more)."""
CHOICES: tuple[Choice, ...] = (
    (lambda r: r.breaches, "bớt {n} vi phạm", "thêm {n} vi phạm"),
    (
        lambda r: r.figures.vacant_key,
        "lấp thêm {n} chức danh chủ chốt",
        "để khuyết thêm {n} chức danh chủ chốt",
    ),
    (lambda r: r.figures.vacant, "bớt {n} chỗ khuyết", "thêm {n} chỗ khuyết"),
    (lambda r: r.figures.surplus, "bớt {n} người dôi dư", "thêm {n} người dôi dư"),
    (lambda r: r.figures.moved, "bớt {n} người phải chuyển", "thêm {n} người phải chuyển"),
    (
        lambda r: -r.first_met,
        "thêm {n} người được nguyện vọng 1",
        "bớt {n} người được nguyện vọng 1",
    ),
)


WITHOUT = "bớt {n} đơn vị không có {people}", "thêm {n} đơn vị không có {people}"


def _choices() -> Iterator[Choice]:
    yield from CHOICES
    for cover in rules_of(Cover):
        better, worse = (words.replace("{people}", cover.people) for words in WITHOUT)
        yield _without(cover), better, worse


def _without(cover: Cover) -> Callable[[PlanReport], int]:
    return lambda report: report.without(cover.competence.code)


def point_to_choose(one: Side, two: Side) -> str:
    """In one sentence what one must choose between; it names no winner."""
    good, bad = [], []
    for get, better, worse in _choices():
        apart = get(two.report) - get(one.report)
        if apart < 0:
            good.append(better.format(n=number(-apart)))
        elif apart > 0:
            bad.append(worse.format(n=number(apart)))
    if not good and not bad:
        return f"{two.name} và {one.name} như nhau ở mọi chỉ tiêu chính."
    if not bad:
        return f"So với {one.name}, {two.name} {', '.join(good)}."
    if not good:
        return f"So với {one.name}, {two.name} {', '.join(bad)}."
    return f"So với {one.name}, {two.name} {', '.join(good)}; đổi lại {', '.join(bad)}."
