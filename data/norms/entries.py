"""Norm files read entry by entry: whole norms, and changes to norms that are there."""

import calendar
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from data.profiles import known_names
from data.reference import UnknownProvince, province, provinces
from planner.law.figure import Asked, Figure, Names
from planner.law.norm import OTHER_USES, PROVINCE_KEYS, TITLE_KEYS, UNIT_KEYS, Force, Norm, Value
from planner.roster.levels import Block, Feature, Grade, PersonKind, Status, UnitRank, UnitType
from planner.rules import all_rules
from planner.rules.shape import Frame, Preference, Rule

TEXTS = ("id", "used_by", "title", "source", "confidence", "note", "succeeds")
CHANGEABLE = frozenset(
    {"id", "scope", "force", "price", "values", "since", "until", "source", "confidence", "note"}
)
KNOWN = frozenset({*TEXTS, "force", "price", "values", "scope", "since", "until", "rows"})
REQUIRED = ("id", "used_by", "title", "force", "source", "confidence")
MEMBERS = {
    Names.STATUSES: Status,
    Names.GRADES: Grade,
    Names.KINDS: PersonKind,
    Names.BLOCKS: Block,
}
SCOPED = {
    "unit_type": UnitType,
    "feature": Feature,
    "class": UnitRank,
    "block": Block,
    "grade": Grade,
}


KNOWN_NAMES = {"office": "offices", "title": "roles"}
CODES = {Names.ROLES: "roles", Names.OFFICES: "offices", Names.BODIES: "bodies"}
MERGED = frozenset({"1", "2", "3"})
"""Earlier provinces that one of today is made of."""


