"""What pydantic finds wrong in a table, as place, what was read, what is expected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

Place = tuple[int | str, ...]

EXPECTED = {
    "string_type": "chữ",
    "int_type": "số nguyên",
    "int_parsing": "số nguyên",
    "int_from_float": "số nguyên",
    "bool_type": "true hoặc false",
    "date_type": "một ngày, ví dụ 2026-11-22",
    "date_parsing": "một ngày, ví dụ 2026-11-22",
    "date_from_datetime_parsing": "một ngày, ví dụ 2026-11-22",
    "date_from_datetime_inexact": "một ngày, ví dụ 2026-11-22",
    "dict_type": "một bảng",
    "mapping_type": "một bảng",
    "tuple_type": "một danh sách",
    "dataclass_type": "một bảng",
    "enum": "một trong: {expected}",
    "literal_error": "một trong: {expected}",
    "greater_than_equal": "số không nhỏ hơn {ge}",
}
"""Kind of pydantic's error → what was expected, with what the error itself names."""


@dataclass(frozen=True, slots=True)
class SchemaFault:
    place: str
    read: str
    expected: str

    def __str__(self) -> str:
        return f'{self.place}: đọc được "{self.read}"; {self.expected}'


def faults_in(error: ValidationError, schema: TypeAdapter[Any], where: str) -> list[SchemaFault]:
    """Everything that kept a table in the file `where` from being read by `schema`, in order."""
    return [_fault(details, schema, where) for details in error.errors(include_url=False)]


def _fault(details: Mapping[str, Any], schema: TypeAdapter[Any], where: str) -> SchemaFault:
    place, read = _place(where, details["loc"]), details["input"]
    shown = read if isinstance(read, str) else repr(read)
    if details["type"] == "missing":
        return SchemaFault(place, "", "không được để trống")
    if details["type"] == "unexpected_keyword_argument":
        known = ", ".join(sorted(_fields(schema, details["loc"][:-1])))
        return SchemaFault(place, shown, f"không có mục này; có: {known}")
    return SchemaFault(place, shown, f"cần {_expected(details)}")


def _expected(details: Mapping[str, Any]) -> str:
    words = EXPECTED.get(details["type"])
    if words is None:
        return str(details["msg"])
    told = {name: _listed(value) for name, value in details.get("ctx", {}).items()}
    return words.format(**told)


def _listed(value: object) -> object:
    """Pydantic's "'must', 'wish' or 'off'" as must, wish, off."""
    return value.replace(" or ", ", ").replace("'", "") if isinstance(value, str) else value


def _place(where: str, loc: Place) -> str:
    """`S.toml, [[pins]] 2, cadre` for ("pins", 1, "cadre")."""
    return ", ".join([where, *_steps(loc)])


def _steps(loc: Place) -> Iterator[str]:
    for at, step in enumerate(loc):
        after = loc[at + 1] if at + 1 < len(loc) else None
        if isinstance(step, int) or step == "[key]":
            continue
        if isinstance(after, int):
            of_tables = at + 2 < len(loc)
            yield f"[[{step}]] {after + 1}" if of_tables else f"{step} {after + 1}"
        else:
            yield step


def _fields(schema: TypeAdapter[Any], loc: Place) -> list[str]:
    """The names that the table at `loc` may have."""
    whole = schema.json_schema(by_alias=True)
    part = whole
    for step in loc:
        part = part["items"] if isinstance(step, int) else part["properties"][step]
        if "$ref" in part:
            part = whole["$defs"][part["$ref"].rpartition("/")[2]]
    return list(part["properties"])
