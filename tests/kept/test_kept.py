"""What was made before the folders were moved is read as it was; the answers are the same."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.kept.golden import CASES, GOLDEN, answer, commands_with_json, copied, golden_text
from tests.kept.today import (
    Desk,
    PlanFile,
    Project,
    RevisionKind,
    Roster,
    encoded,
    plan_workbook,
    read_plan,
    read_workbook,
    roster_workbook,
    uploads,
)

PLANS = {"PA1": 64446, "PA2": 63375, "PA2 – hoán đổi": 66943, "Tự xếp": 64446}
"""Plan of the kept project → its cost."""
WORKBOOKS = {
    "phuong_an.xlsx": (48390, "0b5a912483a7f587", "0fa09861bfdd8aa9", "f24ffc72a5aa57cb"),
    "pa2.xlsx": (50606, "0b5a912483a7f587", "ae95bff03cc9539a", "809102cbe41c4b6f"),
}
"""Plan workbook → its cost, proven to be the least, and its fingerprints of input, norms and
scenario as it states them."""
NORMS_NOW = {"phuong_an.xlsx": "b80beb4c9839dfc0", "pa2.xlsx": "91ebf63faa5f943f"}
"""Plan workbook → the fingerprint of our norms of today on its day; S-SINGLE and S-ADDRESSED came
later and charge nothing."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(Project.open(copied(tmp_path) / "ho_so.sapxep"))
    yield desk
    desk.close()


def roster_in(path: Path) -> Roster:
    roster = read_workbook(path)
    assert isinstance(roster, Roster), roster
    return roster


def plan_in(path: Path) -> PlanFile:
    file = read_plan(path)
    assert isinstance(file, PlanFile), file
    return file


@pytest.mark.parametrize("name", CASES)
def test_a_command_answers_as_it_did(name: str, kept: Path) -> None:
    assert golden_text(kept, name) == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


def test_every_command_with_json_has_a_golden_answer() -> None:
    assert {arguments[0] for arguments in CASES.values()} == commands_with_json()
    assert {file.stem for file in GOLDEN.iterdir()} == set(CASES)


def test_rosters_are_read_whole(kept: Path) -> None:
    first, running = roster_in(kept / "danh_sach.xlsx"), roster_in(kept / "hien_trang.xlsx")
    assert (len(first.cadres), len(first.communes), len(first.kin)) == (318, 3, 13)
    assert not first.own_posts and not first.running
    assert running.own_posts and running.running
    counts = {name: len(rows) for name, rows in vars(running).items() if isinstance(rows, tuple)}
    assert counts == {
        "communes": 3,
        "old_units": 12,
        "titles": 63,
        "posts": 189,
        "cadres": 159,
        "kin": 7,
        "demands": 2,
        "concurrency": 3,
        "scores": 6,
        "tasks": 4,
        "own_tasks": 1,
    }
    assert sum(bool(cadre.preferences) for cadre in running.cadres) == 24


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_plan_workbook_is_lawful_at_its_cost_and_proves_its_bound(name: str, kept: Path) -> None:
    cost, *marks = WORKBOOKS[name]
    told = answer(kept, "check", "danh_sach.xlsx", name)
    said = told["answer"]
    assert told["exit"] == 0 and said["breaches"] == [] and said["outcome"] == "best"
    assert (said["cost"], said["bound"], said["proven"]) == (cost, cost, cost)
    assert said["same_input"]
    now = [marks[0], NORMS_NOW[name], marks[2]]
    assert [said["fingerprint"][of] for of in ("input", "norms", "scenario")] == now


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_plan_workbook_states_what_it_stated(name: str, kept: Path) -> None:
    file, (cost, *marks) = plan_in(kept / name), WORKBOOKS[name]
    said, mark = file.stated, file.stated.fingerprint
    assert mark is not None and [mark.input, mark.norms, mark.scenario] == marks
    assert (said.cost, said.bound, file.names_surplus) == (cost, cost, True)
    assert (len(file.plan.placements), len(file.plan.surplus)) == (270, 38)
    assert said.certificate is not None and said.certificate.bound == cost


