"""What the tests that walk folders walk: each says how many files it must at least see."""

from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES_AT_LEAST = 71


def modules_in(folder: str, at_least: int) -> tuple[Path, ...]:
    """The modules in `folder` and its packages, faces left out; fails when it sees fewer than
    `at_least`, as after a move that nobody told it of."""
    found = _modules(sorted((ROOT / folder).rglob("*.py")))
    assert len(found) >= at_least, f"{folder}: {len(found)} modules, expected {at_least} or more"
    return found


def rule_files() -> tuple[Path, ...]:
    """The file of each rule: those in the chapters of planner/rules."""
    found = _modules(sorted((ROOT / "planner" / "rules").glob("*/*.py")))
    assert len(found) >= RULES_AT_LEAST, f"{len(found)} rules, expected {RULES_AT_LEAST} or more"
    return found


def _modules(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.name != "__init__.py")
