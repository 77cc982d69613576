"""`sapxep papers`: files of plan workbooks or of a project, by kind, unit and format."""

from pathlib import Path

from tests.kept.golden import copied
from tests.ui.command_line import sapxep, told


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_plan_files_come_with_the_papers_that_were_asked_for(folder: Path, tmp_path: Path) -> None:
    said = told(
        *("papers", folder / "H.xlsx", folder / "P.xlsx", folder / "free.xlsx", "-o", tmp_path),
        *("--kind", "comparison", "--kind", "comparison_page", "--kind", "skills", "--present"),
    )
    assert names(tmp_path) == [
        "so_sanh.xlsx",
        "so_sanh_a4.pdf",
        "thieu_hut_nang_luc_free.xlsx",
        "thieu_hut_nang_luc_hien_trang.xlsx",
        "thieu_hut_nang_luc_p.xlsx",
    ]
    assert [(file["kind"], file["plans"]) for file in said["files"][:2]] == [
        ("skills", ["Hiện trạng"]),
        ("skills", ["P"]),
    ]
    assert said["files"][-1]["file"] == (tmp_path / "so_sanh_a4.pdf").as_posix()
    assert said["left_out"] == []


def test_what_leaves_a_project_is_in_its_log(tmp_path: Path) -> None:
    project = copied(tmp_path) / "ho_so.sapxep"
    called = ("papers", project, "PA2", "-o", tmp_path / "ra", "--format", "svg")
    sapxep(*called, "--kind", "plan", "--kind", "chart_a4", "--unit", "00004")
    assert names(tmp_path / "ra") == ["phuong_an_pa2.xlsx", "so_do_a4_00004_pa2.svg"]
    last = told("log", project)["lines"][-2:]
    assert [line["action"] for line in last] == ["export", "export"]
    assert last[0]["about"] == "phương án, PA2" and "PA2" in last[1]["about"]


def test_what_cannot_be_made_is_left_out_with_the_reason_or_refused_by_name(
    folder: Path, tmp_path: Path
) -> None:
    called = ("papers", folder / "H.xlsx", folder / "P.xlsx", "-o", tmp_path / "ra")
    done = sapxep(*called, "--unit", "00004", "--format", "svg")
    assert done.returncode == 0 and "Không ghi Bảng tính so sánh: Cần hai" in done.stderr
    assert not any(name.startswith("danh_sach_du") for name in names(tmp_path / "ra"))
    before = names(tmp_path / "ra")
    done = sapxep(*called, "--kind", "project", "--lang", "en")
    assert done.returncode == 2 and "Left out Project: Can only be made" in done.stderr
    assert names(tmp_path / "ra") == before


def test_a_call_that_cannot_be_meant_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    for words, said in (
        (("--kind", "bia"), "không có loại văn bản bia; có: plan"),
        (("--format", "doc"), '"doc" không dùng được; cần pdf, png, svg'),
    ):
        done = sapxep("papers", "khong_co.xlsx", "-o", tmp_path / "ra", *words)
        assert done.returncode == 2 and said in done.stderr
    project = copied(tmp_path) / "ho_so.sapxep"
    done = sapxep("papers", project, "PA9", "-o", tmp_path / "ra")
    assert done.returncode == 2 and "hồ sơ không có phương án PA9; có: PA1" in done.stderr
    done = sapxep("papers", project, "--as-of", "2026-11-22", "-o", tmp_path / "ra")
    assert done.returncode == 2 and "--as-of" in done.stderr
    assert not (tmp_path / "ra").exists()