class BadNorms(ValueError):
    """Norm files that cannot be used; `faults` say where, what was read, what was expected."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class NormChange:
    """What an overlay says of a norm that is there already."""

    id: str
    place: str
    origin: str
    fields: Mapping[str, Any]
    """Fields of Norm by name, read."""


@dataclass
class Entries:
    norms: tuple[Norm, ...] = ()
    changes: tuple[NormChange, ...] = ()


@dataclass
class Reading:
    """One entry being read: its table, where it stands, and the faults found so far."""

    table: dict[str, Any]
    where: str
    faults: list[str]
    fields: dict[str, Any] = field(default_factory=dict)

    def fault(self, name: str, read: object, expected: str) -> None:
        shown = read if isinstance(read, str) else repr(read)
        self.faults.append(f'{self.where}, {name}: đọc được "{shown}"; cần {expected}')


def read_entries(files: Mapping[str, str], overlay: bool = False) -> Entries:
    """Every entry of the files, in order. Raises BadNorms with all faults at once."""
    faults: list[str] = []
    norms: list[Norm] = []
    changes: list[NormChange] = []
    for name, text in files.items():
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{name}: không đọc được TOML ({error})")
            continue
        allowed = ("norm", "change") if overlay else ("norm",)
        strange = [key for key in tables if key not in allowed]
        if strange or not tables:
            read = ", ".join(strange) or "tệp trống"
            faults.append(f'{name}: đọc được "{read}"; cần các mục [[{"]], [[".join(allowed)}]]')
        for kind in allowed:
            entries = tables.get(kind, [])
            if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
                faults.append(f'{name}: đọc được "[{kind}]"; cần [[{kind}]], mỗi mục một cặp')
                continue
            for number, table in enumerate(entries, 1):
                place = f"{name}, mục [[{kind}]] {number}"
                where = f"{place} ({table.get('id', 'không có id')})"
                reading = Reading(table, where, faults)
                before = len(faults)
                _read(reading, whole=kind == "norm")
                if len(faults) > before:
                    continue
                if kind == "norm":
                    origin = name if overlay else ""
                    norms.append(Norm(**reading.fields, place=place, origin=origin))
                else:
                    changes.append(NormChange(table["id"], place, name, reading.fields))
    if faults:
        raise BadNorms(faults)
    return Entries(tuple(norms), tuple(changes))


def _read(reading: Reading, whole: bool) -> None:
    table = reading.table
    for name in sorted(table.keys() - (KNOWN if whole else CHANGEABLE)):
        reading.fault(name, table[name], "không có trường này")
    for name in REQUIRED if whole else ("id", "source"):
        if not table.get(name):
            reading.fault(name, table.get(name, ""), "không được để trống")
    for name in TEXTS:
        if name in table and not isinstance(table[name], str):
            reading.fault(name, table[name], "chữ")
        elif name in table:
            reading.fields[name] = table[name]
    _read_force(reading)
    for name in ("since", "until"):
        _read_day(reading, name)
    since, until = reading.fields.get("since"), reading.fields.get("until")
    if since and until and until < since:
        reading.fault("until", str(table["until"]), f"một ngày không trước {since:%d/%m/%Y}")
    for name in ("values", "scope"):
        if not isinstance(table.get(name, {}), dict):
            reading.fault(name, table[name], 'một bảng, ví dụ { minimum = "2 người" }')
            return
    _read_scope(reading)
    if whole:
        rows = table.get("rows", [table.get("id", "")])
        if not isinstance(rows, list):
            reading.fault("rows", rows, "một danh sách")
            rows = []
        reading.fields["rows"] = tuple(rows)
        _read_values(reading, table.get("used_by", ""))
    elif "values" in table:
        reading.fields["values"] = table["values"]


def _read_force(reading: Reading) -> None:
    table = reading.table
    if "force" in table:
        if table["force"] in {force.value for force in Force}:
            reading.fields["force"] = Force(table["force"])
        else:
            reading.fault("force", table["force"], "must, wish hoặc off")
    if "price" in table:
        price = table["price"]
        if isinstance(price, bool) or not isinstance(price, int) or price < 0:
            reading.fault("price", price, "số nguyên không âm (điểm)")
        else:
            reading.fields["price"] = price


def _read_day(reading: Reading, name: str) -> None:
    """A day, or a month "2025-10" or a year "2030" where the source is no more exact."""
    value = reading.table.get(name)
    if value is None:
        return
    last = name == "until"
    if isinstance(value, date):
        reading.fields[name] = value
        return
    try:
        parts = [int(part) for part in str(value).split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
        day = calendar.monthrange(year, month)[1] if last else 1
        if len(parts) > 2:
            raise ValueError
        reading.fields[name] = date(year, month, day)
        reading.fields[f"{name}_text"] = str(value)
    except (ValueError, IndexError):
        reading.fault(name, value, 'một ngày (2025-10-15), hoặc "2025-10", "2025" khi chưa rõ ngày')


def _read_scope(reading: Reading) -> None:
    scope = dict(reading.table.get("scope", {}))
    known = PROVINCE_KEYS | UNIT_KEYS | TITLE_KEYS
    for key, value in list(scope.items()):
        if key not in known:
            reading.fault("scope", key, "một trong: " + ", ".join(sorted(known)))
        elif not isinstance(value, str):
            reading.fault(f"scope.{key}", value, "chữ; nhiều giá trị cách nhau bởi dấu cách")
        elif not value.split():
            reading.fault(f"scope.{key}", value, "ít nhất một giá trị")
        elif key in KNOWN_NAMES:
            _refuse_strange(reading, f"scope.{key}", value.split(), KNOWN_NAMES[key])
        elif key == "province":
            scope[key] = _province_codes(reading, value)
        elif key == "merged":
            for part in value.split():
                if part not in MERGED:
                    reading.fault("scope.merged", part, f"một trong: {', '.join(sorted(MERGED))}")
        elif key in SCOPED:
            for part in value.split():
                if part not in SCOPED[key].__members__:
                    members = ", ".join(SCOPED[key].__members__)
                    reading.fault(f"scope.{key}", part, f"một trong: {members}")
    if scope or "scope" in reading.table:
        reading.fields["scope"] = scope


def _province_codes(reading: Reading, value: str) -> str:
    """Codes of provinces written as codes, or of one written by name."""
    try:
        return province(value).code
    except UnknownProvince:
        known = {entry.code for entry in provinces()}
        for part in value.split():
            if part not in known:
                expected = "tên một tỉnh, thành phố, hoặc các mã như 01 79"
                reading.fault("scope.province", value, expected)
                break
        return value


def _refuse_strange(reading: Reading, name: str, codes: Sequence[str], kind: str) -> None:
    """Codes that no profile knows; those a workbook makes of its own names are lower case."""
    known = known_names()[kind]
    for code in codes:
        if code not in known and code != code.lower():
            near = get_close_matches(code, known, n=3)
            hint = f", gần giống: {', '.join(near)}" if near else ""
            reading.fault(name, code, f"một mã có trong bộ khung (data/profiles){hint}")


def _refuse_scope(reading: Reading, rule: Rule) -> None:
    """A part of the scope that the rule would not heed."""
    scope = reading.table.get("scope", {})
    for key in sorted(scope.keys() - PROVINCE_KEYS - rule.scoped_by):
        heeded = ", ".join(sorted(PROVINCE_KEYS | rule.scoped_by))
        reading.fault(f"scope.{key}", scope[key], f"{rule.code} chỉ xét phạm vi theo: {heeded}")


def _read_values(reading: Reading, used_by: str) -> None:
    """The values as the user of the norm asks for them."""
    rules = {rule.code: rule for rule in all_rules()}
    given = reading.table.get("values", {})
    if used_by in rules:
        rule = rules[used_by]
        _refuse_scope(reading, rule)
        asked: Mapping[str, Asked] = rule.figures
        for name in sorted(given.keys() - asked.keys()):
            reading.fault(f"values.{name}", given[name], f"không có: {used_by} không đọc số này")
        for name, ask in asked.items():
            if name not in given and not ask.optional:
                reading.fault(f"values.{name}", "", f"{ask} (bắt buộc cho {used_by})")
        if isinstance(rule, Frame) and reading.table.get("price"):
            reading.fault("price", reading.table["price"], "0: một khung không có giá")
        if isinstance(rule, Preference) and reading.table.get("force") == Force.MUST.value:
            reading.fault("force", "must", f"wish hoặc off: {used_by} là tiêu chí ưu tiên")
    elif used_by not in OTHER_USES:
        if used_by:
            near = get_close_matches(used_by, [*rules, *OTHER_USES], n=3, cutoff=0.4)
            hint = f" (gần giống: {', '.join(near)})" if near else ""
            expected = f"mã một quy tắc trong `sapxep rules`, hoặc {', '.join(OTHER_USES)}{hint}"
            reading.fault("used_by", used_by, expected)
        return
    else:
        asked = {}
    reading.fields["values"] = {
        name: read_value(reading, name, value, asked.get(name)) for name, value in given.items()
    }


def read_value(reading: Reading, name: str, value: Any, asked: Asked | None) -> Value:
    """One value of a norm; a fault when it is not what is asked for."""
    figure = Figure.read(value) if isinstance(value, str) else None
    if asked is None:
        if isinstance(value, list):
            return tuple(str(part) for part in value)
        plain = isinstance(value, bool | date) or (isinstance(value, str) and value[:1].isalpha())
        if figure is None and not plain:
            reading.fault(f"values.{name}", value, 'số kèm đơn vị, ví dụ "60 tháng"')
            return ""
        return figure or value
    if asked.units and figure is not None and figure.unit in asked.units:
        return figure
    if asked.names and isinstance(value, list):
        members = MEMBERS.get(asked.names)
        for part in value:
            if members is not None and part not in members.__members__:
                expected = f"{asked.names.value}, một trong: {', '.join(members.__members__)}"
                reading.fault(f"values.{name}", part, expected)
        if asked.names in CODES:
            _refuse_strange(reading, f"values.{name}", value, CODES[asked.names])
        return tuple(str(part) for part in value)
    if asked.words and value in asked.words:
        return str(value)
    if (asked.flag and isinstance(value, bool)) or (asked.day and isinstance(value, date)):
        return value
    reading.fault(f"values.{name}", value, str(asked))
    return ""
