"""A desk: every change is saved, can be undone, and a restart finds all of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.excel.faults import BadWorkbook
from data.roster_book.one_person import person_texts, with_person, without_person
from data.sample import Situation, sample
from data.store.jobs import JobState
from data.store.kinds import RevisionKind
from data.store.project import Project
from planner.check import check
from planner.rules import wish_levels
from planner.why.instead import instead, judged
from planner.why.swaps import partners
from solver.proof.feasible import Possibility
from tests.clashing import relatives_pinned_together
from ui.desk.desk import Desk
from ui.desk.drafted import Checked
from ui.desk.story import check_files, on_day, write
from ui.desk.work import projects_folder
from ui.desk.work.files import plan_workbook, take_plan_file


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    desk.inputs.take_roster(sample("Hà Nội", 7, communes_wanted=3), "open")
    yield desk
    desk.close()


def finish(desk: Desk, seconds: float = 90) -> None:
    assert desk.run.now is not None and desk.run.now.wait(seconds)
    assert desk.run.collect() and desk.said.problem == ""


@pytest.fixture
def drafted(desk: Desk) -> Desk:
    desk.run.start(60)
    finish(desk)
    return desk


def again(desk: Desk) -> Desk:
    """The same file opened by somebody else."""
    assert desk.project.path is not None
    return Desk(Project.open(desk.project.path))


def test_a_draft_is_saved_with_all_it_was_made_from(drafted: Desk) -> None:
    other = again(drafted)
    assert [saved.label for saved in other.plans.saved] == ["PA1"]
    record, report = other.plans.record(other.plans.current), other.plans.drafted
    assert report is not None and report.report is not None and report.report.lawful
    assert record.cost == record.bound == report.report.cost
    assert record.certificate is not None and other.plans.figures == drafted.plans.figures
    assert other.plans.outdated == "" and other.project.verify() == ()
    other.close()


def test_pins_and_wishes_make_a_plan_outdated_and_undo_takes_them_back(drafted: Desk) -> None:
    row = next(r for r in drafted.plans.drafted.plan.placements if r.main.endswith("/VP-TP"))  # type: ignore[union-attr]
    assert drafted.inputs.demand(row.cadre, row.main, True, "theo đề nghị")
    assert "yêu cầu" in drafted.plans.outdated
    wish = wish_levels.wishes(drafted.inputs.own_norms, drafted.inputs.scenario)[0]
    assert drafted.inputs.assume(
        wish_levels.at_level(drafted.inputs.scenario, wish, "Rất cao"), "weight", wish.name
    )
    now = {
        w.rule: w.level
        for w in wish_levels.wishes(drafted.inputs.own_norms, drafted.inputs.scenario)
    }
    assert now[wish.rule] == "Rất cao"
    assert drafted.inputs.undo().startswith("weight") and drafted.inputs.undo().startswith("pin")
    assert drafted.plans.outdated == "" and drafted.inputs.scenario.demands == ()


def test_an_opposite_demand_takes_the_place_of_the_first(desk: Desk) -> None:
    assert desk.inputs.case is not None
    cadre, unit = desk.inputs.case.cadres[0].code, desk.inputs.case.communes[0].code
    assert desk.inputs.demand(cadre, unit, True) and desk.inputs.demand(cadre, unit, False)
    assert [(d.target, d.pin) for d in desk.inputs.scenario.demands] == [(unit, False)]
    desk.inputs.release(desk.inputs.scenario.demands[0])
    assert desk.inputs.scenario.demands == ()


def test_a_move_by_hand_drafts_again_with_least_change_from_the_warm_worker(
    drafted: Desk,
) -> None:
    before = drafted.plans.drafted
    assert before is not None
    case, plan = before.case, before.plan
    who, seat = next(
        (code, post.code)
        for code in plan.surplus
        for post in case.roster.posts
        if instead(case, plan, code, post.code).lawful
    )
    assert drafted.move(who, seat) == ""
    assert drafted.run.now is not None and drafted.run.now.warm
    finish(drafted)
    after = drafted.plans.drafted
    assert after is not None and after.report is not None and after.report.lawful
    assert seat in after.plan.by_cadre[who][0].posts
    moved = [r for r in plan.placements if after.plan.by_cadre.get(r.cadre, ()) != (r,)]
    assert len(moved) <= 4
    assert [saved.label for saved in drafted.plans.saved] == ["PA1", "PA2"]


def test_an_unlawful_move_names_the_article_and_changes_nothing(drafted: Desk) -> None:
    before = drafted.plans.drafted
    assert before is not None
    case = before.case
    who, seat = next(
        (cadre.code, post.code)
        for cadre in case.cadres
        for post in case.roster.posts
        if judged(case, cadre.code, post.code).refused
    )
    lines = len(drafted.project.log())
    refusal = drafted.move(who, seat)
    (first, *_) = judged(case, who, seat).refused
    assert first.norm is not None and first.norm.source in refusal
    assert drafted.run.now is None and len(drafted.project.log()) == lines


def test_what_clashes_is_diagnosed_and_a_way_out_drafts(tmp_path: Path) -> None:
    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    desk.inputs.take_roster(relatives_pinned_together().roster, "open")
    desk.run.start(60)
    assert desk.run.now is not None and desk.run.now.wait(90) and desk.run.collect()
    assert desk.run.diagnosis is not None and desk.run.diagnosis.verdict is Possibility.IMPOSSIBLE
    (found,) = desk.run.diagnosis.found
    assert desk.inputs.case is not None
    desk.inputs.take_case(found.ways[0].applied(desk.inputs.case), "way_out", "thử")
    desk.run.settled()
    desk.run.start(60)
    finish(desk)
    assert desk.plans.drafted is not None
    assert desk.inputs.undo().startswith("way_out")
    desk.close()


def test_a_hand_made_plan_with_breaches_is_taken_in_and_says_so(drafted: Desk) -> None:
    made = drafted.plans.drafted
    assert made is not None
    assert take_plan_file(drafted.plans, plan_workbook(made), "Tự xếp") == ""
    record = drafted.plans.record(drafted.plans.current)
    assert (record.name, record.breaches, record.origin) == ("Tự xếp", 0, "file")
    assert "Hỏng" in take_plan_file(drafted.plans, b"khong phai", "Hỏng")
    assert len(drafted.plans.saved) == 2


def test_a_person_is_mended_added_and_let_go(desk: Desk) -> None:
    roster = desk.inputs.roster
    assert roster is not None
    who = roster.cadres[3]
    texts = {**person_texts(roster, who), "Trình độ CNTT": "3 – Được đào tạo CNTT"}
    read = with_person(roster, texts, who.code)
    assert not isinstance(read, BadWorkbook)
    desk.inputs.take_roster(read, "person", who.code, "văn bằng mới")
    assert desk.inputs.case is not None and desk.inputs.case.cadre(who.code).it == 3
    wrong = with_person(roster, {**texts, "Ngày sinh": "31/02/1980"}, who.code)
    assert isinstance(wrong, BadWorkbook) and wrong.faults[0].column == "Ngày sinh"
    twice = with_person(roster, {**texts, "Mã cán bộ": roster.cadres[0].code}, "")
    assert isinstance(twice, BadWorkbook) and "đã có người khác" in twice.faults[0].expected
    added = with_person(read, {**texts, "Mã cán bộ": "MOI-1"}, "")
    assert not isinstance(added, BadWorkbook) and len(added.cadres) == len(read.cadres) + 1
    assert without_person(added, "MOI-1").cadres == read.cadres
    assert desk.inputs.undo().startswith("person") and desk.inputs.roster == roster


def test_a_running_situation_keeps_the_present_as_a_plan_to_look_at(tmp_path: Path) -> None:
    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    desk.inputs.take_roster(sample("Hà Nội", 7, Situation.RUNNING, 3), "open")
    assert desk.plans.present.plan.placements and desk.plans.present.report is not None
    assert (
        check(desk.plans.present.case, desk.plans.present.plan).cost
        == desk.plans.present.report.cost
    )
    desk.close()


SERVER = """
import sys, time
from pathlib import Path
from data.store.project import Project
from ui.desk.desk import Desk
desk = Desk(Project.open(Path(sys.argv[1])))
desk.run.start(600, name="PA lớn")
while desk.run.now.best is None:
    time.sleep(0.05)
