"""What of a scenario cannot hold for a roster and the law of its day, each thing with its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from planner.case import Scenario, Transfer, Waiver
from planner.law.norm import Force, Norm, Norms
from planner.law.profile import Profile
from planner.roster import Demand, Roster
from planner.rules import all_rules
from planner.rules.shape import Frame, Gate, Preference

FRAMES = frozenset(rule.code for rule in all_rules() if isinstance(rule, Frame))
PREFERENCES = frozenset(rule.code for rule in all_rules() if isinstance(rule, Preference))


class Part(Enum):
    """What of a scenario says it."""

    DEMAND = "demand"
    WAIVER = "waiver"
    TRANSFER = "transfer"
    LEVEL = "level"
    """A force or a price of a norm."""
    ONLY = "only"
    SCHEME = "scheme"


@dataclass(frozen=True, slots=True)
class Misfit:
    """`said` is the demand, waiver or transfer itself, the id of a norm, the code of a rule, or the
    name of a scheme. `left_out` names it in a list of what was let go; `refusal` says what is
    wrong with it."""

    part: Part
    said: Demand | Waiver | Transfer | str
    left_out: str
    refusal: str

    @property
    def error(self) -> ValueError | KeyError:
        """KeyError with its name for an unknown scheme, else ValueError with the refusal."""
        return KeyError(self.said) if self.part is Part.SCHEME else ValueError(self.refusal)


def misfits(profile: Profile, norms: Norms, roster: Roster, scenario: Scenario) -> Iterator[Misfit]:
    """All that cannot hold; `roster` with the posts of its day, `norms` as the law has them."""
    yield from _demands(roster, scenario)
    yield from _waivers(norms, roster, scenario)
    units = {unit.code for unit in roster.communes}
    for row in scenario.transfers:
        if row.commune not in units:
            what = f"chuyển biên chế ở đơn vị mã {row.commune}"
            wrong = _in(scenario, f"{what}, không có trong danh sách")
            yield Misfit(Part.TRANSFER, row, what, wrong)
    yield from _levels(norms, scenario)
    rules = {rule.code for rule in all_rules()}
    for code in scenario.only:
        if code not in rules:
            wrong = _in(scenario, f"không có quy tắc {code}")
            yield Misfit(Part.ONLY, code, f"chỉ xét quy tắc {code}", wrong)
    if scenario.quota and scenario.quota not in {scheme.name for scheme in profile.schemes}:
        words = f"bộ biên chế {scenario.quota}"
        yield Misfit(Part.SCHEME, scenario.quota, words, f"không có {words}")


def _in(scenario: Scenario, words: str) -> str:
    return f'giả định "{scenario.name}": {words}'


def _demands(roster: Roster, scenario: Scenario) -> Iterator[Misfit]:
    people, targets = roster.people_known(), roster.targets_known()
    for row in scenario.demands:
        what = f"{'giữ' if row.pin else 'không bố trí'} {row.cadre} · {row.target}"
        if row.cadre not in people:
            wrong = f"không có cán bộ mã {row.cadre}"
        elif row.target not in targets:
            wrong = f"không có đơn vị hay chức danh mã {row.target}"
        else:
            continue
        yield Misfit(Part.DEMAND, row, what, _in(scenario, wrong))


def _waivers(norms: Norms, roster: Roster, scenario: Scenario) -> Iterator[Misfit]:
    """Only conditions and standards in force can be waived for a person."""
    people = roster.people_known()
    codes = {rule.code for rule in all_rules() if isinstance(rule, Gate) and rule.waivable}
    for row in scenario.waivers:
        norm = norms.named(row.norm)
        if row.cadre not in people:
            wrong = f"không có cán bộ mã {row.cadre}"
        elif norm is None:
            wrong = f"không có căn cứ số {row.norm}"
        elif norm.used_by not in codes:
            wrong = f"{norm.id} ({norm.title.lower()}) không miễn được"
        else:
            continue
        what = f"miễn {row.norm} cho {row.cadre}"
        yield Misfit(Part.WAIVER, row, what, _in(scenario, wrong))


def _levels(norms: Norms, scenario: Scenario) -> Iterator[Misfit]:
    said = {*scenario.forces, *scenario.prices}
    if not said:
        return
    known = {norm.id for norm in norms.entries}
    forces = {norm: force for norm, force in scenario.forces.items() if norm in known}
    prices = {norm: price for norm, price in scenario.prices.items() if norm in known}
    wrong = {norm: f"không có căn cứ số {norm} vào ngày {norms.day:%d/%m/%Y}" for norm in said}
    for norm in norms.with_forces(forces, prices).entries:
        if norm.id in said:
            wrong[norm.id] = _misuse(norm)
    for norm_id in sorted(said):
        if wrong[norm_id]:
            yield Misfit(Part.LEVEL, norm_id, f"mức độ của {norm_id}", wrong[norm_id])


def _misuse(norm: Norm) -> str:
    """What is wrong with the force or price of a norm; empty for nothing.

    A preference weighs one placement against another; as a must it would forbid them all. A frame
    judges no placement, so it has no price.
    """
    named = f"{norm.id} ({norm.title.lower()})"
    if norm.used_by in FRAMES and norm.price and norm.force is not Force.OFF:
        return f"{named} là khung: không đặt giá được"
    if norm.used_by in PREFERENCES and norm.must:
        return f"{named} là tiêu chí ưu tiên: đặt mức độ (price), không đặt bắt buộc (must) được"
    return ""
