"""本软件自己写的报告：造一个事事相符的县，成文，写成 docx，再读回来；数的控件就是数的位置。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from anju.checker.readers import read
from anju.checker.reading import Paragraph
from anju.examples import fictional
from anju.facts.snapshot import freeze
from anju.figures.book import Book
from anju.policy.loader import Policy
from anju.reports.compose import compose
from anju.reports.writers.docx import write
from anju.scoring.assess import assess
from checker_accuracy.pieces import Figure, Kind, Line, Piece, Written

_PRINTED = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d,，。；、（）\s]{0,6})")
_KINDS = (("元", Kind.MONEY), ("米", Kind.AREA), ("㎡", Kind.AREA), ("%", Kind.RATE), ("分", Kind.SCORE))


ANNEXES = ("改造小区一览表", "项目支出绩效自评表")
"""The tables of communities and of the project's funds; the others restate the scheme and its explanations."""


def report(seed: int, policy: Policy) -> Written:
    """The performance report of one invented county with two of its annexes, another for every seed."""
    chance = Random(seed)
    tables = fictional.tables(policy, chance.randint(3, 14), chance.randint(0, 4), chance.random() < 0.2)
    document = compose(Book(assess(freeze(fictional.HEAD, tables), policy)))
    with TemporaryDirectory() as room:
        path = Path(room) / "report.docx"
        write(replace(document, annexes=tuple(each for each in document.annexes if each.title in ANNEXES)), path)
        reading = read(path)
    return Written(f"own-{seed}", "own", tuple(map(_line, reading.paragraphs)))


def long_docx(room: Path, policy: Policy) -> Path:
    """A report with all its annexes, some 20,000 characters, as a file in the folder."""
    tables = fictional.tables(policy, 16, 3, long_names=True)
    path = room / "long.docx"
    write(compose(Book(assess(freeze(fictional.HEAD, tables), policy))), path)
    return path


def _line(paragraph: Paragraph) -> Line:
    return Line(tuple(_pieces(paragraph)), paragraph.place, paragraph.level)


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    at = 0
    for mark in sorted(paragraph.marks, key=lambda each: each.start):
        figure = _figure(paragraph.text[mark.start : mark.end])
        if figure is None or mark.start < at:
            continue
        if mark.start > at:
            yield paragraph.text[at : mark.start]
        yield figure
        at = mark.end
    if at < len(paragraph.text):
        yield paragraph.text[at:]


def _figure(text: str) -> Figure | None:
    match = _PRINTED.fullmatch(text)
    if match is None:
        return None
    unit = match["unit"]
    kind = next((kind for word, kind in _KINDS if word in unit), Kind.COUNT)
    return Figure(match["number"], unit, kind, Fraction(match["number"].replace(",", "")), unit)
