"""A project in one line: how far the work in it is."""

from pathlib import Path

from data.store.kinds import RevisionKind, Upload
from data.store.project import Project
from ui.desk.desk import Desk
from ui.desk.work.project_summary import summary_of


def test_a_project_with_a_plan_says_its_size_and_its_last_plan(planned: Desk) -> None:
    assert planned.project.path is not None
    told = summary_of(planned.project.path)
    assert told.name == "Ba phường" and told.size.startswith("3 đơn vị · ")
    assert told.mark == "✓ Đúng quy định" and told.words.startswith("PA1 đã lập")


def test_before_a_plan_it_says_what_comes_next(tmp_path: Path, planned: Desk) -> None:
    desk = Desk(Project.create(tmp_path / "A.sapxep", "A"))
    upload = Upload("hong.xlsx", "")
    desk.project.commit(RevisionKind.UPLOAD, upload, "upload")
    first = summary_of(tmp_path / "A.sapxep")
    assert (first.mark, first.words) == ("⚠ Còn lỗi", "Đang sửa lỗi bảng tính hong.xlsx")
    assert planned.inputs.roster is not None
    assert desk.inputs.take_roster(planned.inputs.roster, "open")
    assert summary_of(tmp_path / "A.sapxep").mark == "○ Chưa lập"
    desk.close()


def test_a_file_that_is_no_project_says_so(tmp_path: Path) -> None:
    (tmp_path / "X.sapxep").write_bytes(b"khong phai")
    told = summary_of(tmp_path / "X.sapxep")
    assert (told.name, told.changed, told.mark) == ("X", "", "⚠ Không đọc được")
