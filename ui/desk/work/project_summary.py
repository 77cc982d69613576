"""A project in one line of the list of projects: its name, its size and how far the work is."""

from dataclasses import dataclass
from pathlib import Path

from data.store.kinds import RevisionKind
from data.store.project import NotAProject, Project
from planner.text.numbers import number
from ui.desk.in_words import lawful_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSummary:
    """`mark` begins with ✓, ○ or ⚠; `changed` is UTC, empty when the file cannot be read."""

    name: str
    changed: str = ""
    size: str = ""
    mark: str
    words: str


def summary_of(path: Path) -> ProjectSummary:
    try:
        project = Project.open(path)
    except (NotAProject, OSError) as error:
        return ProjectSummary(name=path.stem, mark="⚠ Không đọc được", words=str(error))
    mark, words = state_words(project)
    told = ProjectSummary(
        name=project.name,
        changed=project.changed,
        size=_size(project),
        mark=mark,
        words=words,
    )
    project.close()
    return told


def _size(project: Project) -> str:
    head = project.head(RevisionKind.ROSTER)
    if head is None:
        return ""
    roster = project.roster(head.id)
    return f"{number(len(roster.communes))} đơn vị · {number(len(roster.cadres))} người"


def state_words(project: Project) -> tuple[str, str]:
    """A mark and a sentence: how far the work has come."""
    plans = project.revisions(RevisionKind.PLAN)
    upload, roster = project.head(RevisionKind.UPLOAD), project.head(RevisionKind.ROSTER)
    if roster is None:
        name = project.upload(upload.id).name if upload else ""
        return ("⚠ Còn lỗi", f"Đang sửa lỗi bảng tính {name}")
    if not plans:
        return ("○ Chưa lập", "Đã có danh sách, chưa lập phương án")
    record = project.plan(plans[-1].id)
    keys = record.figures.get("vacant_key", 0)
    rest = f"{keys} chức danh chủ chốt còn khuyết" if keys else "không khuyết chức danh chủ chốt"
    _, mark = lawful_mark(record.breaches, record.figures.get("unbound", 0))
    return (mark, f"{record.name} đã lập, {rest}")
