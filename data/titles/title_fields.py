"""One entry of a title file: its fields read as text, flag, list or name, its faults kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from planner.titles import Origin, Tier

Member = TypeVar("Member", bound=Enum)
CONFIDENCES = ("C", "C-loc", "C-draft", "D", "M", "U")
COMMON = frozenset({"source", "confidence"})


def is_texts(value: object) -> bool:
    """Whether `value` is a list of texts, none of them empty."""
    return isinstance(value, list) and all(isinstance(t, str) and t.strip() for t in value)


@dataclass
class Entry:
    """A row with where it stands; what its file says of source and confidence holds for it."""

    row: Mapping[str, Any]
    where: str
    file: Mapping[str, Any]
    faults: list[str]

    def fault(self, key: str, read: object, expected: str) -> None:
        self.faults.append(f'{self.where}, {key}: đọc được "{read}"; cần {expected}')

    def expect(self, allowed: frozenset[str], required: tuple[str, ...]) -> None:
        """Faults for fields that are not `allowed`, and for `required` ones left empty."""
        for name in sorted(self.row.keys() - allowed - COMMON):
            self.fault(name, self.row[name], f"một trong các trường: {', '.join(sorted(allowed))}")
        for name in required:
            if self.row.get(name) in (None, "", []):
                self.fault(name, self.row.get(name, ""), "không được để trống")

    def origin(self) -> Origin:
        source = self.row.get("source", self.file.get("source", ""))
        confidence = self.row.get("confidence", self.file.get("confidence", ""))
        if not source:
            self.fault("source", source, "nguồn của dòng này hoặc của cả tệp")
        if confidence not in CONFIDENCES:
            self.fault("confidence", confidence, f"một trong: {', '.join(CONFIDENCES)}")
        return Origin(str(source), str(confidence), self.where)

    def text(self, name: str, default: str = "") -> str:
        value = self.row.get(name, default)
        if isinstance(value, str):
            return value
        self.fault(name, value, "chữ")
        return default

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.row.get(name, default)
        if isinstance(value, bool):
            return value
        self.fault(name, value, "true hoặc false")
        return default

    def number(self, name: str) -> int:
        value = self.row.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.fault(name, value, "một số nguyên")
        return 0

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.row.get(name, [])
        if is_texts(value):
            return tuple(value)
        self.fault(name, value, 'một danh sách chữ, ví dụ ["Trưởng phòng"]')
        return ()

    def one(self, kind: type[Member], name: str, default: Member) -> Member:
        """The member of `kind` that the field names; `default` when there is no such field."""
        value = self.row.get(name)
        if value is None:
            return default
        if value in kind.__members__:
            return kind[str(value)]
        self.fault(name, value, f"một trong: {', '.join(kind.__members__)}")
        return default

    def tiers(self) -> frozenset[Tier]:
        names = self.texts("tiers")
        for name in names:
            if name not in Tier.__members__:
                self.fault("tiers", name, f"một trong: {', '.join(Tier.__members__)}")
        return frozenset(Tier[name] for name in names if name in Tier.__members__)
