"""Commands of the documents, run as a person would type them, where everybody sees the same."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROGRAMS = {"python": (), "anju": ("-m", "anju.cli")}
# Settings of the test run, which must not reach what it runs.
OURS = ("PYTEST", "PYTHON", "GIT", "FORCE")


def offer(folder: Path) -> Path:
    """A folder for PATH in which `python` and `anju` are those of this test run."""
    folder.mkdir()
    for name, arguments in PROGRAMS.items():
        program = folder / name
        words: Sequence[str] = ("exec", f'"{sys.executable}"', *arguments, '"$@"')
        program.write_text(f"#!/bin/sh\n{' '.join(words)}\n", encoding="utf-8")
        program.chmod(0o755)
    return folder


def run(command: str, *, place: Path, programs: Path, source: Path) -> list[str]:
    """The lines that come out of a shell command, errors among them, in an environment that is the same for all."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    own = {
        "PATH": f"{programs}{os.pathsep}{kept.get('PATH', '')}",
        "PYTHONPATH": str(source),
        "PYTHONIOENCODING": "utf-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "COLUMNS": "120",
    }
    done = subprocess.run(
        command, shell=True, cwd=place, env=kept | own, stdout=-1, stderr=-2, encoding="utf-8", check=False
    )
    return [line.rstrip() for line in done.stdout.splitlines()]
