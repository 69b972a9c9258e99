"""一条批注：写在哪几个字上，说什么。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from anju.checker.fingerprint import fingerprint
from anju.checker.placed import Placed
from anju.checker.titles import title
from anju.checker.waivers import SHORT, Settled
from anju.kernel.finding import Finding, Status

MOST = 2_000
"""So many comments are written, the worst findings first; Word opens no file with more than 32,767."""
AUTHOR, INITIALS = "安居核对", "核"


@dataclass(frozen=True, slots=True)
class Comment:
    """Over [start, end) of the paragraph `number`; of number 0 it is about the whole report. `lines` are its own
    paragraphs."""

    number: int
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments on one report, with the day that they bear."""

    comments: tuple[Comment, ...]
    day: date


def comments_on(settled: Settled, day: date) -> Comments:
    """One for each finding that is open or that the report declares; what was let pass is not raised again."""
    found = list(islice(_written(settled), MOST))
    return Comments(tuple(sorted(found, key=lambda each: (each.number, each.start, each.end))), day)


def _written(settled: Settled) -> Iterator[Comment]:
    placed = Placed(settled.checked.reading)
    for finding in settled.checked.findings:
        if finding.status is not Status.WAIVED:
            where = finding.where
            yield Comment(where.paragraph or 0, where.start or 0, where.end or 0, _lines(finding, placed))


def _lines(finding: Finding, placed: Placed) -> tuple[str, ...]:
    head = f"【{finding.severity.label}】{title(finding.code)}"
    others = placed.described([each for each in finding.related if each.paragraph != finding.where.paragraph])
    last = f"指纹 {fingerprint(finding)[:SHORT]}"
    return (head, finding.message, f"对照的别处：{others}。", last) if others else (head, finding.message, last)