while desk.project.jobs.best(desk.run.now.job) is None:
    time.sleep(0.05)
print("saved", flush=True)
time.sleep(60)
"""


def test_a_server_killed_in_the_middle_of_a_draft_keeps_the_last_saved_plan(
    tmp_path: Path,
) -> None:
    from tests.builders import crowded

    path = tmp_path / "H.sapxep"
    desk = Desk(Project.create(path, "H"))
    desk.inputs.take_roster(crowded(sample("Hà Nội", 5, communes_wanted=10), 4), "open")
    desk.close()
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None and server.stdout.readline() == "saved\n"
    server.send_signal(signal.SIGKILL)
    server.wait()
    server.stdout.close()
    after = Desk(Project.open(path))
    assert "bị ngắt giữa chừng" in after.said.notice and "PA lớn (lập dở)" in after.said.notice
    found = after.plans.drafted
    assert found is not None and found.report is not None and found.report.lawful
    assert after.plans.record(after.plans.current).cost == found.report.cost
    assert [job.state for job in after.project.jobs.all()] == [JobState.CUT_OFF]
    assert after.project.verify() == ()
    after.close()
    once = Desk(Project.open(path))
    assert once.said.notice == "" and len(once.plans.saved) == 1
    once.close()


def test_stopping_keeps_the_best_plan_and_cancelling_keeps_none(tmp_path: Path) -> None:
    from tests.builders import crowded

    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    desk.inputs.take_roster(crowded(sample("Hà Nội", 5, communes_wanted=10), 4), "open")
    for stop in (True, False):
        desk.run.start(300)
        run = desk.run.now
        assert run is not None
        while run.best is None and run.running:
            time.sleep(0.05)
        run.stop() if stop else run.cancel()
        assert run.wait(60) and desk.run.collect()
        assert len(desk.plans.saved) == 1
    assert desk.plans.record(desk.plans.current).cut_by_clock
    desk.close()


def test_the_shelf_lists_projects_last_changed_first_and_takes_copies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(projects_folder.HOME_VARIABLE, str(tmp_path / "nha"))
    one = Project.create(projects_folder.free_path("Hà Nội – cuối năm"), "Một")
    two = Project.create(projects_folder.free_path("Hà Nội – cuối năm"), "Hai")
    assert one.path is not None and two.path is not None
    assert (one.path.name, two.path.name) == (
        "ha_noi_cuoi_nam.sapxep",
        "ha_noi_cuoi_nam_2.sapxep",
    )
    elsewhere = tmp_path / "usb.sapxep"
    one.copy_to(elsewhere)
    projects_folder.remember(elsewhere)
    os.utime(elsewhere, (1, 1))
    assert [entry.path.name for entry in projects_folder.recent()][-1] == "usb.sapxep"
    taken = projects_folder.taken_in("usb.sapxep", elsewhere.read_bytes())
    assert Project.open(taken).name == "Một"
    with pytest.raises(ValueError, match="không phải là hồ sơ"):
        projects_folder.taken_in("x.sapxep", b"khong phai" * 200)
    assert {p.name for p in projects_folder.home().glob("*.sapxep")} == {
        "ha_noi_cuoi_nam.sapxep",
        "ha_noi_cuoi_nam_2.sapxep",
        "usb.sapxep",
    }


def test_a_changed_byte_of_a_plan_is_refused_when_the_project_opens(drafted: Desk) -> None:
    import sqlite3

    assert drafted.project.path is not None
    head = drafted.project.head(RevisionKind.PLAN)
    assert head is not None
    with sqlite3.connect(drafted.project.path) as connection:
        connection.execute(
            "update content set body = x'00' where hash = "
            "(select content from revision where id = ?)",
            (head.id,),
        )
    connection.close()
    other = Project.open(drafted.project.path)
    with pytest.raises(ValueError, match="đã hỏng"):
        other.plan(head.id)
    assert any("plan PA1" in damage.where for damage in other.verify())


def test_a_plan_whose_roster_changed_says_so(drafted: Desk) -> None:
    roster = drafted.inputs.roster
    assert roster is not None
    gone = without_person(roster, roster.cadres[0].code)
    drafted.inputs.take_roster(gone, "person_left", roster.cadres[0].code)
    assert drafted.plans.outdated == "danh sách"
    drafted.run.start(60, keep=True)
    finish(drafted)
    assert drafted.plans.outdated == ""
    record = drafted.plans.record(drafted.plans.current)
    assert replace(record.scenario, kept={}, name="") == replace(drafted.inputs.scenario, name="")


def test_a_plan_seen_with_another_day_is_what_check_says_of_its_file(
    drafted: Desk, tmp_path: Path
) -> None:
    made, day = drafted.plans.drafted, date(2025, 12, 31)
    assert made is not None and drafted.inputs.roster is not None
    write(made, tmp_path / "P.xlsx")
    by_file = check_files(drafted.inputs.roster, tmp_path / "P.xlsx", day)
    assert isinstance(by_file, Checked)
    seen = on_day(made, day)
    assert seen.report is not None
    assert (seen.report.cost, seen.report.by_rule) == (by_file.report.cost, by_file.report.by_rule)
    assert len(seen.report.breaches) == len(by_file.report.breaches)


def test_two_people_change_places_as_a_plan_of_their_own(drafted: Desk) -> None:
    made = drafted.plans.drafted
    assert made is not None and made.report is not None
    for row in made.plan.placements:
        for other in partners(made.case, made.plan, row.cadre, 3):
            said = drafted.plans.take_swap((row.cadre, other.cadre))
            if said:
                assert "(" in said and len(drafted.plans.saved) == 1
                continue
            after = drafted.plans.drafted
            assert after is not None and after.report is not None and after.report.lawful
            assert after.plan.by_cadre[row.cadre][0].main == (
                made.plan.by_cadre[other.cadre][0].main
            )
            assert drafted.plans.record(drafted.plans.current).origin == "hand"
            return
    raise AssertionError("nobody could change places")


def test_an_address_names_one_file_whatever_the_number_and_names_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(projects_folder.HOME_VARIABLE, str(tmp_path / "nha"))
    here = Project.create(projects_folder.free_path("H"), "Ở nhà")
    (tmp_path / "usb").mkdir()
    there = tmp_path / "usb" / "h.sapxep"
    here.copy_to(there)
    projects_folder.remember(there)
    os.utime(there, (1, 1))
    for number in range(projects_folder.SHOWN + 2):
        Project.create(projects_folder.free_path(f"Khác {number}"), "Khác").close()
    assert here.path is not None
    assert len({projects_folder.mark_of(here.path), projects_folder.mark_of(there)}) == 2
    for path in (here.path, there):
        found = projects_folder.path_of(projects_folder.mark_of(path))
        assert found is not None and found.samefile(path)
    here.close()
