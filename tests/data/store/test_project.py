"""The project file: nothing is lost, nothing is changed unseen."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from data.sample import sample
from data.store.engine import engine_at
from data.store.jobs import JobState
from data.store.kinds import OwnNorms, PlanRecord, RevisionKind
from data.store.project import NotAProject, Project
from data.store.schema import Base
from planner.case import Scenario, Transfer, Waiver
from planner.check.certificate import Certificate, Dual
from planner.plan import Placement, Plan
from planner.roster import Demand
from planner.roster.levels import Block

DAY = date(2026, 11, 24)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = Project.create(tmp_path / "H.sapxep", "Hà Nội")
    yield project
    project.close()


def scenario(name: str) -> Scenario:
    return Scenario(
        name,
        DAY,
        forces={"N-1": "off"},
        prices={"N-2": 7},
        demands=(Demand("CB-1", "P-1", True, "ý kiến"),),
        transfers=(
            Transfer(
                commune="U", source=Block.PARTY, target=Block.FRONT, number=1, body="Ban Thường vụ"
            ),
        ),
        waivers=(Waiver("N-3", "CB-2"),),
        kept={"CB-1": "P-1 P-2"},
    )


def record(cost: int = 5) -> PlanRecord:
    plan = Plan((Placement("CB-1", "P-1", ("P-2",)),), ("CB-2",))
    certificate = Certificate(4, (Dual("N-1", ("U",), True, 64),))
    return PlanRecord(
        name="PA1",
        roster="r",
        scenario=scenario("PA1"),
        norms={"a.toml": "x"},
        plan=plan,
        origin="draft",
        cost=cost,
        bound=4,
        certificate=certificate,
    )


def test_whatever_is_saved_is_read_back_equal(project: Project) -> None:
    roster = sample("Hà Nội", 3, communes_wanted=3)
    first = project.commit(RevisionKind.ROSTER, roster, "open")
    second = project.commit(RevisionKind.SCENARIO, scenario("PA1"), "assume")
    third = project.commit(RevisionKind.PLAN, record(), "draft")
    project.commit(RevisionKind.NORMS, OwnNorms({"a.toml": "x"}), "norm")
    assert project.path is not None
    again = Project.open(project.path)
    assert again.name == "Hà Nội" and not again.invented
    assert again.roster(first) == roster
    assert again.scenario(second) == scenario("PA1")
    assert again.plan(third) == record()
    head = again.head(RevisionKind.NORMS)
    assert head is not None and again.norms(head.id) == OwnNorms({"a.toml": "x"})


def test_the_same_roster_is_stored_once(project: Project) -> None:
    roster = sample("Hà Nội", 3, communes_wanted=3)
    for _ in range(3):
        project.commit(RevisionKind.ROSTER, roster, "open")
    assert project.path is not None
    with sqlite3.connect(project.path) as connection:
        assert connection.execute("select count(*) from content").fetchone() == (1,)
    connection.close()
    assert len(project.revisions(RevisionKind.ROSTER)) == 3


def test_undo_takes_back_change_after_change_across_kinds(project: Project) -> None:
    project.commit(RevisionKind.SCENARIO, scenario("0"), "assume")
    project.commit(RevisionKind.NORMS, OwnNorms(), "norm")
    first = project.commit(RevisionKind.SCENARIO, scenario("1"), "pin", "A")
    project.commit(RevisionKind.NORMS, OwnNorms({"b": "y"}), "norm", "B")
    project.commit(RevisionKind.SCENARIO, scenario("2"), "pin", "C")
    kinds = (RevisionKind.SCENARIO, RevisionKind.NORMS)
    undone = [line.about if (line := project.undo(kinds)) else None for _ in range(4)]
    assert undone == ["C", "B", "A", None]
    head = project.head(RevisionKind.SCENARIO)
    assert head is not None and project.scenario(head.id) == scenario("0")
    assert project.scenario(first) == scenario("1")
    assert [line.action for line in project.log()][-3:] == ["undo"] * 3
    assert project.verify() == ()


def test_the_log_says_who_when_what_and_why(project: Project) -> None:
    project.who = lambda: "lan"
    project.commit(RevisionKind.SCENARIO, scenario("0"), "pin", "CB-1", "theo ý kiến của xã")
    project.note("export", "phuong_an.xlsx")
    pin, export = project.log()
    assert (pin.who, pin.action, pin.about, pin.why) == ("lan", "pin", "CB-1", "theo ý kiến của xã")
    assert pin.at <= export.at and export.action == "export" and export.revision == ""


COLUMNS = [
    ("entry", "about", "nhật ký, dòng 2"),
    ("entry", "who", "nhật ký, dòng 2"),
    ("entry", "why", "nhật ký, dòng 2"),
    ("revision", "label", "bản plan"),
    ("content", "body", "nội dung"),
]


@pytest.mark.parametrize(("table", "column", "where"), COLUMNS)
def test_one_changed_byte_is_found_and_located(
    project: Project, table: str, column: str, where: str
) -> None:
    project.commit(RevisionKind.SCENARIO, scenario("0"), "assume")
    project.commit(RevisionKind.PLAN, record(), "draft", "PA1", "thử", "PA1")
    assert project.path is not None and project.verify() == ()
    with sqlite3.connect(project.path) as connection:
        number, value = connection.execute(
            f"select rowid, {column} from {table} order by rowid desc limit 1"
        ).fetchone()
        raw = bytearray(value if isinstance(value, bytes) else value.encode())
        raw[len(raw) // 2] ^= 1
        changed = bytes(raw) if isinstance(value, bytes) else raw.decode()
        connection.execute(f"update {table} set {column} = ? where rowid = ?", (changed, number))
    connection.close()
    assert any(damage.where.startswith(where) for damage in project.verify())


def test_every_byte_of_a_stored_plan_counts(project: Project) -> None:
    project.commit(RevisionKind.PLAN, record(), "draft")
    assert project.path is not None
    connection = sqlite3.connect(project.path)
    (body,) = connection.execute("select body from content").fetchone()
    assert zlib.decompress(body)
    for place in range(len(body)):
        changed = bytearray(body)
        changed[place] ^= 1 << place % 8
        connection.execute("update content set body = ?", (bytes(changed),))
        connection.commit()
        assert project.verify(), place
    connection.close()


def test_a_line_taken_away_or_put_in_is_found(project: Project) -> None:
    for name in "abc":
        project.note("export", name)
    assert project.path is not None
    with sqlite3.connect(project.path) as connection:
        connection.execute("delete from entry where number = 2")
    connection.close()
    assert [damage.where for damage in project.verify()] == ["nhật ký, dòng 3"] * 2


def test_a_damaged_plan_is_refused_not_shown(project: Project) -> None:
    saved = project.commit(RevisionKind.PLAN, record(), "draft")
    assert project.path is not None
    with sqlite3.connect(project.path) as connection:
        connection.execute("update content set body = ?", (zlib.compress(b"{}"),))
    connection.close()
    with pytest.raises(ValueError, match="đã hỏng"):
        Project.open(project.path).plan(saved)


def test_a_copy_is_one_whole_file(project: Project, tmp_path: Path) -> None:
    saved = project.commit(RevisionKind.PLAN, record(), "draft")
    project.copy_to(tmp_path / "usb.sapxep")
    copy = Project.open(tmp_path / "usb.sapxep")
    assert copy.plan(saved) == record() and copy.verify() == ()
    copy.close()


def test_what_is_no_project_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.sapxep").write_bytes(b"khong phai" * 500)
    sqlite3.connect(tmp_path / "b.sapxep").close()
    for name in ("a.sapxep", "b.sapxep"):
        with pytest.raises(NotAProject, match="không phải là hồ sơ"):
            Project.open(tmp_path / name)


def test_the_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "H.sapxep", "")
    with project.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    with project.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


def test_a_job_keeps_its_best_plan_and_is_known_as_cut_off(project: Project) -> None:
    job = project.jobs.start("PA1", 60)
    for cost in (9, 7):
        project.jobs.tell(job, cost, 4, record(cost))
    project.jobs.tell(job, 7, 5)
    assert project.jobs.best(job) == record(7)
    assert project.jobs.cut_off(lambda process: process == os.getpid()) == ()
    (row,) = project.jobs.cut_off(lambda process: False)
    assert (row.state, row.cost, row.bound) == (JobState.CUT_OFF, 7, 5)
    assert project.jobs.best(job) == record(7)
    project.jobs.end(job, JobState.DONE)
    assert project.jobs.best(job) is None
    assert project.verify() == ()
    assert project.path is not None
    with sqlite3.connect(project.path) as connection:
        assert connection.execute("select count(*) from content").fetchone() == (0,)
    connection.close()


WRITER = """
import sys
from pathlib import Path
from datetime import date
from data.store.kinds import RevisionKind
from data.store.project import Project
from planner.case import Scenario
project = Project.open(Path(sys.argv[1]))
for number in range(100_000):
    scenario = Scenario(str(number), date(2026, 1, 1))
    saved = project.commit(RevisionKind.SCENARIO, scenario, "pin", str(number))
    print(saved, flush=True)
