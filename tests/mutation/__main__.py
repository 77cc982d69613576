"""`python -m tests.mutation [RULE …]`: mutates every comparison and constant of the rules, one at a
time, and says which mutants no test catches. On demand only: it takes minutes.

Each mutant is the rule's module with one node changed, put in place of the real one in a process of
its own, which runs the rule's own tests and then its two readings over small plans.
"""

import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.folders import ROOT, rule_files

OPPOSITES: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
FAILED = (1, 2)
"""Exit codes of pytest that mean a test failed or could not even start."""
SPEAKING = ("explained", "met", "passed")
READINGS = ["tests/mutation/one_rule.py"]
PLUGIN = """
import importlib.abc, importlib.machinery, importlib.util, os, sys
name, path = os.environ["MUTANT_MODULE"], os.environ["MUTANT_FILE"]
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, where, target=None):
        if fullname == name:
            return importlib.util.spec_from_file_location(name, path)
        return None
sys.meta_path.insert(0, Finder())
"""


def sites(tree: ast.Module) -> Iterator[tuple[ast.AST, int, object]]:
    """(node, operand, replacement) of every mutation, in source order."""
    annotations = {
        id(inner)
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if part is not None
        for inner in ast.walk(part)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for place, operator in enumerate(node.ops):
                for other in OPPOSITES[type(operator)]:
                    yield node, place, other()
        elif isinstance(node, ast.Constant) and id(node) not in annotations:
            if isinstance(node.value, bool):
                yield node, 0, not node.value
            elif isinstance(node.value, int):
                yield node, 0, node.value + 1


def described(node: ast.AST, place: int, other: object) -> str:
    line = getattr(node, "lineno", 0)
    if isinstance(node, ast.Compare):
        old = type(node.ops[place]).__name__
        return f"dòng {line}: {ast.unparse(node)}: {old} → {type(other).__name__}"
    assert isinstance(node, ast.Constant)
    return f"dòng {line}: {node.value} → {other}"


def mutants(path: Path) -> Iterator[tuple[str, str]]:
    """(description, source) of every mutant of a module."""
    source = path.read_text(encoding="utf-8")
    number = len(list(sites(ast.parse(source))))
    for wanted in range(number):
        tree = ast.parse(source)
        node, place, other = list(sites(tree))[wanted]
        words = described(node, place, other)
        if isinstance(node, ast.Compare):
            assert isinstance(other, ast.cmpop)
            node.ops[place] = other
        else:
            node.value = other  # type: ignore[attr-defined]
        yield words, ast.unparse(tree)


def caught(path: Path, source: str) -> bool:
    """Whether some test fails with this source in place of the rule's."""
    with tempfile.TemporaryDirectory() as folder:
        chapter, rule = path.parent.name, path.stem
        file = Path(folder) / f"{rule}.py"
        file.write_text(source, encoding="utf-8")
        (Path(folder) / "mutant_plugin.py").write_text(PLUGIN, encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([folder, str(ROOT)]),
            "MUTANT_MODULE": f"planner.rules.{chapter}.{rule}",
            "MUTANT_FILE": str(file),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        own = f"tests/planner/rules/{chapter}/test_{rule}.py"
        first = own if (ROOT / own).exists() else "tests/planner/rules/test_frames.py"
        quick = [first, *(f"tests/planner/rules/test_{name}.py" for name in SPEAKING)]
        for chosen in (quick, READINGS):
            command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "mutant_plugin"]
            command += ["-p", "no:cacheprovider", *chosen]
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, check=False
            )
            if done.returncode in FAILED:
                return True
    return False


def main(chosen: list[str]) -> int:
    paths = [path for path in rule_files() if not chosen or path.stem in chosen]
    for path in paths:
        if caught(path, path.read_text(encoding="utf-8")):
            sys.stderr.write(f"{path.stem}: các kiểm thử đã hỏng sẵn, chưa có gì để đo\n")
            return 2
        if not chosen:
            break
    jobs = [(path, words, source) for path in paths for words, source in mutants(path)]
    survivors = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = pool.map(lambda job: caught(job[0], job[2]), jobs)
        for number, (job, found) in enumerate(zip(jobs, results, strict=True), 1):
            if not found:
                survivors.append(job)
                sys.stdout.write(f"SỐNG SÓT {job[0].stem}, {job[1]}\n")
            if number % 25 == 0:
                sys.stdout.write(f"… {number}/{len(jobs)}\n")
            sys.stdout.flush()
    killed = len(jobs) - len(survivors)
    sys.stdout.write(
        f"{killed} trên {len(jobs)} bị bắt ({100 * killed / max(1, len(jobs)):.1f} %)\n"
    )
    return 0 if killed * 100 >= 95 * len(jobs) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
