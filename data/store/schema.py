"""The tables of a project file; the same on SQLite and on PostgreSQL."""

from sqlalchemy import ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HASH = String(64)
TIME = String(32)


class Base(DeclarativeBase):
    pass


class Content(Base):
    """Immutable bodies, each once: `hash` is the SHA-256 of the text that `body` compresses, `seal`
    that of `body` itself, some of whose bits say nothing of the text."""

    __tablename__ = "content"
    hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    seal: Mapped[str] = mapped_column(HASH)


class Revision(Base):
    """One state of a roster, scenario, set of norms or plan; `id` is a hash over the other columns,
    the parent's id among them."""

    __tablename__ = "revision"
    id: Mapped[str] = mapped_column(HASH, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), index=True)
    content: Mapped[str] = mapped_column(ForeignKey("content.hash"))
    parent: Mapped[str | None] = mapped_column(ForeignKey("revision.id"))
    label: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(TIME)
    who: Mapped[str] = mapped_column(Text)


class Head(Base):
    """The revision of each kind that is worked on now."""

    __tablename__ = "head"
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    revision: Mapped[str] = mapped_column(ForeignKey("revision.id"))


class Entry(Base):
    """One line of the log. `hash` is taken over the other columns, the hash of the line before
    among them, so that no line can be changed or taken away unseen."""

    __tablename__ = "entry"
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(TIME)
    who: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(String(32))
    about: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    """Kind whose head moved to `revision`; empty when none did."""
    revision: Mapped[str] = mapped_column(String(64))
    before: Mapped[str] = mapped_column(HASH)
    hash: Mapped[str] = mapped_column(HASH)


class Job(Base):
    """One run of the engine, kept up to date while it runs; `best` is the last plan it told of."""

    __tablename__ = "job"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    name: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16))
    process: Mapped[int] = mapped_column(Integer)
    """Process number of the server that runs it."""
    started: Mapped[str] = mapped_column(TIME)
    changed: Mapped[str] = mapped_column(TIME)
    limit: Mapped[int] = mapped_column(Integer)
    """Seconds it may take."""
    cost: Mapped[int | None] = mapped_column(Integer)
    bound: Mapped[int | None] = mapped_column(Integer)
    best: Mapped[str | None] = mapped_column(ForeignKey("content.hash"))


class Setting(Base):
    """What is known of the project as a whole: its name, whether its people are invented."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
