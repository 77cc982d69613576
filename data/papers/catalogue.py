"""The generated catalogues: columns of the workbook; rules with their norms; changes of the law."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.norms import Files, read_norms
from data.reference import merged_from, province
from data.roster_book.columns import COLUMNS
from planner.law.changes import LawChange, law_changes, next_change
from planner.law.norm import OTHER_USES, Norm, Norms
from planner.law.norm_words import KEYS, scope_words, value_words, words_of
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Rule, Subject

SHAPES = {Gate: "điều kiện", Count: "số đếm", Preference: "ưu tiên", Frame: "khung"}
UNCONFIRMED = "chưa đối chiếu văn bản"


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


def rules_in_order() -> list[Rule]:
    """Every rule, by subject, then by title."""
    order = list(Subject)
    return sorted(all_rules(), key=lambda rule: (order.index(rule.subject), rule.code))


def rule_rows(day: date, province_name: str, overlay: Path | Files | None) -> dict[str, Any]:
    """Every rule with its norms in force on `day`, and the norms that other uses read. Raises
    UnknownProvince, BadNorms."""
    code = province(province_name).code
    everything = read_norms(overlay)
    merged = merged_from(code)
    held = Norms.in_force(everything, day, code, merged).entries

    def norms_of(user: str) -> list[dict[str, Any]]:
        return [
            _norm(norm, next_change(norm, everything, code, merged))
            for norm in held
            if norm.used_by == user
        ]

    return {
        "day": day.isoformat(),
        "province": code,
        "rules": [
            {
                "code": rule.code,
                "title": rule.title,
                "shape": shape_of(rule),
                "subject": rule.subject.value,
                "norms": norms_of(rule.code),
            }
            for rule in rules_in_order()
        ],
        "others": [
            {"use": use, "title": title, "norms": norms_of(use)}
            for use, title in OTHER_USES.items()
        ],
    }


def shape_of(rule: Rule) -> str:
    return next(word for shape, word in SHAPES.items() if isinstance(rule, shape))


def _norm(norm: Norm, change: LawChange | None) -> dict[str, Any]:
    return {
        "id": norm.id,
        "title": norm.title,
        "force": norm.force.value,
        "price": norm.price,
        "values": {
            name: list(value) if isinstance(value, tuple) else value_words(value)
            for name, value in norm.values.items()
        },
        "scope": dict(norm.scope),
        "for": scope_words(norm),
        "since": norm.since.isoformat() if norm.since else None,
        "until": norm.until.isoformat() if norm.until else None,
        "succeeds": norm.succeeds or None,
        "source": norm.source,
        "confidence": norm.confidence,
        "confirmed": norm.confirmed,
        "note": norm.note,
        "origin": norm.origin or None,
        "was": norm.was or None,
        "next": {"day": change.day.isoformat(), "text": str(change)} if change else None,
    }


def rule_lines(told: dict[str, Any]) -> Iterator[str]:
    subject = ""
    for row in told["rules"]:
        if row["subject"] != subject:
            subject = row["subject"]
            yield f"\n{subject.upper()}"
        yield f"\n{row['title']} ({row['code']}, {row['shape']})"
        if not row["norms"]:
            yield "  không có căn cứ số nào có hiệu lực vào ngày này"
        yield from _norm_lines(row["norms"])
    yield "\nCĂN CỨ SỐ DÙNG VÀO VIỆC KHÁC"
    for row in told["others"]:
        if row["norms"]:
            yield f"\n{row['title'].capitalize()}"
            yield from _norm_lines(row["norms"])


def _norm_lines(norms: Iterable[dict[str, Any]]) -> Iterator[str]:
    labels = {"must": "bắt buộc", "wish": "ưu tiên", "off": "tắt"}
    for norm in norms:
        price = f", {norm['price']} điểm" if norm["price"] and norm["force"] == "wish" else ""
        doubt = "" if norm["confirmed"] else f" [{UNCONFIRMED}]"
        figures = "; ".join(
            f"{KEYS.get(name, name)} {value}"
            for name, value in norm["values"].items()
            if isinstance(value, str) and value[:1].isdigit()
        )
        tail = f"; {figures}" if figures else ""
        tail += f" [{norm['for']}]" if norm["for"] else ""
        yield f"  {norm['id']}: {norm['title']} – {labels[norm['force']]}{price}{tail}"
        yield f"      {norm['source']} [{norm['confidence']}]{doubt}"
        if norm["origin"]:
            was = f"; trước đó: {norm['was']}" if norm["was"] else ""
            yield f"      SỬA THEO {norm['origin']}{was}"
        if norm["next"]:
            yield f"      Sắp tới, {norm['next']['text']}"


def changes_of_law(
    first: date, second: date, province_name: str, overlay: Path | Files | None
) -> tuple[LawChange, ...]:
    """What the law changed for a province between two days."""
    code = province(province_name).code
    return law_changes(read_norms(overlay), first, second, code, merged_from(code))


def next_words(norm: Norm, province_code: str, overlay: Files | None) -> str:
    """What takes over from a norm and when; empty while it has no end."""
    merged = merged_from(province_code)
    change = next_change(norm, read_norms(overlay), province_code, merged)
    return str(change) if change else ""


def rules_as_markdown(overlay: Path | Files | None = None) -> str:
    """The whole catalogue, all days: every rule with every norm it ever reads, then the rest."""
    norms = read_norms(overlay)
    lines = [
        "# Quy tắc và căn cứ số",
        "",
        "Tệp này do `sapxep rules --markdown` sinh ra; đừng sửa tay.",
    ]
    subject = None
    for rule in rules_in_order():
        if rule.subject is not subject:
            subject = rule.subject
            lines += ["", f"## {subject.value}"]
        lines += ["", f"### {rule.title} (`{rule.code}`, {shape_of(rule)})", ""]
        lines += _table([norm for norm in norms if norm.used_by == rule.code])
    lines += ["", "## Dùng vào việc khác"]
    for use, title in OTHER_USES.items():
        found = [norm for norm in norms if norm.used_by == use]
        if found:
            lines += ["", f"### {title.capitalize()} (`{use}`)", "", *_table(found)]
    return "\n".join([*lines, "", "## Dòng của bảng tham chiếu", "", row_counts(norms), ""])


def _table(norms: Iterable[Norm]) -> list[str]:
    lines = [
        "| mã | nội dung | mức | phạm vi | hiệu lực | nguồn | tin cậy |",
        "|---|---|---|---|---|---|---|",
    ]
    for norm in norms:
        since, until = norm.since_words(), norm.until_words()
        term = f"{since or '…'} – {until or '…'}" if since or until else "mọi ngày"
        doubt = "" if norm.confirmed else f" ({UNCONFIRMED})"
        cells = (
            norm.id,
            norm.title,
            words_of(norm),
            scope_words(norm),
            term,
            norm.source,
            f"{norm.confidence}{doubt}",
        )
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return lines


def rows_by_use(norms: Iterable[Norm]) -> dict[str, set[str]]:
    """Rows of the legal reference by the first use that has them: rules, frames, others."""
    shapes = {rule.code: "frames" if isinstance(rule, Frame) else "rules" for rule in all_rules()}
    uses: dict[str, set[str]] = {"rules": set(), "frames": set(), "others": set()}
    for norm in norms:
        uses[shapes.get(norm.used_by, "others")].update(norm.rows)
    uses["frames"] -= uses["rules"]
    uses["others"] -= uses["rules"] | uses["frames"]
    return uses


def row_counts(norms: Iterable[Norm]) -> str:
    from data.norms import rows_left_out

    uses, left = rows_by_use(norms), rows_left_out()
    total = sum(len(rows) for rows in uses.values()) + len(left)
    return (
        f"{len(uses['rules'])} dòng do quy tắc dùng, {len(uses['frames'])} do khung, "
        f"{len(uses['others'])} do việc khác, {len(left)} để ngoài (LEFT_OUT.md): "
        f"cộng {total}."
    )
