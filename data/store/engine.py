"""Opening the database behind a project file, safely set and up to date."""

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, inspect

BUSY_MS = 10_000
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MS}",
)


def engine_at(address: str | Path) -> Engine:
    """An engine on a file, or on whatever database a URL names. Nothing is created or changed."""
    url = f"sqlite:///{address}" if isinstance(address, Path) else address
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set)
        event.listen(engine, "begin", _begin)
    return engine


def _set(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    """Takes the write lock at once: a reader that turns writer midway could not wait for it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def up_to_date(engine: Engine) -> None:
    """Creates the tables, or brings those of an older version up to date."""
    with engine.begin() as connection:
        settings = Config()
        settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        settings.set_main_option("path_separator", "os")
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def is_project(engine: Engine) -> bool:
    return {"content", "revision", "entry"} <= set(inspect(engine).get_table_names())
