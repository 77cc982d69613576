"""Sets up and runs Sắp Xếp with nothing but Python 3.11: `python3 run.py demo`, `check` or `test`.

Standard library only. Makes `.venv` beside this file, installs the versions of `requirements.lock`
(with uv when it is there, else pip; from the folder `wheels` without network when that exists),
then hands every other command to `sapxep`.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
WHEELS = HERE / "wheels"
STAMP = VENV / "sapxep-lock.sha256"
OLDEST = (3, 11)
HELP = """python3 run.py LỆNH …

  demo [--no-browser]   cài đặt, rồi lập phương án mẫu cho toàn Hà Nội, ghi vào out/
  check                 cài đặt, rồi soát mã nguồn: ruff, mypy, import-linter (dưới một phút)
  test [ĐỐI SỐ pytest]  cài đặt, rồi check và chạy mọi kiểm thử
  pack OUT.zip [--platform win_amd64]
                        gói mã nguồn và thư viện để cài ở máy không có mạng
  LỆNH KHÁC             chuyển cho sapxep (python3 run.py --help để xem)
"""


def note(text: str) -> None:
    print(f"[run.py] {text}", flush=True)


def fail(text: str) -> NoReturn:
    note(f"LỖI: {text}")
    raise SystemExit(1)


def in_venv(name: str) -> Path:
    """An executable of the environment."""
    windows = os.name == "nt"
    return VENV / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)


def run(what: str, command: list[str]) -> None:
    """Runs one step of the set-up; on failure says which and what it printed last."""
    note(what)
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        cwd=HERE,
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-15:]))
        fail(f"bước này không xong: {what} (mã {done.returncode}). Lệnh: {' '.join(command)}")


def wanted_stamp() -> str:
    """Changes when anything that decides what is installed changes."""
    parts = (LOCK.read_bytes(), (HERE / "pyproject.toml").read_bytes(), str(HERE).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> None:
    """The environment with the locked versions; nothing to do when it is already so."""
    if sys.version_info < OLDEST:
        fail(f"cần Python 3.11 trở lên, đang chạy {platform.python_version()}")
    if STAMP.is_file() and STAMP.read_text() == wanted_stamp() and in_venv("python").exists():
        return
    if not in_venv("python").exists():
        note(f"tạo môi trường {VENV.name} (Python {platform.python_version()})")
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    offline = WHEELS.is_dir()
    uv = shutil.which("uv")
    python = str(in_venv("python"))
    base = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    source = ["--no-index", "--find-links", str(WHEELS)] if offline else []
    where = "từ thư mục wheels, không dùng mạng" if offline else "qua mạng; lần đầu mất vài phút"
    run(f"cài thư viện theo {LOCK.name} ({where})", [*base, *source, "-r", str(LOCK)])
    editable = ["--no-deps", "--no-build-isolation", "-e", str(HERE)]
    run("cài sapxep", [*base, *source, *editable])
    STAMP.write_text(wanted_stamp())
    note("cài đặt xong")


def browser() -> str:
    """A Chromium, Chrome or Edge to test with; empty when there is none and none can be had."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    found = next((path for name in names if (path := shutil.which(name))), "")
    if found:
        return found
    roots = [os.environ.get(v, "") for v in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    tails = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
    places = [Path(root) / tail for root in roots if root for tail in tails]
    places += [
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ]
    for place in places:
        if place.is_file():
            return str(place)
    root = getattr(os, "geteuid", lambda: 1)() == 0
    if root and shutil.which("apt-get"):
        run("cập nhật danh mục gói (apt-get update)", ["apt-get", "update", "-qq"])
        packages = ["chromium", "fonts-noto-core"]
        run("cài Chromium để kiểm thử", ["apt-get", "install", "-y", "-qq", *packages])
        return shutil.which("chromium") or ""
    return ""


CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)
"""Format, lint, types, import contracts."""
USUAL = (
    "-m",
    "not city",
    "-n",
    "2",
    "--dist",
    "worksteal",
)
"""What pytest is told when nothing else is asked for."""


def check() -> int:
    """Every check of the source; the exit code of the first that fails."""
    for name, *arguments in CHECKS:
        note(" ".join([name, *arguments]))
        environment = {**os.environ, "PYTHONUTF8": "1"}
        code = subprocess.call([str(in_venv(name)), *arguments], cwd=HERE, env=environment)
        if code:
            return code
    return 0


def test(arguments: list[str]) -> int:
    """Every check and test, or what is asked of pytest; the exit code of the first that fails."""
    if not arguments and (code := check()):
        return code
    found = browser()
    chosen = arguments or list(USUAL)
    if not arguments and not found:
        note("KHÔNG CÓ trình duyệt: các kiểm thử trong tests/browser KHÔNG chạy")
        if os.environ.get("CI"):
            fail("CI phải có trình duyệt; cần quyền root để cài Chromium, hoặc cài sẵn Chrome")
        chosen[1] = "not city and not browser"
    note(f"pytest {' '.join(chosen)}")
    environment = {**os.environ, "SAPXEP_BROWSER": found, "PYTHONUTF8": "1"}
    command = [str(in_venv("python")), "-m", "pytest", *chosen]
    return subprocess.call(command, cwd=HERE, env=environment)


def pack(arguments: list[str]) -> int:
    """A zip with the source and a wheel of everything, for a machine without network."""
    target, options = arguments[0] if arguments else "", arguments[1:]
    if not target or (options and (len(options) != 2 or options[0] != "--platform")):
        fail("cách dùng: run.py pack OUT.zip [--platform win_amd64]")
    out = Path(target).resolve()
    with tempfile.TemporaryDirectory() as folder:
        fetch_wheels(Path(folder), options[1] if options else "")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in tracked_files():
                archive.write(HERE / name, f"sapxep/{name}")
            for wheel in sorted(Path(folder).iterdir()):
                archive.write(wheel, f"sapxep/wheels/{wheel.name}", zipfile.ZIP_STORED)
    note(f"đã ghi {out} ({out.stat().st_size // 2**20} MB)")
    return 0


def fetch_wheels(folder: Path, system: str) -> None:
    """The locked libraries for a platform, this one when it is empty."""
    fetch = [str(in_venv("python")), "-m", "pip", "download", "-q", "-r", str(LOCK)]
    fetch += ["-d", str(folder)]
    if system:
        fetch += ["--platform", system, "--only-binary", ":all:", "--python-version", "3.11"]
    run(f"tải thư viện cho {system or 'máy này'}", fetch)


def tracked_files() -> list[str]:
    """The files of the source that git knows and that are there."""
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=HERE, text=True)
    return [name for name in listed.split("\0") if name and (HERE / name).is_file()]


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "help"):
        print(HELP)
        return 0 if arguments else 2
    set_up()
    if arguments[0] == "check":
        return check()
    if arguments[0] == "test":
        return test(arguments[1:])
    if arguments[0] == "pack":
        return pack(arguments[1:])
    try:
        return subprocess.call([str(in_venv("sapxep")), *arguments])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
