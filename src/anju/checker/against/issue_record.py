"""找签发记录：先看文件里的编号，编号没有了再看文字最像哪一份；拿不准就不认。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from anju.checker.against.side import found_side, issued_side
from anju.checker.reading import Reading
from anju.facts import snapshot

_ENOUGH = 0.5
_APART = 0.05  # two records this close to each other cannot be told apart by the text


def find_record(folder: Path, reading: Reading) -> dict[str, Any] | None:
    """The record of the document's issue in the snapshot `folder`; None when it is not one of its documents, or when
    nothing tells which. BadSnapshot when the folder cannot be believed."""
    records = snapshot.issued(folder)
    if reading.document_id is not None:
        return next((each for each in records if each["id"] == reading.document_id), None)
    found = found_side(reading).shapes
    scored = sorted(((_score(each, found), number) for number, each in enumerate(records)), reverse=True)
    if not scored or scored[0][0] < _ENOUGH:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _APART:
        return None
    return records[scored[0][1]]


def _score(record: Mapping[str, Any], found: Counter[str]) -> float:
    """How alike record and text are, weighed by length, 0 to 1 (Dice). A number may be another, that is the point."""
    issued = issued_side(record).shapes
    common = _length(issued & found)
    return 2 * common / max(1, _length(issued) + _length(found))


def _length(shapes: Counter[str]) -> int:
    return sum(len(shape) * times for shape, times in shapes.items())
