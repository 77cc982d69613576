"""The generated catalogues: columns of the workbook; rules with the norms in force on a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.columns import COLUMNS
from data.norms import read_norms
from data.reference import province
from planner.norms import Norm, Norms
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Rule

SHAPES = {Gate: "điều kiện", Count: "số đếm", Preference: "ưu tiên", Frame: "khung"}
FORCES = {"must": "bắt buộc", "wish": "ưu tiên", "off": "tắt"}


def column_rows() -> list[dict[str, Any]]:
    return [
        {
            "sheet": c.sheet,
            "header": c.header,
            "field": c.field,
            "type": c.type.name,
            "choices": list(c.type.choices),
            "required": c.required,
            "sensitive": c.sensitive,
            "meaning": c.meaning,
            "aliases": list(c.aliases),
        }
        for c in COLUMNS
    ]


def column_lines() -> Iterator[str]:
    sheet = ""
    for column in COLUMNS:
        if column.sheet != sheet:
            sheet = column.sheet
            yield f"\n{sheet}"
        marks = {"bắt buộc": column.required, "nhạy cảm": column.sensitive}
        named = ", ".join(mark for mark, on in marks.items() if on)
        tail = f" [{named}]" if named else ""
        choices = f": {' · '.join(column.type.choices)}" if column.type.choices else ""
        yield f"  {column.header} ({column.type.name}{choices}){tail} {column.meaning}"


def rule_rows(day: date, province_name: str, overlay: Path | None) -> list[dict[str, Any]]:
    """Every rule with its norms in force on `day`. Raises UnknownProvince, BadNorms."""
    norms = Norms.in_force(read_norms(overlay), day, province(province_name).code)
    return [
        {
            "code": rule.code,
            "title": rule.title,
            "shape": _shape(rule),
            "norms": [_norm(norm) for norm in norms.entries if norm.rule == rule.code],
        }
        for rule in all_rules()
    ]


def _shape(rule: Rule) -> str:
    return next(word for shape, word in SHAPES.items() if isinstance(rule, shape))


def _norm(norm: Norm) -> dict[str, Any]:
    return {
        "id": norm.id,
        "title": norm.title,
        "force": norm.force.value,
        "price": norm.price,
        "values": dict(norm.values),
        "scope": dict(norm.scope),
        "since": norm.since.isoformat() if norm.since else None,
        "until": norm.until.isoformat() if norm.until else None,
        "source": norm.source,
        "confidence": norm.confidence,
        "confirmed": norm.confirmed,
    }


def rule_lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield f"\n{row['title']} ({row['code']}, {row['shape']})"
        if not row["norms"]:
            yield "  không có căn cứ số nào có hiệu lực vào ngày này"
        for norm in row["norms"]:
            price = f", {norm['price']} điểm" if norm["price"] else ""
            doubt = "" if norm["confirmed"] else " [chưa đối chiếu văn bản]"
            until = f", đến {norm['until']}" if norm["until"] else ""
            yield f"  {norm['id']}: {norm['title']} – {FORCES[norm['force']]}{price}{until}"
            yield f"      {norm['source']}{doubt}"