def test_a_plan_workbook_carries_its_scenario_and_its_own_norms(kept: Path) -> None:
    said = plan_in(kept / "pa2.xlsx").stated
    assert said.overlay == {
        "don_vi.toml": (kept / "can_cu_so" / "don_vi.toml").read_text(encoding="utf-8")
    }
    assert said.scenario is not None
    assert json.loads(encoded(said.scenario)) == {
        "name": "PA2",
        "as_of": "2026-11-22",
        "quota": "",
        "forces": {"E-ROTATE": "off", "P-PREFERENCE": "wish"},
        "prices": {"P-KEEP-KM": 8},
        "demands": [
            {
                "cadre": "CB-00241",
                "target": "00004/VPDU-VT",
                "pin": True,
                "note": "Theo đề nghị của phường",
            },
            {"cadre": "CB-00125", "target": "00008", "pin": True, "note": ""},
            {
                "cadre": "CB-00073",
                "target": "00004/KT-TP",
                "pin": False,
                "note": "Ý kiến của bản thân",
            },
        ],
        "transfers": [
            {
                "commune": "00025",
                "source": 0,
                "target": 1,
                "number": 2,
                "body": "Ban Thường vụ Thành ủy",
                "note": "Kết luận 7",
            }
        ],
        "base_headcount": 330,
        "only": [],
        "waivers": [
            {
                "norm": "E-FIELD-FIT",
                "cadre": "CB-00241",
                "body": "Ban Thường vụ Thành ủy",
                "note": "Kết luận 8",
            }
        ],
        "kept": {},
        "concurrency": "required",
    }


