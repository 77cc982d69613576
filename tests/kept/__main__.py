"""`python -m tests.kept [NAME …]`: writes golden files anew, after an intended change."""

import sys
import tempfile
from pathlib import Path

from tests.kept.golden import CASES, GOLDEN, copied, golden_text

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        kept = copied(Path(folder))
        for name in sys.argv[1:] or CASES:
            text = golden_text(kept, name)
            (GOLDEN / f"{name}.json").write_text(text, encoding="utf-8")
