"""短命的进程：命令跑的时候不收垃圾、没有 pandas；跑完一切照旧。"""

from __future__ import annotations

import gc
import subprocess
import sys
from importlib.util import find_spec

import pytest

from anju.cli._process import short_lived
from anju.examples import DENGKOU_WORKBOOK


def test_within_it_nothing_is_collected_and_there_is_no_pandas() -> None:
    with short_lived():
        assert not gc.isenabled()
        with pytest.raises(ModuleNotFoundError, match="pandas"):
            sys.meta_path[0].find_spec("pandas", None, None)
        assert find_spec("json")
    assert gc.isenabled()


def test_a_command_imports_no_pandas() -> None:
    code = "import sys; from anju.cli import main; main(['evaluate', sys.argv[1]]); print('pandas' in sys.modules)"
    command = [sys.executable, "-c", code, str(DENGKOU_WORKBOOK)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1:] == ["False"], done.stderr


def test_afterwards_all_is_as_before_even_when_the_command_fails() -> None:
    before = list(sys.meta_path)
    with pytest.raises(RuntimeError), short_lived():
        raise RuntimeError
    assert sys.meta_path == before
    assert gc.isenabled()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "anju.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["scheme", "list"], 0), (["evaluate", str(DENGKOU_WORKBOOK)], 1), (["evaluate", "无"], 2)],
)
def test_a_process_ends_with_the_commands_status_and_all_that_it_said(arguments: list[str], status: int) -> None:
    """And with nothing else: what DuckDB's bindings say of objects left over is nobody's concern."""
    done = run(*arguments)
    assert done.returncode == status
    assert done.stderr.count("\n") == (1 if status == 2 else 0)
    assert done.stdout.endswith("\n") == (status != 2)


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "anju.cli", "scheme", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
