"""Rosters, scenarios and plans as canonical text: equal values always give equal bytes."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

V = TypeVar("V")


def encoded(value: object) -> bytes:
    """Canonical JSON: keys and sets in order, enums by value, days as 2026-11-24."""
    return json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True).encode()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, frozenset | set):
        return sorted(entry.value if isinstance(entry, Enum) else entry for entry in value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"cannot store a {type(value).__name__}")


def decoded(kind: type[V], text: bytes) -> V:
    """The value in `text`; pydantic's ValidationError when it is none of `kind`."""
    adapter: TypeAdapter[V] = _adapter(cast(Any, kind))
    return adapter.validate_json(text)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def digest(text: bytes) -> str:
    return sha256(text).hexdigest()