"""


def killed_while_saving(path: Path, seed: int) -> None:
    """Kills a process that saves without end, at a random moment; what it said it had saved must
    be there, and the file whole."""
    Project.create(path, "").close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip() for _ in range(random.Random(seed).randrange(1, 60))]
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    told += [line for line in rest.split("\n") if len(line) == 64]
    project = Project.open(path)
    kept = {saved.id for saved in project.revisions(RevisionKind.SCENARIO)}
    assert told and set(told) <= kept and len(kept) <= len(told) + 1
    assert project.verify() == ()
    project.close()


@pytest.mark.parametrize("seed", range(5))
def test_a_kill_while_saving_loses_nothing_acknowledged(tmp_path: Path, seed: int) -> None:
    killed_while_saving(tmp_path / "H.sapxep", seed)


@pytest.mark.city
@pytest.mark.parametrize("seed", range(5, 55))
def test_fifty_kills_while_saving_lose_nothing(tmp_path: Path, seed: int) -> None:
    killed_while_saving(tmp_path / "H.sapxep", seed)


def test_two_processes_write_one_after_the_other(project: Project) -> None:
    assert project.path is not None
    other = Project(engine_at(project.path), project.path)
    for number in range(10):
        (project, other)[number % 2].note("export", str(number))
    assert [line.about for line in other.log()] == [str(number) for number in range(10)]
    assert project.verify() == ()
    other.close()


def test_a_file_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "H.sapxep"
    Project.create(path, "H").close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotAProject, match="không mở được"):
        Project.open(path)
    other.close()
    assert Project.open(path).name == "H"
