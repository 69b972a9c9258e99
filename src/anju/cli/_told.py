"""核查结果交给程序的两种写法：一份 JSON，或一份 SARIF；查完一份写一份，几千份也不占内存。"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from tempfile import TemporaryFile
from textwrap import indent

from anju.checker import sarif
from anju.cli._job import Outcome

_PIECE = 1 << 20


def write(text: str) -> None:
    """On stdout, in UTF-8 whatever the locale."""
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def as_json(found: Iterable[Outcome]) -> Iterator[Outcome]:
    """Write {"documents": […]} as the reports come in, and pass them on. Nothing is written before one was readable:
    when none is, the document says so first."""
    begun, waiting, error = False, [], ""
    for outcome in found:
        waiting.append(indent(outcome.json.rstrip("\n"), " " * 4))
        error = error or outcome.notes.error
        if begun or not outcome.notes.error:
            write(("," if begun else '{\n  "documents": [') + _lines(waiting))
            begun, waiting = True, []
        yield outcome
    if not begun:
        said = json.dumps(error, ensure_ascii=False)
        write(f'{{\n  "error": {said},\n  "findings": [],\n  "documents": [{_lines(waiting)}')
    write("\n  ]\n}\n")


def as_sarif(found: Iterable[Outcome], changes: bool) -> Iterator[Outcome]:
    """Write one log with one run as the reports come in, and pass them on; `changes`: a record of issue was asked
    for."""
    write(sarif.head(_version(), changes))
    unread, begun = [], False
    # The artifacts hold the reports' texts and come last: they wait on the disk.
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as artifacts:
        for number, outcome in enumerate(found):
            artifacts.write(("," if number else "") + _lines([outcome.artifact]))
            if outcome.notes.error:
                unread.append((number, outcome.notes.path, outcome.notes.error))
            if outcome.results:
                write(("," if begun else "") + _lines(outcome.results))
                begun = True
            yield outcome
        artifacts.seek(0)
        write(sarif.between())
        while piece := artifacts.read(_PIECE):
            write(piece)
    write(sarif.tail(unread))


def _lines(pieces: Iterable[str]) -> str:
    return "\n" + ",\n".join(pieces)


def _version() -> str:
    try:
        return version("anju")
    except PackageNotFoundError:  # run from a copy that was not installed
        return "0"
