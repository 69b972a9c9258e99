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
