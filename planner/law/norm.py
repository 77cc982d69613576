"""Norms: the dated, cited figures that rules read; those in force on a day and in a scope."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from planner.law.figure import Figure
from planner.law.policy import ConcurrencyPolicy
from planner.roster import Commune, Title


class Force(Enum):
    MUST = "must"
    WISH = "wish"
    OFF = "off"

    @property
    def label(self) -> str:
        return {"must": "bắt buộc", "wish": "ưu tiên", "off": "tắt"}[self.value]


UNSURE = re.compile(r"(^|[\s/])[DMU](\s|$)|draft|một phần|gián tiếp|đề xuất")

Value = Figure | str | bool | date | tuple[str, ...]

PROVINCE_KEYS = frozenset({"province", "merged"})
UNIT_KEYS = frozenset({"unit_type", "feature", "class"})
TITLE_KEYS = frozenset({"block", "office", "title", "grade"})
OTHER_USES = {
    "authority": "thẩm quyền",
    "benefit": "chế độ",
    "privacy": "dữ liệu cá nhân",
    "advice": "gợi ý",
    "quota": "biên chế",
    "tasks": "nhiệm vụ",
}
"""What may use a norm besides a rule."""


@dataclass(frozen=True, kw_only=True)
class Norm:
    """One figure of the law or of the department, with its source.

    `used_by` is the code of a rule or one of OTHER_USES. `price` is what one missed unit costs at
    wish force. `scope` narrows the norm; the norm whose scope names more things wins. `rows` are
    the rows of the legal reference it carries. `origin` is the overlay that brought or changed it,
    `was` what it said before.
    """

    id: str
    used_by: str
    title: str
    force: Force
    source: str
    confidence: str
    price: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)
    scope: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    since_text: str = ""
    """As written, when the source is vague: "2025-10"."""
    until_text: str = ""
    succeeds: str = ""
    """The id of the norm it takes over from, the day after."""
    note: str = ""
    rows: tuple[str, ...] = ()
    place: str = ""
    """File and entry it was read from."""
    origin: str = ""
    was: str = ""

    @property
    def must(self) -> bool:
        return self.force is Force.MUST

    @property
    def confirmed(self) -> bool:
        """Whether all of it was seen in a public text: neither deduced, common knowledge nor
        unsure (D, M, U), nor a draft, a part or hearsay."""
        return self.confidence.startswith("C") and not UNSURE.search(self.confidence)

    def figure(self, name: str) -> Figure:
        value = self.values[name]
        if not isinstance(value, Figure):
            raise ValueError(f"{self.id}: {name} = {value!r}, cần một số có đơn vị")
        return value

    def number(self, name: str) -> int:
        """The whole number `name`; raises KeyError or ValueError naming the norm."""
        number = self.figure(name).number
        if number.denominator != 1:
            raise ValueError(f"{self.id}: {name} = {number}, cần một số nguyên")
        return int(number)

    def ratio(self, name: str) -> Fraction:
        """The exact ratio `name`."""
        return self.figure(name).number

    def names(self, name: str) -> tuple[str, ...]:
        """The list `name`; empty when the norm has none."""
        value = self.values.get(name, ())
        if not isinstance(value, tuple):
            raise ValueError(f"{self.id}: {name} = {value!r}, cần một danh sách")
        return value

    def word(self, name: str) -> str:
        """The word `name`; empty when the norm has none."""
        return str(self.values.get(name, ""))

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def in_force(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)

    def in_province(self, province: str, merged: int) -> bool:
        """Whether its scope holds in a province made of `merged` earlier ones (0: not known)."""
        places, parts = self.scope.get("province"), self.scope.get("merged")
        return (places is None or province in places.split()) and parts in (None, str(merged))

    def fits(self, unit: Commune) -> bool:
        """Whether its scope holds in a unit of its province."""
        asked = {key: self.scope[key] for key in UNIT_KEYS & self.scope.keys()}
        features = {feature.name for feature in unit.features}
        has = {"unit_type": unit.type.name, "class": unit.rank.name if unit.rank else ""}
        return all(
            set(wanted.split()) <= features if key == "feature" else has[key] in wanted.split()
            for key, wanted in asked.items()
        )

    def covers(self, title: Title) -> bool:
        """Whether its scope holds for a title."""
        has = {
            "block": title.block.name,
            "office": title.office.code,
            "title": title.role,
            "grade": title.grade.name,
        }
        return all(
            has[key] in wanted.split() for key, wanted in self.scope.items() if key in TITLE_KEYS
        )

    def slot(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Its id and its scope within a province: two norms of one slot may not both hold."""
        inner = (item for item in self.scope.items() if item[0] not in PROVINCE_KEYS)
        return self.id, tuple(sorted(inner))

    def since_words(self) -> str:
        return self.since_text or (f"{self.since:%d/%m/%Y}" if self.since else "")

    def until_words(self) -> str:
        return self.until_text or (f"{self.until:%d/%m/%Y}" if self.until else "")


