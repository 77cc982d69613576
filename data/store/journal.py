"""The log of a project: a chain of hashes in which no line can be changed unseen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.codec import digest
from data.store.contents import text_of
from data.store.schema import Content, Entry, Head, Revision

START = "0" * 64
HASHED = ("number", "at", "who", "action", "about", "why", "kind", "revision", "before")
SIGNED = ("kind", "content", "parent", "label", "at", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change: when (UTC), who, what and why; `revision` is what came of it, if anything."""

    number: int
    at: str
    who: str
    action: str
    about: str
    why: str
    kind: str
    revision: str


@dataclass(frozen=True, slots=True)
class Damage:
    """What no longer is as it was written: `where` names the table and the row."""

    where: str
    what: str


def entry_hash(entry: Entry) -> str:
    return digest(json.dumps([getattr(entry, name) for name in HASHED]).encode())


def revision_id(revision: Revision) -> str:
    return digest(json.dumps([getattr(revision, name) for name in SIGNED]).encode())


def append(session: Session, entry: Entry) -> None:
    """Adds a line at the end of the chain; its number and hashes are filled in here."""
    last = session.scalars(select(Entry).order_by(Entry.number.desc()).limit(1)).first()
    entry.number = last.number + 1 if last else 1
    entry.before = last.hash if last else START
    entry.hash = entry_hash(entry)
    session.add(entry)


def lines(session: Session) -> tuple[Line, ...]:
    """The log, first line first."""
    return tuple(map(_line, session.scalars(select(Entry).order_by(Entry.number))))


def maker_of(session: Session, revision: str, but: str) -> Line:
    """The first line that made a revision the one worked on, by another action than `but`."""
    query = select(Entry).where(Entry.revision == revision, Entry.action != but)
    return _line(session.scalars(query.order_by(Entry.number).limit(1)).one())


def last_lines(session: Session, actions: tuple[str, ...]) -> dict[str, Line]:
    """Revision → the last line of one of `actions` about it."""
    query = select(Entry).where(Entry.action.in_(actions)).order_by(Entry.number)
    return {entry.revision: _line(entry) for entry in session.scalars(query)}


def _line(entry: Entry) -> Line:
    return Line(**{field.name: getattr(entry, field.name) for field in fields(Line)})


def damages(session: Session) -> Iterator[Damage]:
    """Everything in the project that does not agree with the log, or with its own hash."""
    named: dict[str, int] = {}
    heads: dict[str, str] = {}
    before, expected = START, 1
    for entry in session.scalars(select(Entry).order_by(Entry.number)):
        where = f"nhật ký, dòng {entry.number}"
        if entry.number != expected:
            yield Damage(where, f"thiếu dòng {expected}")
        if entry.before != before:
            yield Damage(where, "không nối với dòng trước")
        if entry_hash(entry) != entry.hash:
            yield Damage(where, "đã bị sửa sau khi ghi")
        before, expected = entry.hash, entry.number + 1
        if entry.revision:
            named.setdefault(entry.revision, entry.number)
        if entry.kind:
            heads[entry.kind] = entry.revision
    yield from _contents(session)
    found = {}
    for revision in session.scalars(select(Revision)):
        where = f"bản {revision.kind} {revision.id[:8]}"
        found[revision.id] = revision
        if revision_id(revision) != revision.id:
            yield Damage(where, "đã bị sửa sau khi ghi")
        if revision.id not in named:
            yield Damage(where, "không có trong nhật ký")
    for code, number in named.items():
        if code not in found:
            yield Damage(f"nhật ký, dòng {number}", f"không còn bản {code[:8]} mà dòng này ghi")
    now = {head.kind: head.revision for head in session.scalars(select(Head))}
    for kind in sorted({*heads, *now}):
        if heads.get(kind) != now.get(kind):
            yield Damage(f"bản đang dùng của {kind}", "khác với dòng cuối của nhật ký")


def _contents(session: Session) -> Iterator[Damage]:
    for content in session.scalars(select(Content)):
        where = f"nội dung {content.hash[:8]} ({_users(session, content.hash)})"
        if text_of(content) is None:
            yield Damage(where, "đã bị sửa sau khi ghi")


def _users(session: Session, content: str) -> str:
    found = session.scalars(select(Revision).where(Revision.content == content))
    return ", ".join(f"{r.kind} {r.label or r.id[:8]}" for r in found) or "không ai dùng"
