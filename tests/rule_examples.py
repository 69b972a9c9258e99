"""The two examples that every rule carries, read as a text file would be: lines with | are the rows of a table.

A rule module has five constants in Chinese, which its page shows:
WHY why it matters · WRONG a text on which the rule fires · RIGHT the same text as it should be, on which it is silent ·
MISTAKEN when it may be mistaken · SETTLE how the author of the report settles what it says.
"""

from __future__ import annotations

from types import ModuleType

from anju.checker.reading import Paragraph, Place, Reading

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


def missing(module: ModuleType) -> list[str]:
    """The constants that the rule's module lacks or leaves empty."""
    return [name for name in CONSTANTS if not str(getattr(module, name, "")).strip()]
