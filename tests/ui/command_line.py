"""The command line in a process of its own, as a script would call it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def sapxep(*arguments: object, hash_seed: str = "0") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        encoding="utf-8",
        check=False,
    )


def told(*arguments: object, code: int = 0) -> dict[str, Any]:
    done = sapxep(*arguments, "--json")
    assert done.returncode == code, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
