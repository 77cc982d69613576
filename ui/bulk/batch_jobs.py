"""The jobs of a batch: one draft each, in families of one input, and what became of each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class BatchJob:
    """One draft: `source` and `scenario` are files (no scenario: ""), `plan` is what it writes."""

    source: str
    scenario: str
    plan: str

    @property
    def name(self) -> str:
        return Path(self.plan).stem


Family = tuple[BatchJob, ...]
"""Jobs of one input, which is read once; each draft goes on from what the one before left."""


@dataclass(frozen=True)
class Options:
    """Passed to every draft."""

    seconds: float = 600.0
    as_of: str = ""
    norms: str = ""


@dataclass(frozen=True, kw_only=True)
class Done:
    """What became of a job. `outcome` is that of `draft --json`, or "faulty"; `checked`: the plan
    was read back from its file and found lawful at its stated cost. `mark` is of the files read."""

    job: BatchJob
    outcome: str
    mark: str = ""
    cost: int | None = None
    bound: int | None = None
    gap: float | None = None
    seconds: float = 0.0
    people: int = 0
    placed: int = 0
    vacant: int = 0
    surplus: int = 0
    checked: bool = False
    note: str = ""

    @property
    def finished(self) -> bool:
        return self.checked or self.without_plan

    @property
    def without_plan(self) -> bool:
        """Whether there is nothing to write, and that is the answer."""
        return self.outcome in ("faulty", "impossible")

    def as_json(self) -> dict[str, Any]:
        """As it stands in the record and on a worker's line."""
        return asdict(self)


def done_from(told: Mapping[str, Any]) -> Done:
    """The inverse of `Done.as_json`; TypeError or KeyError when it is none."""
    return Done(**{**told, "job": BatchJob(**told["job"])})


def jobs_of(source: Path, out: Path, scenarios: Sequence[Path]) -> tuple[BatchJob, ...]:
    """The jobs of a folder of workbooks, or of a list: one line for each, an input and perhaps a
    scenario after a comma or tab, relative to the list. Each is done under every one of `scenarios`
    when there are any. ValueError says which line names a file that is not there."""
    if source.is_dir():
        books = sorted(p for p in source.glob("*.xlsx") if not p.name.startswith((".", "~")))
        pairs: list[tuple[Path, Path | None]] = [(book, None) for book in books]
    else:
        pairs = _listed(source)
    return tuple(
        _job(book, scenario, out)
        for book, own in pairs
        for scenario in ((own,) if own or not scenarios else scenarios)
    )


def _listed(source: Path) -> list[tuple[Path, Path | None]]:
    """The inputs of a list, each with its scenario."""
    pairs: list[tuple[Path, Path | None]] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        parts = [part.strip() for part in line.replace("\t", ",").split(",")]
        if not parts[0] or parts[0].startswith("#"):
            continue
        files = [source.parent / part for part in parts[:2] if part]
        for file in files:
            if not file.is_file():
                raise ValueError(f"{source.name}, dòng {number}: không có tệp {file.name}")
        pairs.append((files[0], files[1] if len(files) > 1 else None))
    return pairs


def _job(book: Path, scenario: Path | None, out: Path) -> BatchJob:
    name = f"{book.stem}.{scenario.stem}" if scenario else book.stem
    return BatchJob(str(book), str(scenario) if scenario else "", str(out / f"{name}.plan.xlsx"))


def mark_of_files(job: BatchJob, options: Options) -> str:
    """A fingerprint of the files and options that a job depends on."""
    digest = sha256(json.dumps(asdict(options), sort_keys=True).encode())
    for name in (job.source, job.scenario):
        if name:
            digest.update(Path(name).read_bytes())
    return digest.hexdigest()[:16]
