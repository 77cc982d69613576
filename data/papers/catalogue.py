"""The generated catalogue: rules with their norms, and how the law changes."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from data.norms import Files, read_norms
from data.reference import merged_from, province
from planner.law.changes import LawChange, law_changes, next_change
from planner.law.norm import OTHER_USES, Norm
from planner.law.norm_words import scope_words, words_of
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Rule, Subject

SHAPES = {Gate: "điều kiện", Count: "số đếm", Preference: "ưu tiên", Frame: "khung"}
UNCONFIRMED = "chưa đối chiếu văn bản"


def rules_in_order() -> list[Rule]:
    """Every rule, by subject, then by title."""
    order = list(Subject)
    return sorted(all_rules(), key=lambda rule: (order.index(rule.subject), rule.code))


def shape_of(rule: Rule) -> str:
    return next(word for shape, word in SHAPES.items() if isinstance(rule, shape))


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
