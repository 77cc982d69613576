"""`skills`, `log` and the report of `compare`, as a script would call them."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.roster_book.reader import read_workbook
from data.sample import sample
from data.store.project import Project
from planner.roster import Roster
from planner.roster.levels import Grade, Sex
from tests.ui.command_line import sapxep, told
from tests.ui.conftest import folder
from ui.desk.desk import Desk
from ui.desk.work.files import plan_workbook, take_plan_file

__all__ = ["folder"]


def test_skills_writes_a_workbook_whose_totals_are_those_it_tells(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "G.xlsx"
    answer = told("skills", folder / "H.xlsx", folder / "P.xlsx", "-o", out)
    frames = pd.read_excel(out, sheet_name=None, header=2, engine="calamine")
    assert list(frames) == [
        "Toàn bộ",
        "Theo đơn vị",
        "Theo quận, huyện cũ",
        "Theo phòng, ban",
        "Theo người",
        "Chỗ khuyết",
        "Chỉ một người làm được",
    ]
    required = sum(cell["required"] for cell in answer["by_competence"].values())
    assert frames["Toàn bộ"]["Cần"].sum() == frames["Theo đơn vị"]["Cần"].sum() == required
    assert len(frames["Theo người"]) == len(answer["people"])
    by_unit = sum(row["short"] + row["vacant"] for row in answer["by_unit"])
    assert by_unit == sum(c["short"] + c["vacant"] for c in answer["by_competence"].values())


def test_skills_in_words_names_competences(folder: Path) -> None:
    done = sapxep("skills", folder / "H.xlsx", folder / "P.xlsx")
    assert done.returncode == 0 and "Chuyển đổi số, CNTT" in done.stdout


def test_log_tells_every_line_and_whether_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "H.sapxep"
    desk = Desk(Project.create(path, "H"))
    desk.inputs.take_roster(sample("Hà Nội", 7, communes_wanted=3), "open", "H.xlsx")
    assert desk.inputs.case is not None
    desk.inputs.demand(
        desk.inputs.case.cadres[0].code, desk.inputs.case.communes[0].code, True, "theo đề nghị"
    )
    desk.close()
    answer = told("log", path, "--verify")
    assert answer["outcome"] == "whole" and answer["damages"] == []
    assert [line["action"] for line in answer["lines"]] == ["open", "assume", "pin"]
    assert answer["lines"][-1]["why"] == "theo đề nghị"
    raw = path.read_bytes()
    at = raw.rindex("theo đề nghị".encode())
    path.write_bytes(raw[:at] + b"T" + raw[at + 1 :])
    damaged = told("log", path, "--verify", code=1)
    assert [damage["where"] for damage in damaged["damages"]] == ["nhật ký, dòng 3"]
    assert "đã bị sửa" in sapxep("log", path, "--verify").stdout


def test_log_of_what_is_no_project_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "x.sapxep").write_bytes(b"khong phai" * 200)
    assert sapxep("log", tmp_path / "x.sapxep").returncode == 1
    assert sapxep("log", tmp_path / "y.sapxep").returncode == 2


def recomputed(roster: Roster, plan: Path) -> dict[str, Any]:
    """A plan's figures from its workbook and the roster alone, by plain table work."""
    placed = pd.read_excel(plan, "Bố trí", header=2, dtype=str, engine="calamine").fillna("")
    people = {cadre.code: cadre for cadre in roster.cadres if not cadre.leaving}
    held: dict[str, list[str]] = {}
    for code, posts in zip(placed["Mã cán bộ"], placed["Mã chức danh"], strict=True):
        held.setdefault(code, []).extend(p.strip() for p in posts.split(";") if p.strip())
    return {"placed": len(held), "surplus": len(people) - len(held), "held": held}


def draft_at(price: int, folder: Path, out: Path, number: int) -> None:
    """Drafts with another price of distance, as p1.xlsx, p2.xlsx."""
    text = f'name = "S{number}"\nprices = {{ "P-KEEP-KM" = {price} }}\n'
    scenario, plan = out / f"s{number}.toml", out / f"p{number}.xlsx"
    scenario.write_text(text, encoding="utf-8")
    told("draft", folder / "H.xlsx", "-o", plan, "--scenario", scenario)


