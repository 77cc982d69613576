"""A department's own norms laid over ours: whole norms, and changes of force, price or value."""

from dataclasses import replace
from datetime import date, timedelta

from data.norms.entries import BadNorms, Entries, NormChange, Reading, read_value
from planner.law.figure import Asked
from planner.law.norm import Norm
from planner.law.norm_words import words_of
from planner.rules import all_rules


def laid_over(ours: tuple[Norm, ...], overlay: Entries) -> tuple[Norm, ...]:
    """Ours with the overlay's norms and changes; from the day one of theirs holds, ours of the
    same id and scope does not."""
    norms = list(ours)
    faults: list[str] = []
    for norm in overlay.norms:
        norms = [*_making_room(norms, norm), _marked(norm, norms)]
    for change in overlay.changes:
        norms = _changed(norms, change, faults)
    if faults:
        raise BadNorms(faults)
    return tuple(norms)


def _making_room(norms: list[Norm], new: Norm) -> list[Norm]:
    """What is left of `norms` outside the days of `new`."""
    start, end = new.since or date.min, new.until or date.max
    kept = []
    for norm in norms:
        low, high = norm.since or date.min, norm.until or date.max
        same = norm.id == new.id and norm.scope == new.scope
        if not same or norm.origin or high < start or end < low:
            kept.append(norm)
            continue
        if low < start:
            kept.append(replace(norm, until=start - timedelta(days=1), until_text=""))
        if end < high:
            kept.append(replace(norm, since=end + timedelta(days=1), since_text="", succeeds=""))
    return kept


def _marked(norm: Norm, before: list[Norm]) -> Norm:
    """The overlay's norm with what stood there before."""
    old = [n for n in before if n.id == norm.id and n.scope == norm.scope and not n.origin]
    return replace(norm, was=words_of(old[-1]) if old else "", rows=old[-1].rows if old else ())


def _changed(norms: list[Norm], change: NormChange, faults: list[str]) -> list[Norm]:
    fields = {k: v for k, v in change.fields.items() if k not in ("id", "scope")}
    scope = change.fields.get("scope")
    aims = [n for n in norms if n.id == change.id and scope in (None, n.scope)]
    if not aims:
        faults.append(
            f'{change.place} ({change.id}), id: đọc được "{change.id}"; cần id của một căn cứ số '
            "đã có (mục mới thì ghi [[norm]])"
        )
        return norms
    start = fields.get("since")
    aims = [n for n in aims if (n.until or date.max) >= (start or date.min)]
    result = list(norms)
    for norm in aims:
        values = dict(norm.values)
        reading = Reading(dict(change.fields), f"{change.place} ({change.id})", faults)
        asked = _asked(norm)
        for name, value in change.fields.get("values", {}).items():
            if asked is not None and name not in asked:
                reading.fault(f"values.{name}", value, f"không có: {norm.used_by} không đọc số này")
            else:
                values[name] = read_value(reading, name, value, asked[name] if asked else None)
        known = {k: v for k, v in fields.items() if k != "values"}
        new = replace(
            norm,
            **{**known, "values": values},
            origin=change.origin,
            was=words_of(norm),
            place=change.place,
        )
        if start is not None and (norm.since or date.min) < start:
            cut = replace(norm, until=start - timedelta(days=1), until_text="")
            result = [cut if n is norm else n for n in result] + [new]
        else:
            result = [new if n is norm else n for n in result]
    return result


def _asked(norm: Norm) -> dict[str, Asked] | None:
    rule = next((rule for rule in all_rules() if rule.code == norm.used_by), None)
    return dict(rule.figures) if rule else None