def most_specific(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """Of each id the norm whose scope names most things, by id."""
    chosen: dict[str, Norm] = {}
    for norm in norms:
        rival = chosen.get(norm.id)
        if rival is None or len(norm.scope) > len(rival.scope):
            chosen[norm.id] = norm
    return tuple(chosen[key] for key in sorted(chosen))


@dataclass(frozen=True)
class Norms:
    """The norms in force on `day` for one province."""

    day: date
    entries: tuple[Norm, ...]

    @classmethod
    def in_force(cls, norms: Iterable[Norm], day: date, province: str, merged: int = 0) -> "Norms":
        """Those of `norms` that hold on `day` in `province`, the most specific of each slot."""
        chosen: dict[object, Norm] = {}
        for norm in norms:
            if norm.in_force(day) and norm.in_province(province, merged):
                rival = chosen.get(norm.slot())
                if rival is None or len(norm.scope) > len(rival.scope):
                    chosen[norm.slot()] = norm
        ordered = sorted(chosen.values(), key=lambda norm: norm.slot())
        return cls(day, tuple(ordered))

    @cached_property
    def own(self) -> tuple[Norm, ...]:
        """Those that the department brought or changed."""
        return tuple(norm for norm in self.entries if norm.origin)

    def months_to(self, day: date) -> int:
        """Whole months from the day of the norms to `day`, below 0 when it is past."""
        return (day.year - self.day.year) * 12 + day.month - self.day.month

    def of(self, user: str) -> tuple[Norm, ...]:
        """Norms that `user` reads and that are not switched off, by id and scope."""
        return self._by_user.get(user, ())

    @cached_property
    def _by_user(self) -> Mapping[str, tuple[Norm, ...]]:
        found: dict[str, list[Norm]] = {}
        for norm in self.entries:
            if norm.force is not Force.OFF:
                found.setdefault(norm.used_by, []).append(norm)
        return {user: tuple(norms) for user, norms in found.items()}

    def at(self, user: str, unit: Commune) -> tuple[Norm, ...]:
        """Those of them that hold in `unit`, the most specific of each id."""
        norms = self.of(user)
        if not any(UNIT_KEYS & norm.scope.keys() for norm in norms):
            return norms
        return most_specific(norm for norm in norms if norm.fits(unit))

    def named(self, norm_id: str, unit: Commune | None = None) -> Norm | None:
        """The norm of that id, switched on or off, in `unit` (or anywhere); None when not in
        force."""
        fitting = (n for n in self.entries if n.id == norm_id and (unit is None or n.fits(unit)))
        return next(iter(most_specific(fitting)), None)

    def only_wishes(self, rules: tuple[str, ...], frames: frozenset[str]) -> "Norms":
        """The same norms with every wish but those of `rules` switched off; what may be held
        together stays allowed, at no price, and what `frames` say of the organisation is told but
        stops nothing."""

        def kept(norm: Norm) -> Norm:
            if norm.used_by in frames and norm.must:
                return replace(norm, force=Force.WISH)
            if norm.force is not Force.WISH or norm.used_by in rules:
                return norm
            if norm.used_by == "may_ride":
                return replace(norm, price=0)
            return replace(norm, force=Force.OFF)

        return Norms(self.day, tuple(kept(norm) for norm in self.entries))

    def with_concurrency(self, policy: ConcurrencyPolicy) -> "Norms":
        """The same norms as far as `policy` goes along with what may be held together. What picks
        among the hosts that a must allows stays: its title has to be held by one of them."""
        if policy is ConcurrencyPolicy.BY_LAW:
            return self
        demanded = {title for norm in self.of("must_ride") for title in norm.names("titles")}

        def under(norm: Norm) -> Norm:
            if policy is ConcurrencyPolicy.FREE and norm.used_by in ("may_ride", "load"):
                return replace(norm, price=0)
            if norm.used_by == "may_ride" and not demanded >= set(norm.names("titles")):
                return replace(norm, force=Force.OFF)
            return norm

        return Norms(self.day, tuple(under(norm) for norm in self.entries))

    def with_forces(self, forces: Mapping[str, str], prices: Mapping[str, int]) -> "Norms":
        """The same norms with a scenario's forces and prices laid over them, by norm id."""
        unknown = sorted({*forces, *prices} - {norm.id for norm in self.entries})
        if unknown:
            raise ValueError(
                f"không có căn cứ số {', '.join(unknown)} vào ngày {self.day:%d/%m/%Y}"
            )
        return Norms(
            self.day,
            tuple(
                replace(
                    norm,
                    force=Force(forces.get(norm.id, norm.force.value)),
                    price=prices.get(norm.id, norm.price),
                )
                for norm in self.entries
            ),
        )
