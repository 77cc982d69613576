"""Title files read row by row into the values of the table; every fault is kept."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

from data.titles.title_faults import BadTitles
from planner.roster.levels import Block
from planner.titles import (
    COMMUNES,
    CommitteeLevel,
    Head,
    Level,
    LevelRow,
    LevelTable,
    Mark,
    OfficeKind,
    Origin,
    OwnLadder,
    Role,
    Rung,
    Sign,
    SpelledTier,
    Synonyms,
    Tier,
    TitleTable,
    Wording,
)

Member = TypeVar("Member", bound=Enum)
CONFIDENCES = ("C", "C-loc", "C-draft", "D", "M", "U")
PLAIN_SIGNS = {
    "standing": Sign.STANDING,
    "now": Sign.NOW,
    "old": Sign.OLD,
    "area": Sign.AREA,
    "caution": Sign.CAUTION,
    "noise": Sign.NOISE,
    "others": Sign.OTHER,
    "other_bodies": Sign.OTHER_BODY,
}
COMMON = frozenset({"source", "confidence"})
FIELDS: Mapping[str, frozenset[str]] = {
    "roles": frozenset(
        "code name office rung tiers heads works works_there spellings single absorbs variant_of".split()
    ),
    "offices": frozenset(
        "code name block tiers spellings after_head room within profile_office".split()
    ),
    "heads": frozenset(
        "code spellings room alone beside specialist needs_work as_office".split()
    ),
    "spelled_tiers": frozenset("office tiers spellings".split()),
    "marks": frozenset("mark spellings".split()),
    "units": frozenset("tiers spellings".split()),
    "members": frozenset("code tiers spellings".split()),
    "levels": frozenset("tier rung value step".split()),
    "ladders": frozenset("role from".split()),
    "committees": frozenset("member tier at_least".split()),
}
LISTS = frozenset({*PLAIN_SIGNS, "synonyms", "cities"})
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "roles": ("code", "name", "office", "rung"),
    "offices": ("code", "name"),
    "heads": ("code", "spellings"),
    "spelled_tiers": ("office", "tiers", "spellings"),
    "marks": ("mark", "spellings"),
    "units": ("tiers", "spellings"),
    "members": ("code", "spellings"),
    "levels": ("tier", "rung", "value"),
    "ladders": ("role", "from"),
    "committees": ("member", "tier", "at_least"),
}


@dataclass
class Rows:
    """Everything read so far, by kind."""

    roles: dict[str, Role] = field(default_factory=dict)
    offices: dict[str, OfficeKind] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    wordings: list[Wording] = field(default_factory=list)
    synonyms: list[Synonyms] = field(default_factory=list)
    spelled_tiers: list[SpelledTier] = field(default_factory=list)
    levels: dict[tuple[Tier, Rung], LevelRow] = field(default_factory=dict)
    ladders: list[OwnLadder] = field(default_factory=list)
    committees: list[CommitteeLevel] = field(default_factory=list)
    cities: list[str] = field(default_factory=list)

    def table(self, places: frozenset[str]) -> TitleTable:
        return TitleTable(
            roles=tuple(self.roles.values()),
            offices=tuple(self.offices.values()),
            heads=tuple(self.heads.values()),
            wordings=tuple(self.wordings),
            synonyms=tuple(self.synonyms),
            spelled_tiers=tuple(self.spelled_tiers),
            levels=LevelTable(
                tuple(self.levels.values()), tuple(self.ladders), tuple(self.committees)
            ),
            places=places,
            cities=frozenset(self.cities),
        )


def read_rows(files: Mapping[str, str]) -> Rows:
    """All rows of the files, in order. Raises BadTitles with all faults at once."""
    rows, faults = Rows(), []
    for name, text in files.items():
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{name}: không đọc được TOML ({error})")
            continue
        _File(name, tables, rows, faults).read()
    if faults:
        raise BadTitles(faults)
    return rows


class _File:
    """One file being read into the rows."""

    def __init__(
        self, name: str, tables: Mapping[str, Any], rows: Rows, faults: list[str]
    ) -> None:
        self._name, self._tables, self._rows, self._faults = name, tables, rows, faults
        self._where = name
        self._row: Mapping[str, Any] = {}

    def _fault(self, key: str, read: object, expected: str) -> None:
        self._faults.append(f'{self._where}, {key}: đọc được "{read}"; cần {expected}')

    def read(self) -> None:
        readers: Mapping[str, Callable[[], None]] = {
            "roles": self._role,
            "offices": self._office,
            "heads": self._head,
            "spelled_tiers": self._spelled_tier,
            "marks": self._mark,
            "units": self._unit,
            "members": self._member,
            "levels": self._level,
            "ladders": self._ladder,
            "committees": self._committee,
        }
        for key, entries in self._tables.items():
            self._where = self._name
            if key in COMMON:
                continue
            if key not in FIELDS and key not in LISTS:
                expected = ", ".join((*FIELDS, *sorted(LISTS)))
                self._fault(key, key, f"một trong các mục: {expected}")
            elif not isinstance(entries, list):
                self._fault(key, entries, "một danh sách [ … ]")
            elif key in LISTS:
                self._list(key, entries)
            else:
                for number, row in enumerate(entries, 1):
                    self._entry(key, number, row, readers[key])

    def _entry(self, key: str, number: int, row: object, reader: Callable[[], None]) -> None:
        self._where = f"{self._name}, {key} {number}"
        if not isinstance(row, dict):
            self._fault(key, row, "một mục { … }")
            return
        self._row = row
        if isinstance(row.get("code"), str):
            self._where += f" ({row['code']})"
        before = len(self._faults)
        for name in sorted(row.keys() - FIELDS[key] - COMMON):
            self._fault(name, row[name], f"một trong các trường: {', '.join(sorted(FIELDS[key]))}")
        adds = key in ("roles", "offices", "heads") and row.get("code") in getattr(self._rows, key)
        for name in () if adds else REQUIRED[key]:
            if row.get(name) in (None, "", []):
                self._fault(name, row.get(name, ""), "không được để trống")
        if len(self._faults) == before:
            reader()

    def _list(self, key: str, entries: list[Any]) -> None:
        if key == "synonyms":
            for number, group in enumerate(entries, 1):
                self._where = f"{self._name}, synonyms {number}"
                if self._is_texts(group) and len(group) > 1:
                    self._rows.synonyms.append(Synonyms(tuple(group), self._origin()))
                else:
                    self._fault("synonyms", group, "một danh sách từ hai cách viết trở lên")
        elif not self._is_texts(entries):
            self._fault(key, entries, 'các dòng chữ trong ngoặc kép, ví dụ ["nguyên"]')
        elif key == "cities":
            self._rows.cities.extend(entries)
        else:
            sign = PLAIN_SIGNS[key]
            self._rows.wordings.append(
                Wording(sign, key, tuple(entries), origin=self._origin())
            )

    @staticmethod
    def _is_texts(value: object) -> bool:
        return isinstance(value, list) and all(isinstance(t, str) and t.strip() for t in value)

    def _origin(self) -> Origin:
        source = self._row.get("source", self._tables.get("source", ""))
        confidence = self._row.get("confidence", self._tables.get("confidence", ""))
        if not source:
            self._fault("source", source, "nguồn của dòng này hoặc của cả tệp")
        if confidence not in CONFIDENCES:
            self._fault("confidence", confidence, f"một trong: {', '.join(CONFIDENCES)}")
        return Origin(str(source), str(confidence), self._where)

    def _text(self, name: str, default: str = "") -> str:
        value = self._row.get(name, default)
        if not isinstance(value, str):
            self._fault(name, value, "chữ")
            return default
        return value

    def _flag(self, name: str, default: bool = False) -> bool:
        value = self._row.get(name, default)
        if not isinstance(value, bool):
            self._fault(name, value, "true hoặc false")
            return default
        return value

    def _texts(self, name: str) -> tuple[str, ...]:
        value = self._row.get(name, [])
        if not self._is_texts(value):
            self._fault(name, value, 'một danh sách chữ, ví dụ ["Trưởng phòng"]')
            return ()
        return tuple(value)

    def _one(self, kind: type[Member], name: str, default: Member) -> Member:
        value = self._row.get(name)
        if value is None:
            return default
        if value not in kind.__members__:
            self._fault(name, value, f"một trong: {', '.join(kind.__members__)}")
            return default
        return kind[str(value)]

    def _tiers(self) -> frozenset[Tier]:
        found = set()
        for value in self._texts("tiers"):
            if value in Tier.__members__:
                found.add(Tier[value])
            else:
                self._fault("tiers", value, f"một trong: {', '.join(Tier.__members__)}")
        return frozenset(found)

    def _role(self) -> None:
        rows, code = self._rows.roles, self._text("code")
        if code in rows:
            old = rows[code]
            rows[code] = replace(
                old,
                heads=old.heads + self._texts("heads"),
                works=old.works + self._texts("works"),
                works_there=old.works_there + self._texts("works_there"),
                spellings=old.spellings + self._texts("spellings"),
                single=self._flag("single", old.single),
            )
            return
        rows[code] = Role(
            code,
            self._text("name"),
            self._text("office"),
            self._one(Rung, "rung", Rung.STAFF),
            self._tiers() or COMMUNES,
            self._texts("heads"),
            self._texts("works"),
            self._texts("works_there"),
            self._texts("spellings"),
            self._flag("single"),
            self._texts("absorbs"),
            self._text("variant_of"),
            self._origin(),
        )

    def _office(self) -> None:
        rows, code = self._rows.offices, self._text("code")
        if code in rows:
            old = rows[code]
            rows[code] = replace(
                old,
                spellings=old.spellings + self._texts("spellings"),
                after_head=old.after_head + self._after_head(old.room),
            )
            return
        room = self._text("room")
        rows[code] = OfficeKind(
            code,
            self._text("name"),
            self._one(Block, "block", Block.GOVERNMENT) if "block" in self._row else None,
            self._tiers(),
            self._texts("spellings"),
            self._after_head(room),
            room,
            self._texts("within"),
            self._text("profile_office") or code,
            self._origin(),
        )

    def _after_head(self, room: str) -> tuple[str, ...]:
        return self._texts("after_head") + _behind(room, self._texts("spellings"))

    def _head(self) -> None:
        rows, code = self._rows.heads, self._text("code")
        if code in rows:
            old = rows[code]
            rows[code] = replace(old, spellings=old.spellings + self._texts("spellings"))
            return
        rows[code] = Head(
            code,
            self._texts("spellings"),
            self._text("room"),
            self._text("alone"),
            self._text("beside"),
            self._flag("specialist"),
            self._flag("needs_work"),
            self._text("as_office"),
            self._origin(),
        )

    def _spelled_tier(self) -> None:
        office, tiers, texts = self._text("office"), self._tiers(), self._texts("spellings")
        self._rows.spelled_tiers.append(SpelledTier(office, texts, tiers, origin=self._origin()))
        kind = self._rows.offices.get(office)
        bare = _behind(kind.room, texts) if kind else ()
        if bare:
            self._rows.spelled_tiers.append(
                SpelledTier(office, bare, tiers, after_head=True, origin=self._origin())
            )

    def _mark(self) -> None:
        mark = self._one(Mark, "mark", Mark.FORMER)
        self._wording(Sign.MARK, mark.name, mark)

    def _unit(self) -> None:
        self._wording(Sign.UNIT, "unit")

    def _member(self) -> None:
        self._wording(Sign.MEMBER, self._text("code"))

    def _wording(self, sign: Sign, code: str, mark: Mark | None = None) -> None:
        self._rows.wordings.append(
            Wording(sign, code, self._texts("spellings"), self._tiers(), mark, self._origin())
        )

    def _level(self) -> None:
        tier = self._one(Tier, "tier", Tier.COMMUNE)
        rung = self._one(Rung, "rung", Rung.STAFF)
        value = self._row["value"]
        if isinstance(value, bool) or not isinstance(value, int):
            self._fault("value", value, "một số nguyên")
            return
        self._rows.levels[tier, rung] = LevelRow(
            Level(value, tier, rung), self._flag("step", True), self._origin()
        )

    def _ladder(self) -> None:
        row = OwnLadder(self._text("role"), self._texts("from"), self._origin())
        self._rows.ladders.append(row)

    def _committee(self) -> None:
        aim = self._row["at_least"]
        if not isinstance(aim, dict) or not (
            aim.get("tier") in Tier.__members__ and aim.get("rung") in Rung.__members__
        ):
            self._fault("at_least", aim, 'ví dụ { tier = "DISTRICT", rung = "VICE_CHAIR" }')
            return
        self._rows.committees.append(
            CommitteeLevel(
                self._text("member"),
                self._one(Tier, "tier", Tier.DISTRICT),
                (Tier[aim["tier"]], Rung[aim["rung"]]),
                self._origin(),
            )
        )


def _behind(room: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of spellings that begin with the room: "Kinh tế" of "Phòng Kinh tế"."""
    if not room:
        return ()
    return tuple(
        rest
        for text in spellings
        if text.lower().startswith(f"{room} ") and (rest := text[len(room) + 1 :].strip())
    )
