"""Reasons asked for one by one: of a person, of a post, against another pair."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.plan import Plan
from planner.plan.form import decision
from planner.why.instead import Instead, instead
from planner.why.reasons import Grounds, Reason, grounds, why_surplus, why_vacant


@dataclass(frozen=True, slots=True)
class Named:
    """A post or a person by code and by name."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class PlaceReasons:
    """Why somebody sits where the plan says."""

    cadre: str
    name: str
    whence: str
    posts: tuple[Named, ...]
    form: str
    body: str
    why: Grounds

    def as_json(self) -> dict[str, Any]:
        return {
            "cadre": self.cadre,
            "name": self.name,
            "from": self.whence,
            "posts": _rows(self.posts),
            "form": self.form,
            "body": self.body,
            "passed": reasons_as_json(self.why.passed),
            "conditions": reasons_as_json(self.why.conditions),
            "met": reasons_as_json(self.why.met),
            "missed": reasons_as_json(self.why.missed),
        }


@dataclass(frozen=True)
class SurplusReasons:
    """Why somebody has no post in the plan."""

    cadre: str
    name: str
    whence: str
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "cadre": self.cadre,
            "name": self.name,
            "from": self.whence,
            "posts": [],
            "reasons": reasons_as_json(self.reasons),
        }


CadreReasons = PlaceReasons | SurplusReasons


@dataclass(frozen=True, kw_only=True)
class PostReasons:
    """Who holds a post and why; why seats of it are empty, when some are."""

    post: str
    name: str
    vacant: int
    holders: tuple[CadreReasons, ...]
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "post": self.post,
            "name": self.name,
            "vacant": self.vacant,
            "holders": [holder.as_json() for holder in self.holders],
            **({"reasons": reasons_as_json(self.reasons)} if self.vacant else {}),
        }


@dataclass(frozen=True)
class OtherPair:
    """What speaks against another person on a post."""

    name: str
    found: Instead
    posts: tuple[Named, ...]
    displaced: tuple[Named, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "cadre": self.found.cadre,
            "name": self.name,
            "posts": _rows(self.posts),
            "lawful": self.found.lawful,
            "displaced": _rows(self.displaced),
            "refused": reasons_as_json(self.found.refused),
            "broken": reasons_as_json(self.found.broken),
            "conditions": reasons_as_json(self.found.conditions),
        }


Reasons = CadreReasons | PostReasons | OtherPair


def reasons_of(
    case: Case, plan: Plan, cadre: str | None, post: str | None, other: str | None
) -> Reasons:
    """What the plan says of a person or a post, or, with `other` (a post for the person, a person
    for the post), what speaks against that pair.

    Raises KeyError with a sentence for a code that is not known.
    """
    who, where = asked_pair(cadre, post, other)
    if who is not None and who not in case.cadre_at:
        raise KeyError(f"không có cán bộ mã {who} trong diện bố trí")
    if where is not None and where not in case.posts:
        raise KeyError(f"không có chức danh mã {where}")
    if who is not None and where is not None:
        return _of_pair(case, plan, who, where)
    if who is not None:
        return _of_cadre(case, plan, who)
    assert where is not None
    return _of_post(case, plan, where)


def asked_pair(
    cadre: str | None, post: str | None, other: str | None
) -> tuple[str | None, str | None]:
    """(cadre, post) that are asked about; both when `other` names what the first one lacks."""
    return (cadre, other) if cadre is not None else (other, post)


def _of_cadre(case: Case, plan: Plan, cadre: str) -> CadreReasons:
    who = case.cadre(cadre)
    rows = plan.by_cadre.get(cadre, ())
    if not rows:
        return SurplusReasons(cadre, who.name, whence(case, who), why_surplus(case, cadre))
    decided = decision(case, rows[0])
    return PlaceReasons(
        cadre=cadre,
        name=who.name,
        whence=whence(case, who),
        posts=_named(case, rows[0].posts),
        form=decided.form,
        body=decided.body,
        why=grounds(case, rows[0]),
    )


def _of_post(case: Case, plan: Plan, post: str) -> PostReasons:
    holders = [code for code in plan.by_post.get(post, ()) if code in case.cadre_at]
    empty = max(0, case.posts[post].minimum - len(holders))
    return PostReasons(
        post=post,
        name=named(case, post),
        vacant=empty,
        holders=tuple(_of_cadre(case, plan, code) for code in holders),
        reasons=why_vacant(case, plan, post) if empty else (),
    )


def _of_pair(case: Case, plan: Plan, cadre: str, post: str) -> OtherPair:
    found = instead(case, plan, cadre, post)
    name = case.cadre(cadre).name
    return OtherPair(name, found, _named(case, found.posts), _named(case, found.displaced))


def _named(case: Case, codes: Iterable[str]) -> tuple[Named, ...]:
    return tuple(Named(code, named(case, code)) for code in codes)


def _rows(entries: Iterable[Named]) -> list[dict[str, Any]]:
    return [asdict(entry) for entry in entries]


def reasons_as_json(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [
        {
            "text": reason.text,
            "norm": reason.norm.id if reason.norm else None,
            "source": reason.norm.source if reason.norm else None,
        }
        for reason in reasons
    ]
