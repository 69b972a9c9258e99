"""报告文件夹：从随附的磴口县工作簿到写好的文件夹（不出 PDF），与一句 import duckdb, ibis, lxml, openpyxl 比。"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from _pairs import Promises, take_turns

from anju.examples import DENGKOU_WORKBOOK

PEER = "import duckdb, ibis, lxml, openpyxl"
MOST = 5
ROOT = Path(__file__).resolve().parents[1]
_OWN = ROOT / ".venv/bin/python"
PYTHON = str(_OWN) if _OWN.exists() else sys.executable
"""The environment that a user has, not that of the benches, which holds more packages."""
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
COMPILED["PYTHONPYCACHEPREFIX"] = str(ROOT / "var/cache/python")
"""As on a user's machine, all code is compiled after the first run. Where it is not, the import alone takes three times
as long, and the ratio would flatter us."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="每种做法计时几遍（默认 7）")
    parser.add_argument("--look", dest="judged", action="store_false", help="只看比值，不判守没守住")
    asked = parser.parse_args(arguments)
    promises = Promises(asked.judged)
    with tempfile.TemporaryDirectory() as room:
        if not _same(promises, Path(room)):
            return 1
        ways = {"folder": partial(_folder, Path(room) / "timed"), "import": _imported}
        found = take_turns(ways, asked.rounds)
    ours, peer = found.median("folder"), found.median("import")
    promises.say(f"  从工作簿到文件夹 {ours:.2f} 秒，{PEER} {peer:.2f} 秒，每次都另起一个进程，什么也不留给下一次")
    promises.keep(f"从工作簿到文件夹÷{PEER}", found.ratio("folder", "import"), MOST)
    return promises.status


def _folder(out: Path) -> None:
    """What an officer types. It ends with 0 or, where errors were found in the facts, with 1."""
    command = [PYTHON, "-m", "anju.cli", "evaluate", str(DENGKOU_WORKBOOK), "--out", str(out)]
    done = subprocess.run(
        command, env=COMPILED, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)


def _imported() -> None:
    subprocess.run([PYTHON, "-c", PEER], env=COMPILED, check=True)


def _same(promises: Promises, room: Path) -> bool:
    """Two runs must write the same files, byte for byte; nothing is timed before."""
    written = []
    for name in ("one", "two"):
        _folder(room / name)
        written.append(_digests(room / name))
        shutil.rmtree(room / name)
    wrong = sorted(
        path for path in written[0].keys() | written[1].keys() if written[0].get(path) != written[1].get(path)
    )
    promises.say(
        f"两次写出的不一样：{'、'.join(wrong)}" if wrong else f"两次写出的{len(written[0])}个文件一样，一字节不差"
    )
    return not wrong


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    raise SystemExit(main())
