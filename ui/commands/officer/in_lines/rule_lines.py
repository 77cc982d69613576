"""The law of a day and its changes, for the console: rules with their norms in force."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from data.norms import read_norms
from data.papers.catalogue import UNCONFIRMED, changes_of_law, rules_in_order, shape_of
from data.reference import merged_from, province
from planner.law.changes import LawChange, next_change
from planner.law.norm import OTHER_USES, Force, Norm, Norms
from planner.law.norm_words import KEYS, scope_words, value_words
from planner.rules.shape import Rule
from ui.words.command_words import say

LABELS = {Force.MUST: "bắt buộc", Force.WISH: "ưu tiên", Force.OFF: "tắt"}


@dataclass(frozen=True)
class NormInForce:
    norm: Norm
    change: LawChange | None
    """What comes after it."""

    def as_json(self) -> dict[str, Any]:
        norm, change = self.norm, self.change
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


@dataclass(frozen=True)
class LawInForce:
    """Every rule with its norms, and the norms that other uses read, by (use, title)."""

    day: date
    province: str
    rules: tuple[tuple[Rule, tuple[NormInForce, ...]], ...]
    others: tuple[tuple[str, str, tuple[NormInForce, ...]], ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "province": self.province,
            "rules": [
                {
                    "code": rule.code,
                    "title": rule.title,
                    "shape": shape_of(rule),
                    "subject": rule.subject.value,
                    "norms": [norm.as_json() for norm in norms],
                }
                for rule, norms in self.rules
            ],
            "others": [
                {"use": use, "title": title, "norms": [norm.as_json() for norm in norms]}
                for use, title, norms in self.others
            ],
        }


@dataclass(frozen=True)
class ChangesOfLaw:
    first: date
    second: date
    changes: tuple[LawChange, ...]

    def as_json(self) -> dict[str, Any]:
        rows = [
            {
                "day": change.day.isoformat(),
                "before": change.before.id if change.before else None,
                "after": change.after.id if change.after else None,
                "text": str(change),
            }
            for change in self.changes
        ]
        return {"from": self.first.isoformat(), "to": self.second.isoformat(), "changes": rows}


def law_in_force(day: date, province_name: str, overlay: Path | None) -> LawInForce:
    """What holds on `day` in a province. Raises UnknownProvince, BadNorms."""
    code = province(province_name).code
    everything, merged = read_norms(overlay), merged_from(code)
    held = Norms.in_force(everything, day, code, merged).entries

    def norms_of(user: str) -> tuple[NormInForce, ...]:
        return tuple(
            NormInForce(norm, next_change(norm, everything, code, merged))
            for norm in held
            if norm.used_by == user
        )

    return LawInForce(
        day,
        code,
        tuple((rule, norms_of(rule.code)) for rule in rules_in_order()),
        tuple((use, title, norms_of(use)) for use, title in OTHER_USES.items()),
    )


def changes_of(first: date, second: date, province_name: str, overlay: Path | None) -> ChangesOfLaw:
    return ChangesOfLaw(first, second, changes_of_law(first, second, province_name, overlay))


def rule_lines(law: LawInForce, _lang: str) -> Iterator[str]:
    """In Vietnamese in every language, as the law is."""
    subject = None
    for rule, norms in law.rules:
        if rule.subject is not subject:
            subject = rule.subject
            yield f"\n{subject.value.upper()}"
        yield f"\n{rule.title} ({rule.code}, {shape_of(rule)})"
        if not norms:
            yield "  không có căn cứ số nào có hiệu lực vào ngày này"
        yield from _norm_lines(norms)
    yield "\nCĂN CỨ SỐ DÙNG VÀO VIỆC KHÁC"
    for _, title, norms in law.others:
        if norms:
            yield f"\n{title.capitalize()}"
            yield from _norm_lines(norms)


def _norm_lines(norms: Iterable[NormInForce]) -> Iterator[str]:
    for entry in norms:
        norm = entry.norm
        wanted = norm.price and norm.force is Force.WISH
        price = f", {norm.price} điểm" if wanted else ""
        scope, figures = scope_words(norm), "; ".join(_figures(norm))
        tail = (f"; {figures}" if figures else "") + (f" [{scope}]" if scope else "")
        yield f"  {norm.id}: {norm.title} – {LABELS[norm.force]}{price}{tail}"
        doubt = "" if norm.confirmed else f" [{UNCONFIRMED}]"
        yield f"      {norm.source} [{norm.confidence}]{doubt}"
        if norm.origin:
            was = f"; trước đó: {norm.was}" if norm.was else ""
            yield f"      SỬA THEO {norm.origin}{was}"
        if entry.change:
            yield f"      Sắp tới, {entry.change}"


def _figures(norm: Norm) -> Iterator[str]:
    """The values that begin with a number, in words."""
    for name, value in norm.values.items():
        words = "" if isinstance(value, tuple) else value_words(value)
        if isinstance(words, str) and words[:1].isdigit():
            yield f"{KEYS.get(name, name)} {words}"


def change_lines(found: ChangesOfLaw, lang: str) -> Iterator[str]:
    first, second = f"{found.first:%d/%m/%Y}", f"{found.second:%d/%m/%Y}"
    yield say("law_changes", lang, first=first, second=second, n=len(found.changes))
    for change in found.changes:
        yield f"  {change}"
