"""Reasons asked for one by one: for a person, for a post, and for the other way round."""

from collections.abc import Iterable, Iterator
from typing import Any

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.plan import Plan
from planner.plan.form import decision
from planner.why.instead import instead as instead_of
from planner.why.reasons import Reason, grounds, why_surplus, why_vacant

GROUPS = {
    "passed": "Điều kiện, tiêu chuẩn đạt",
    "conditions": "Phải hoàn thiện",
    "met": "Tiêu chí ưu tiên đáp ứng",
    "missed": "Tiêu chí ưu tiên chưa đáp ứng",
    "reasons": "Lý do",
    "refused": "Không đủ điều kiện",
    "broken": "Quy định khác bị vi phạm",
}


def as_rows(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [
        {
            "text": reason.text,
            "norm": reason.norm.id if reason.norm else None,
            "source": reason.norm.source if reason.norm else None,
        }
        for reason in reasons
    ]


def reasons_of(
    case: Case, plan: Plan, cadre: str | None, post: str | None, instead: str | None
) -> dict[str, Any]:
    """What the plan says of a person or a post, or what speaks against another pair.

    Raises KeyError with a sentence for a code that is not known.
    """
    if cadre is not None and cadre not in case.cadre_at:
        raise KeyError(f"không có cán bộ mã {cadre} trong diện bố trí")
    if post is not None and post not in case.posts:
        raise KeyError(f"không có chức danh mã {post}")
    if instead is not None:
        who, where = (cadre, instead) if cadre is not None else (instead, post)
        assert who is not None and where is not None
        return _other_pair(case, plan, who, where)
    if cadre is not None:
        return _of_cadre(case, plan, cadre)
    assert post is not None
    return _of_post(case, plan, post)


def _of_cadre(case: Case, plan: Plan, cadre: str) -> dict[str, Any]:
    who = case.cadre(cadre)
    told: dict[str, Any] = {"cadre": cadre, "name": who.name, "from": whence(case, who)}
    rows = plan.by_cadre.get(cadre, ())
    if not rows:
        return {**told, "posts": [], "reasons": as_rows(why_surplus(case, cadre))}
    row, why, decided = rows[0], grounds(case, rows[0]), decision(case, rows[0])
    return {
        **told,
        "posts": [{"code": code, "name": named(case, code)} for code in row.posts],
        "form": decided.form,
        "body": decided.body,
        **{key: as_rows(getattr(why, key)) for key in ("passed", "conditions", "met", "missed")},
    }


def _of_post(case: Case, plan: Plan, post: str) -> dict[str, Any]:
    holders = [code for code in plan.by_post.get(post, ()) if code in case.cadre_at]
    empty = case.posts[post].minimum - len(holders)
    told: dict[str, Any] = {
        "post": post,
        "name": named(case, post),
        "vacant": max(0, empty),
        "holders": [_of_cadre(case, plan, code) for code in holders],
    }
    if empty > 0:
        told["reasons"] = as_rows(why_vacant(case, plan, post))
    return told


def _other_pair(case: Case, plan: Plan, cadre: str, post: str) -> dict[str, Any]:
    if cadre not in case.cadre_at:
        raise KeyError(f"không có cán bộ mã {cadre} trong diện bố trí")
    if post not in case.posts:
        raise KeyError(f"không có chức danh mã {post}")
    found = instead_of(case, plan, cadre, post)
    return {
        "cadre": cadre,
        "name": case.cadre(cadre).name,
        "posts": [{"code": code, "name": named(case, code)} for code in found.posts],
        "lawful": found.lawful,
        "displaced": [{"code": code, "name": named(case, code)} for code in found.displaced],
        **{key: as_rows(getattr(found, key)) for key in ("refused", "broken", "conditions")},
    }


def reason_lines(told: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    head = told["name"] + (f" ({told['cadre']})" if "cadre" in told else "")
    yield head
    if "from" in told:
        yield f"  Từ: {told['from']}"
    for post in told.get("posts", ()):
        yield f"  → {post['name']} [{post['code']}]"
    if told.get("form"):
        body = f", {told['body']}" if told["body"] else ""
        yield f"  Hình thức: {told['form']}{body}"
    if "vacant" in told:
        yield f"  Khuyết: {told['vacant']}"
    if "lawful" in told:
        yield "  Đúng quy định." if told["lawful"] else "  KHÔNG đúng quy định."
        for person in told["displaced"]:
            yield f"  Người đang giữ chỗ phải chuyển: {person['name']}"
    for key, title in GROUPS.items():
        if told.get(key):
            yield f"  {title}:"
            for reason in told[key]:
                source = f" ({reason['source']})" if reason["source"] else ""
                yield f"    - {reason['text']}{source}"
    for holder in told.get("holders", ()):
        yield from (f"  {line}" for line in reason_lines(holder))
