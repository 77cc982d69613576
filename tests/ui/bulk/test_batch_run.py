"""A batch: every plan checked, whatever happens to a worker; done work is not done again."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.papers.batch_book import HEADERS
from data.roster_book.writer import write_workbook
from data.sample import sample
from ui.bulk.batch_jobs import Done, Options, jobs_of
from ui.bulk.batch_run import RECORD, Batch
from ui.bulk.runner import Again, Begun, LocalRunner

PROVINCES = (
    "Hà Nội",
    "Hưng Yên",
    "Lai Châu",
    "Hải Phòng",
    "Đà Nẵng",
    "Nghệ An",
    "Thành phố Hồ Chí Minh",
    "Cần Thơ",
)
OPTIONS = Options(60, "2026-11-22")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("batch")
    for number, province in enumerate(PROVINCES):
        roster = sample(province, number, communes_wanted=2)
        write_workbook(roster, where / f"tinh_{number}.xlsx")
    return where


def test_eight_provinces_with_a_worker_killed_midway(folder: Path, tmp_path: Path) -> None:
    work = Batch(jobs_of(folder, tmp_path, ()), tmp_path, OPTIONS)
    heard: list[Begun | Again | Done] = []

    def tell(said: Begun | Again | Done) -> None:
        heard.append(said)
        if isinstance(said, Begun) and sum(isinstance(other, Begun) for other in heard) == 3:
            os.kill(said.pid, signal.SIGKILL)

    work.run(LocalRunner(2), tell)
    rows = work.rows()
    assert len(rows) == len(PROVINCES)
    assert any(isinstance(said, Again) for said in heard)
    for done in rows:
        assert done.checked and done.outcome in ("best", "good"), done
        assert Path(done.job.plan).is_file()
    assert work.write_summary().is_file()
    assert len(HEADERS) == 12


def test_what_is_done_is_not_done_again_but_a_changed_input_is(
    folder: Path, tmp_path: Path
) -> None:
    few = tmp_path / "list.txt"
    few.write_text(f"# two\n{folder / 'tinh_0.xlsx'}\n{folder / 'tinh_1.xlsx'}\n", encoding="utf-8")
    jobs = jobs_of(few, tmp_path, ())
    first = Batch(jobs, tmp_path, OPTIONS)
    first.run(LocalRunner(1), lambda said: None)
    assert all(done.checked for done in first.rows())
    assert Batch(jobs, tmp_path, OPTIONS).left == ()
    Path(jobs[1].plan).unlink()
    assert [job for family in Batch(jobs, tmp_path, OPTIONS).left for job in family] == [jobs[1]]
    assert len(Batch(jobs, tmp_path, Options(60, "2025-07-01")).left) == 2
    (tmp_path / RECORD).write_text("{", encoding="utf-8")
    assert len(Batch(jobs, tmp_path, OPTIONS).left) == 2


def test_a_stopped_batch_keeps_what_was_done(folder: Path, tmp_path: Path) -> None:
    work = Batch(jobs_of(folder, tmp_path, ())[:3], tmp_path, OPTIONS)
    done: list[str] = []
    work.run(
        LocalRunner(1),
        lambda said: done.append(said.job.plan) if isinstance(said, Done) else None,
        stopped=lambda: bool(done),
    )
    assert len(done) == 1 and len(Batch(work.jobs, tmp_path, OPTIONS).left) == 2


def test_scenarios_of_one_input_go_on_from_each_other(folder: Path, tmp_path: Path) -> None:
    for name, price in (("re", 200), ("dat", 4000)):
        text = f'name = "{name}"\n[prices]\n"V-SCARCE" = {price}\n'
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    few = tmp_path / "list.txt"
    few.write_text(str(folder / "tinh_0.xlsx"), encoding="utf-8")
    scenarios = (tmp_path / "re.toml", tmp_path / "dat.toml")
    work = Batch(jobs_of(few, tmp_path, scenarios), tmp_path, OPTIONS)
    assert len(work.left) == 1
    work.run(LocalRunner(2), lambda said: None)
    cheap, dear = work.rows()
    assert cheap.checked and dear.checked and cheap.cost and dear.cost
    assert cheap.cost < dear.cost


def test_the_command_says_what_is_faulty_and_goes_on(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes((folder / "tinh_2.xlsx").read_bytes())
    (tmp_path / "in" / "b.xlsx").write_bytes(b"no workbook")
    arguments = ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--json"]
    command = [sys.executable, "-m", "ui.cli", *arguments, "--as-of", "2026-11-22"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert [job["outcome"] for job in told["jobs"]] in (["best", "faulty"], ["good", "faulty"])
    assert "xlsx" in told["jobs"][1]["note"]
    empty = [sys.executable, "-m", "ui.cli", "batch", str(tmp_path), "-o", str(tmp_path / "o")]
    assert subprocess.run(empty, capture_output=True, check=False).returncode == 1


def test_a_list_that_names_no_file_says_the_line(tmp_path: Path) -> None:
    few = tmp_path / "list.txt"
    few.write_text("\nkhong_co.xlsx\n", encoding="utf-8")
    with pytest.raises(ValueError, match="dòng 2: không có tệp khong_co"):
        jobs_of(few, tmp_path, ())
