"""规则的例子：每条规则带一误一正两段文字，像纯文本报告那样读，带竖线的行是表格。

A rule module has five constants in Chinese, which make its page: WHY it matters, a WRONG text on which it fires, the
RIGHT text, the same as it should be, on which it is silent, when it may be MISTAKEN, how an author can SETTLE it.
"""

from __future__ import annotations

from collections.abc import Iterator

from anju.checker.extract import extract
from anju.checker.reading import Paragraph, Place, Reading
from anju.checker.relation import Relation
from anju.checker.run import RULES, run_rule

CONSTANTS = ("WHY", "WRONG", "RIGHT", "MISTAKEN", "SETTLE")


def document(text: str) -> Reading:
    """A paragraph a line; neighbouring lines with | make one table, each cell a paragraph."""
    paragraphs: list[Paragraph] = []
    table, row = 0, 0
    for line in text.strip().splitlines():
        if "|" not in line:
            row = 0
            paragraphs.append(Paragraph(len(paragraphs) + 1, line))
            continue
        table, row = (table, row + 1) if row else (table + 1, 1)
        for column, cell in enumerate(line.strip().strip("|").split("|"), 1):
            paragraphs.append(Paragraph(len(paragraphs) + 1, cell.strip(), Place(table, row, column)))
    return Reading("报告", "txt", tuple(paragraphs))


def said_of(code: str, text: str) -> Iterator[Relation]:
    """What one rule says of an example."""
    return run_rule(code, RULES[code], extract(document(text)))


def missing(code: str) -> list[str]:
    """The constants that the rule's module lacks or leaves empty."""
    return [name for name in CONSTANTS if not str(getattr(RULES[code], name, "")).strip()]
