"""A project: rosters, scenarios, norms and plans with their history in one file."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, cast

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from data.store.codec import decoded
from data.store.contents import put, text_of
from data.store.engine import engine_at, is_project, up_to_date
from data.store.jobs import Jobs
from data.store.journal import (
    Damage,
    Line,
    append,
    damages,
    last_lines,
    lines,
    maker_of,
    revision_id,
)
from data.store.kinds import VALUES, OwnNorms, PlanRecord, RevisionKind, Upload
from data.store.schema import Content, Entry, Head, Revision, Setting
from planner.case import Scenario
from planner.roster import Roster

SUFFIX = ".sapxep"
UNDO = "undo"


class NotAProject(ValueError):
    """The file is no project file; the message says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A revision without its content."""

    id: str
    kind: RevisionKind
    parent: str | None
    label: str
    at: str
    who: str


def account() -> str:
    """The name of the account that runs the program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def now_utc() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Project:
    """An open project. Every verb that changes something is on disk before it returns."""

    def __init__(self, engine: Engine, path: Path | None, who: Callable[[], str] = account) -> None:
        self.engine, self.path, self.who = engine, path, who
        self._lock = RLock()
        self._values: dict[str, object] = {}
        self.jobs = Jobs(self._session, now_utc)

    @classmethod
    def create(cls, path: Path, name: str, invented: bool = False) -> "Project":
        """A new, empty project; FileExistsError when the file is there."""
        if path.exists():
            raise FileExistsError(path)
        project = cls.on(engine_at(path), path)
        project.set("name", name)
        project.set("invented", "1" if invented else "")
        return project

    @classmethod
    def open(cls, path: Path) -> "Project":
        """The project in a file. Raises FileNotFoundError, NotAProject."""
        if not path.is_file():
            raise FileNotFoundError(path)
        engine = engine_at(path)
        try:
            if is_project(engine):
                return cls.on(engine, path)
        except OperationalError as error:
            engine.dispose()
            raise NotAProject(f"{path.name} không mở được để ghi: {error.orig}") from error
        except DatabaseError:
            pass
        engine.dispose()
        raise NotAProject(f"{path.name} không phải là hồ sơ Sắp Xếp (.sapxep)")

    @classmethod
    def on(cls, engine: Engine, path: Path | None = None) -> "Project":
        """The project in any database, its tables brought up to date."""
        up_to_date(engine)
        return cls(engine, path)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._lock, Session(self.engine) as session, session.begin():
            yield session

    @property
    def name(self) -> str:
        return self.setting("name")

    @property
    def invented(self) -> bool:
        """Whether the people in it are our own sample."""
        return bool(self.setting("invented"))

    def setting(self, name: str) -> str:
        with self._session() as session:
            row = session.get(Setting, name)
            return row.value if row else ""

    def set(self, name: str, value: str) -> None:
        with self._session() as session:
            session.merge(Setting(name=name, value=value))

    def commit(
        self,
        kind: RevisionKind,
        value: Upload | Roster | Scenario | OwnNorms | PlanRecord,
        action: str,
        about: str = "",
        why: str = "",
        label: str = "",
    ) -> str:
        """Saves a new state and makes it the one that is worked on; the id of its revision."""
        at, who = now_utc(), self.who()
        with self._session() as session:
            code = put(session, value)
            head = session.get(Head, kind.value)
            parent = head.revision if head else None
            revision = Revision(
                kind=kind.value, content=code, parent=parent, label=label, at=at, who=who
            )
            revision.id = revision_id(revision)
            session.add(revision)
            session.flush()
            self._move(session, kind, revision.id, Entry(action=action, about=about, why=why))
            found = revision.id
        self._values[found] = value
        return found

    def _move(self, session: Session, kind: RevisionKind, revision: str, entry: Entry) -> None:
        session.merge(Head(kind=kind.value, revision=revision))
        entry.kind, entry.revision = kind.value, revision
        entry.at, entry.who = now_utc(), self.who()
        append(session, entry)

    def note(self, action: str, about: str = "", why: str = "", revision: str = "") -> None:
        """A line in the log of something that changes no state: an export, an unmasking, or what
        was decided about a revision."""
        entry = Entry(action=action, about=about, why=why, kind="", revision=revision)
        entry.at, entry.who = now_utc(), self.who()
        with self._session() as session:
            append(session, entry)

    def last_lines(self, actions: tuple[str, ...]) -> dict[str, Line]:
        """Revision → the last line of one of `actions` about it."""
        with self._session() as session:
            return last_lines(session, actions)

    def go_to(self, kind: RevisionKind, revision: str, action: str, about: str = "") -> None:
        """Makes an earlier revision the one that is worked on."""
        with self._session() as session:
            self._move(session, kind, revision, Entry(action=action, about=about, why=""))

    def head(self, kind: RevisionKind) -> Saved | None:
        with self._session() as session:
            head = session.get(Head, kind.value)
            return _saved(session.get_one(Revision, head.revision)) if head else None

    def undoable(self, kinds: tuple[RevisionKind, ...]) -> tuple[Saved, Line] | None:
        """The last change among `kinds` that has something before it, with its line in the log."""
        with self._session() as session:
            return self._undoable(session, kinds)

    @staticmethod
    def _undoable(session: Session, kinds: tuple[RevisionKind, ...]) -> tuple[Saved, Line] | None:
        last: tuple[Saved, Line] | None = None
        for kind in kinds:
            head = session.get(Head, kind.value)
            saved = _saved(session.get_one(Revision, head.revision)) if head else None
            if saved is None or saved.parent is None:
                continue
            line = maker_of(session, saved.id, UNDO)
            if last is None or line.number > last[1].number:
                last = saved, line
        return last

    def undo(self, kinds: tuple[RevisionKind, ...]) -> Line | None:
        """Takes back the last change among `kinds`; the line that made it, or None."""
        with self._session() as session:
            found = self._undoable(session, kinds)
            if found is None:
                return None
            saved, line = found
            assert saved.parent is not None
            entry = Entry(action=UNDO, about=f"{line.number}: {line.about}", why="")
            self._move(session, saved.kind, saved.parent, entry)
            return line

    def revisions(self, kind: RevisionKind) -> tuple[Saved, ...]:
        """All of one kind, oldest first."""
        with self._session() as session:
            query = select(Revision).where(Revision.kind == kind.value).order_by(Revision.at)
            return tuple(_saved(revision) for revision in session.scalars(query))

    def upload(self, revision: str) -> Upload:
        return cast(Upload, self._value(RevisionKind.UPLOAD, revision))

    def roster(self, revision: str) -> Roster:
        return cast(Roster, self._value(RevisionKind.ROSTER, revision))

    def scenario(self, revision: str) -> Scenario:
        return cast(Scenario, self._value(RevisionKind.SCENARIO, revision))

    def norms(self, revision: str) -> OwnNorms:
        return cast(OwnNorms, self._value(RevisionKind.NORMS, revision))

    def plan(self, revision: str) -> PlanRecord:
        return cast(PlanRecord, self._value(RevisionKind.PLAN, revision))

    def _value(self, kind: RevisionKind, revision: str) -> object:
        """What a revision holds. ValueError when its content was changed on disk."""
        if revision not in self._values:
            with self._session() as session:
                row = session.get_one(Revision, revision)
                text = text_of(session.get_one(Content, row.content))
            if text is None:
                raise ValueError(f"bản {kind.value} {revision[:8]} trong hồ sơ đã hỏng")
            self._values[revision] = decoded(VALUES[kind], text)
        return self._values[revision]

    def log(self) -> tuple[Line, ...]:
        with self._session() as session:
            return lines(session)

    def verify(self) -> tuple[Damage, ...]:
        """Everything that is not as it was written; empty when the file is whole."""
        with self._session() as session:
            return tuple(damages(session))

    @property
    def changed(self) -> str:
        """When something was last saved (UTC)."""
        with self._session() as session:
            return session.scalar(select(func.max(Entry.at))) or ""

    def copy_to(self, path: Path) -> None:
        """A whole copy in one file, also while others write."""
        path.unlink(missing_ok=True)
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM INTO ?", (str(path),))
        finally:
            connection.close()

    def close(self) -> None:
        self.engine.dispose()


def _saved(revision: Any) -> Saved:
    return Saved(
        id=revision.id,
        kind=RevisionKind(revision.kind),
        parent=revision.parent,
        label=revision.label,
        at=revision.at,
        who=revision.who,
    )