def test_compare_tells_figures_that_plain_table_work_gives_too(
    folder: Path, tmp_path: Path
) -> None:
    for number, price in enumerate((1, 40), 1):
        draft_at(price, folder, tmp_path, number)
    plans = [folder / "P.xlsx", tmp_path / "p1.xlsx", tmp_path / "p2.xlsx"]
    answer = told("compare", folder / "H.xlsx", *plans)
    roster = read_workbook(folder / "H.xlsx")
    assert isinstance(roster, Roster)
    from data.legal_basis import make_case
    from ui.desk.story import scenario_for

    case = make_case(roster, scenario_for(None))
    for told_of, plan in zip(answer["plans"], plans, strict=True):
        again, report = recomputed(roster, plan), told_of["report"]
        held = again["held"]
        assert report["figures"]["placed"] == again["placed"] == told_of["placed"]
        assert report["figures"]["surplus"] == again["surplus"]
        seats = pd.Series([post for posts in held.values() for post in posts]).value_counts()
        short = {
            post.code: max(0, post.minimum - int(seats.get(post.code, 0)))
            for post in case.roster.posts
        }
        assert report["figures"]["vacant"] == sum(short.values())
        assert report["figures"]["vacant_key"] == sum(
            n for code, n in short.items() if case.title_of(code).key
        )
        assert report["vacant_scarce"] == sum(
            n for code, n in short.items() if case.title_of(code).scarce
        )
        assert report["many_titles"] == sum(len(posts) > 2 for posts in held.values())
        by_code = {cadre.code: cadre for cadre in roster.cadres}
        leaders = [
            by_code[code]
            for code, posts in held.items()
            if case.title_of(_main(case, posts)).grade > Grade.SPECIALIST
        ]
        women = sum(cadre.sex is Sex.FEMALE for cadre in leaders)
        assert report["women_leaders"] == pytest.approx(women / len(leaders))
        wishing = [c for c in by_code.values() if c.preferences and not c.leaving]
        first = sum(
            bool(held.get(c.code)) and held[c.code][0].split("/")[0] == c.preferences[0]
            for c in wishing
        )
        assert (report["wishes"], report["first_met"]) == (len(wishing), first)


def _main(case: Any, posts: list[str]) -> str:
    """The main post of what one person holds: the first of the bundle."""
    bundle = case.organisation.concurrency.bundle(case.posts[post].title for post in posts)
    return next(post for post in posts if case.posts[post].title == bundle.main.code)


def test_plans_of_a_project_are_compared_as_their_workbooks_are(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "H.sapxep"
    desk = Desk(Project.create(path, "H"))
    roster = read_workbook(folder / "H.xlsx")
    assert isinstance(roster, Roster) and desk.inputs.take_roster(roster, "open")
    desk.run.start(60)
    assert desk.run.now is not None and desk.run.now.wait(90) and desk.run.collect()
    assert take_plan_file(desk.plans, (folder / "P.xlsx").read_bytes(), "P") == ""
    files = []
    for saved in desk.plans.saved:
        files.append(tmp_path / f"{saved.label}.xlsx")
        files[-1].write_bytes(plan_workbook(desk.plans.drafted_of(saved.id)))
    desk.close()
    saved_ones = told("compare", path, "--present")
    from_files = told("compare", folder / "H.xlsx", *files, "--present")
    assert saved_ones["moves"] == from_files["moves"]
    assert saved_ones["plans"][1:] == from_files["plans"][1:]
    for told_of in (saved_ones, from_files):
        del told_of["plans"][0]["fingerprint"]["scenario"]
    assert saved_ones["plans"][0] == from_files["plans"][0]
    words = sapxep("compare", path, "PA1", "P", "--lang", "en")
    assert words.returncode == 0 and "Vacant" in words.stdout
    refused = sapxep("compare", path, "PA1", "PA7")
    assert refused.returncode == 2 and "PA7" in refused.stderr and "PA1, P" in refused.stderr
