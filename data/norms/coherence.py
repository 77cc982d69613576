"""Whether norms hold together: no two of one scope on one day, no gap in a succession."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planner.law.norm import Norm
from planner.rules import all_rules
from planner.rules.shape import Frame, Preference


def incoherences(norms: Sequence[Norm]) -> Iterator[str]:
    """Every fault between norms, naming both places."""
    yield from _overlaps(norms)
    yield from _broken_successions(norms)
    yield from _forces(norms)


def _overlaps(norms: Sequence[Norm]) -> Iterator[str]:
    seen: dict[tuple[str, tuple[tuple[str, str], ...]], list[Norm]] = {}
    for norm in norms:
        rivals = seen.setdefault((norm.id, tuple(sorted(norm.scope.items()))), [])
        for other in rivals:
            low = max(norm.since or date.min, other.since or date.min)
            high = min(norm.until or date.max, other.until or date.max)
            if low <= high:
                day = f"{low:%d/%m/%Y}" if low > date.min else "mọi ngày"
                yield (
                    f"{norm.place} và {other.place} ({norm.id}): cùng phạm vi, cùng có hiệu lực "
                    f"({day}); cần ngày bắt đầu, kết thúc không chồng nhau"
                )
        rivals.append(norm)


def _broken_successions(norms: Sequence[Norm]) -> Iterator[str]:
    by_id: dict[str, list[Norm]] = {}
    for norm in norms:
        by_id.setdefault(norm.id, []).append(norm)
    for norm in norms:
        if not norm.succeeds:
            continue
        earlier = by_id.get(norm.succeeds)
        if not earlier:
            yield (
                f'{norm.place} ({norm.id}), succeeds: đọc được "{norm.succeeds}"; '
                "cần id của một căn cứ số đã có"
            )
            continue
        last = max((other.until or date.max for other in earlier), default=date.min)
        ends = next(other for other in earlier if (other.until or date.max) == last)
        if norm.since is None or last == date.max or last + timedelta(days=1) != norm.since:
            end = f"{last:%d/%m/%Y}" if last < date.max else "không có ngày kết thúc"
            start = f"{norm.since:%d/%m/%Y}" if norm.since else "không có ngày bắt đầu"
            yield (
                f"{norm.place} ({norm.id}, từ {start}) nối tiếp {ends.place} ({ends.id}, đến {end})"
                ": cần bắt đầu đúng ngày sau ngày kết thúc, không hở và không chồng"
            )


def _forces(norms: Sequence[Norm]) -> Iterator[str]:
    """Changes of force that a rule cannot bear: a preference as a must would forbid everything."""
    rules = {rule.code: rule for rule in all_rules()}
    for norm in norms:
        rule = rules.get(norm.used_by)
        if isinstance(rule, Preference) and norm.must:
            yield (
                f'{norm.place} ({norm.id}), force: đọc được "must"; cần wish hoặc off: '
                f"{norm.used_by} là tiêu chí ưu tiên"
            )
        if isinstance(rule, Frame) and norm.price:
            yield f'{norm.place} ({norm.id}), price: đọc được "{norm.price}"; cần 0 cho một khung'
