"""What a department asks for beside its roster: pins and bans, concurrency, tasks, scores."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Demand:
    """A pin (the person holds this post or unit) or a ban (must not hold it)."""

    cadre: str
    target: str
    """Code of a post or of a commune."""
    pin: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concurrent:
    """What the department says of one title: it must, may or may never ride on `hosts` (roles)."""

    title: str
    force: str
    """must, may or never."""
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A group of tasks, or a field of procedures, and the positions that answer for it."""

    code: str
    name: str
    field: str
    owners: tuple[str, ...]
    """Roles of titles, first choice first."""
    deputies: tuple[str, ...]
    one_stop: bool = False
    legal: bool = False
    """Whether who answers signs by delegation and must have studied law."""
    load: int = 1


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """What the department says of one task in one unit; empty codes leave the choice open."""

    commune: str
    task: str
    owner: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The department's own points for a cadre at a post; more is better."""

    cadre: str
    post: str
    points: int