def stored_in(path: Path) -> dict[str, tuple[str, Any]]:
    """Revision → its kind and what is stored of it, read past all of our code."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT id, kind, body FROM revision JOIN content ON content.hash = revision.content"
    ).fetchall()
    connection.close()
    return {code: (kind, json.loads(zlib.decompress(body))) for code, kind, body in rows}


def holds(now: Any, then: Any) -> bool:
    """Whether all of `then` is in `now`, which may have fields that came later."""
    if isinstance(then, dict):
        return isinstance(now, dict) and all(k in now and holds(now[k], then[k]) for k in then)
    if isinstance(then, list):
        return len(now) == len(then) and all(map(holds, now, then))
    return bool(now == then)


def test_nothing_that_a_project_stores_is_lost_in_reading(desk: Desk) -> None:
    project = desk.project
    assert project.path is not None
    read = {
        "upload": project.upload,
        "roster": project.roster,
        "scenario": project.scenario,
        "norms": project.norms,
        "plan": project.plan,
    }
    stored = stored_in(project.path)
    kinds = [kind for kind, _ in stored.values()]
    assert {kind: kinds.count(kind) for kind in read} == {
        "upload": 5,
        "roster": 3,
        "scenario": 16,
        "norms": 3,
        "plan": 5,
    }
    for code, (kind, then) in stored.items():
        assert holds(json.loads(encoded(read[kind](code))), then), (kind, code)


def test_a_project_is_whole_and_says_what_it_is(desk: Desk) -> None:
    project = desk.project
    assert (project.name, project.invented) == ("Hồ sơ giữ lại", True)
    assert project.verify() == ()
    lines = project.log()
    golden = json.loads((GOLDEN / "log.json").read_text(encoding="utf-8"))["answer"]["lines"]
    told = [{name: getattr(line, name) for name in golden[0]} for line in lines[: len(golden)]]
    assert len(golden) == 45 and told == golden


def test_the_plans_of_a_project_cost_what_they_did(desk: Desk) -> None:
    kept = desk.plans.saved[: len(PLANS)]
    records = [desk.plans.record(saved.id) for saved in kept]
    assert {record.name: record.cost for record in records} == PLANS
    assert [saved.label for saved in kept] == list(PLANS)
    assert [record.origin for record in records] == ["draft", "draft", "hand", "file"]
    assert [record.bound for record in records] == [64446, 63375, 63375, 64446]
    for saved, record in zip(kept, records, strict=True):
        checked = desk.plans.drafted_of(saved.id).report
        assert checked is not None and checked.lawful and checked.cost == record.cost
        assert record.report is not None and record.report.cost == record.cost
        assert record.report.by_rule == {code: cost for code, (_, cost) in checked.by_rule.items()}


def test_the_plans_of_a_project_have_the_figures_they_had(desk: Desk) -> None:
    found = [desk.plans.record(saved.id).figures for saved in desk.plans.saved[: len(PLANS)]]
    names = ("placed", "vacant", "vacant_key", "surplus", "moved", "concurrent", "quota")
    assert [tuple(figures[name] for name in names) for figures in found] == [
        (142, 4, 0, 5, 12, 24, 181),
        (143, 16, 0, 4, 11, 10, 181),
        (143, 16, 0, 4, 13, 10, 181),
        (142, 4, 0, 5, 12, 24, 181),
    ]


def test_a_plan_whose_draft_was_cut_off_is_rescued(desk: Desk) -> None:
    assert "PA dở (lập dở)" in desk.said.notice
    rescued = desk.plans.record(desk.plans.saved[-1].id)
    assert (rescued.name, rescued.cost, rescued.origin) == ("PA dở (lập dở)", 63375, "best_so_far")
    assert [(job.name, job.state.value) for job in desk.project.jobs.all()] == [
        ("PA1", "done"),
        ("PA2", "done"),
        ("PA3", "failed"),
        ("Dừng", "stopped"),
        ("PA mất", "cut_off"),
        ("PA dở", "cut_off"),
    ]


def test_what_was_announced_is_still_only_read(desk: Desk) -> None:
    names = {saved.id: saved.label for saved in desk.plans.saved}
    assert {names[plan]: line.why for plan, line in desk.plans.announcing.lines.items()} == {
        "PA1": "Nghị quyết 13/NQ-ĐU, 21/11/2026",
        "PA2 – hoán đổi": "Quyết định 99",
    }
    desk.plans.look_at(desk.plans.saved[0].id)
    assert desk.plans.only_read


def test_what_is_worked_on_is_what_it_was(desk: Desk) -> None:
    roster, scenario, case = desk.inputs.roster, desk.inputs.scenario, desk.inputs.case
    assert roster is not None and len(roster.cadres) == 159 and case is not None
    assert scenario.as_of.isoformat() == "2026-11-22"
    assert dict(scenario.forces) == {"E-ROTATE": "off", "P-IT1": "wish"}
    assert dict(scenario.prices) == {"P-KEEP-KM": 8, "P-KEEP-UNIT": 120}
    assert [(d.cadre, d.target, d.pin, d.note) for d in scenario.demands] == [
        ("CB-00028", "00004/KT-TP", True, "theo đề nghị"),
        ("CB-00023", "00004", False, "ý kiến của bản thân"),
    ]
    assert [
        (t.commune, t.source.name, t.target.name, t.number, t.note) for t in scenario.transfers
    ] == [
        ("00025", "PARTY", "GOVERNMENT", 2, "Kết luận 7"),
        ("00004", "GOVERNMENT", "FRONT", 1, ""),
    ]
    assert [(w.norm, w.cadre, w.note) for w in scenario.waivers] == [
        ("E-EDU-UNI", "CB-00069", "Kết luận 8")
    ]
    assert (scenario.base_headcount, scenario.concurrency.value) == (170, "required")


def test_the_own_norms_of_a_project_are_what_they_were(desk: Desk) -> None:
    assert sorted(desk.inputs.overlay) == ["don_vi.toml", "sua_tren_man_hinh.toml"]
    assert {mark: (e.norm, e.price, e.values) for mark, e in desk.inputs.edits.items()} == {
        "P-KEEP-KM/[]": ("P-KEEP-KM", 6, (("cap_km", "30 km"),)),
        "T-CNTT-PHUONG/[('unit_type', 'WARD')]": (
            "T-CNTT-PHUONG",
            400,
            (("minimum", "2 người"),),
        ),
    }
    assert desk.inputs.case is not None
    own = {norm.id: (norm.force.value, norm.price) for norm in desk.inputs.case.norms.own}
    assert own == {
        "P-IT1": ("wish", 3000),
        "P-KEEP-KM": ("wish", 8),
        "T-CNTT-PHUONG": ("wish", 400),
    }


def test_the_last_change_can_still_be_undone(desk: Desk) -> None:
    assert desk.inputs.undo() == "person: CB-00004"
    assert desk.inputs.undo() == "norm: P-KEEP-KM"
    assert desk.inputs.edits == {} and desk.project.verify() == ()


def test_a_workbook_that_was_being_mended_still_waits(desk: Desk) -> None:
    upload = uploads.waiting(desk)
    assert upload is not None and upload.name == "cho.xlsx"
    assert upload.mends == (("Cán bộ", 2, "Nơi ở", "xã không có"),)
    mended = uploads.mend(desk, (("Cán bộ", 2, "Nơi ở", ""),))
    assert isinstance(mended, Roster) and len(mended.cadres) == 2


def test_a_plan_taken_out_of_a_project_is_checked_at_its_cost(desk: Desk, tmp_path: Path) -> None:
    roster, plan = desk.inputs.roster, desk.plans.drafted_of(desk.plans.saved[1].id)
    assert roster is not None
    (tmp_path / "H.xlsx").write_bytes(roster_workbook(roster, masked=False))
    (tmp_path / "P.xlsx").write_bytes(plan_workbook(plan))
    said = answer(tmp_path, "check", "H.xlsx", "P.xlsx")["answer"]
    assert (said["cost"], said["bound"], said["breaches"]) == (63375, 63375, [])
    assert said["own_norms"] == ["P-IT1", "P-KEEP-KM", "T-CNTT-PHUONG"]


def test_a_kept_project_can_be_worked_on(desk: Desk) -> None:
    assert desk.inputs.demand("CB-00029", "00004", True, "thử")
    saved = desk.project.head(RevisionKind.SCENARIO)
    assert saved is not None and saved.who != "Nguyễn Văn Mẫu"
    assert desk.project.scenario(saved.id).demands[-1].cadre == "CB-00029"
    assert desk.inputs.undo().startswith("pin")
