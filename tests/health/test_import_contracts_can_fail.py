"""Each import contract of pyproject.toml is broken by the tree that breaks it, and kept by an empty house."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from health.house import ROOT

KEPT = {"kernel/money.py": "", "measures/funds/_words.py": "", "measures/funds/rate.py": "from . import _words\n"}
BROKEN = {
    "Rooms import only what lies below them BROKEN": {"kernel/money.py": "import anju.measures.funds.rate\n"},
    "not listed as layers": {"attic/x.py": ""},
    "A definition never imports a definition BROKEN": {
        "measures/funds/share.py": "from anju.measures.funds import rate\n"
    },
    "Nothing below records knows Django BROKEN": {"facts/table.py": "def f():\n    from django.db import models\n"},
}


def lint(root: Path, files: dict[str, str]) -> tuple[int, str]:
    for name, text in files.items():
        path = root / "src/anju" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for parent in path.relative_to(root / "src").parents[:-1]:
            (root / "src" / parent / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "scripts", root / "scripts")
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    env = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_sound_house_keeps_them(tmp_path: Path) -> None:
    assert lint(tmp_path, KEPT)[0] == 0


@pytest.mark.parametrize("says", BROKEN)
def test_a_bad_tree_breaks_it(says: str, tmp_path: Path) -> None:
    status, said = lint(tmp_path, KEPT | BROKEN[says])
    assert status == 1
    assert says in said
