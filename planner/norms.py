"""Norms: the dated, cited figures that rules read; those in force on a day and in a scope."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from fractions import Fraction


class Force(Enum):
    MUST = "must"
    WISH = "wish"
    OFF = "off"


Value = int | str | bool | list[str]


@dataclass(frozen=True)
class Norm:
    """One figure of the law or of the department, with its source.

    `price` is what one missed unit costs at wish force. `scope` narrows it (province code, unit
    type, …); the norm whose scope names more things wins.
    """

    id: str
    rule: str
    title: str
    force: Force
    source: str
    confidence: str
    price: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)
    scope: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    note: str = ""

    @property
    def must(self) -> bool:
        return self.force is Force.MUST

    @property
    def confirmed(self) -> bool:
        return self.confidence.startswith("C")

    def number(self, name: str) -> int:
        """The whole number `name`; raises KeyError or ValueError naming the norm."""
        value = self.values[name]
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{self.id}: {name} = {value!r}, cần một số nguyên")
        return value

    def ratio(self, name: str) -> Fraction:
        """The exact ratio `name`, written as a whole number or as text such as "5/2"."""
        value = self.values[name]
        if isinstance(value, list):
            raise ValueError(f"{self.id}: {name} = {value!r}, cần một tỷ số")
        return Fraction(value)

    def names(self, name: str) -> tuple[str, ...]:
        value = self.values[name]
        if not isinstance(value, list):
            raise ValueError(f"{self.id}: {name} = {value!r}, cần một danh sách")
        return tuple(value)

    def in_force(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True)
class Norms:
    """The norms in force on `day` for one province."""

    day: date
    entries: tuple[Norm, ...]

    @classmethod
    def in_force(cls, norms: Iterable[Norm], day: date, province: str) -> "Norms":
        """Those of `norms` that hold on `day` in `province`, the most specific of each id."""
        chosen: dict[str, Norm] = {}
        for norm in norms:
            wanted = norm.scope.get("province")
            if not norm.in_force(day) or wanted not in (None, province):
                continue
            rival = chosen.get(norm.id)
            if rival is None or len(norm.scope) > len(rival.scope):
                chosen[norm.id] = norm
        return cls(day, tuple(sorted(chosen.values(), key=lambda norm: norm.id)))

    def of(self, rule: str) -> tuple[Norm, ...]:
        """Norms that `rule` reads and that are not switched off, by id."""
        return tuple(
            norm for norm in self.entries if norm.rule == rule and norm.force is not Force.OFF
        )

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
