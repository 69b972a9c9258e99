"""What the tests of all annexes ask of a table: its text, its merges, and that no amount stands in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from anju.figures.book import Book
from anju.reports.document import Block, Cell, Grid, Paragraph, Printed, words

# Digits that are no amount: years and dates, numbers of documents and of rows, names such as C1 or SHA-256 heads.
_HARMLESS = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|〔\d{4}〕(?:第?\d+号)?|[A-Za-z][A-Za-z0-9-]*|^\d+\.?$|[0-9a-f]{8}"
)


def grids(blocks: Iterable[Block]) -> list[Grid]:
    return [block for block in blocks if isinstance(block, Grid)]


def text(blocks: Iterable[Block]) -> str:
    """The blocks as a reviewer reads them: a line a row, cells parted by |, [columns×rows] behind a merged one."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(words(block.runs))
        elif isinstance(block, Grid):
            lines += [line for line in (block.title, block.unit_line) if line]
            lines += [" | ".join(_cell(cell) for cell in row) for row in block.rows]
            lines += [block.note] if block.note else []
    return "\n".join(lines) + "\n"


def _cell(cell: Cell) -> str:
    merged = f"[{cell.columns}×{cell.rows}]" if (cell.columns, cell.rows) != (1, 1) else ""
    return words(cell.runs) + merged


def area(grid: Grid) -> list[list[Cell | None]]:
    """The grid laid out, each place with the cell that covers it; fails where cells overlap or leave a hole."""
    found: list[list[Cell | None]] = [[None] * len(grid.widths) for _ in grid.rows]
    for top, row in enumerate(grid.rows):
        left = 0
        for cell in row:
            while left < len(grid.widths) and found[top][left] is not None:
                left += 1
            for down in range(cell.rows):
                for across in range(cell.columns):
                    assert found[top + down][left + across] is None, f"第{top + 1}行“{words(cell.runs)}”与别的格重叠"
                    found[top + down][left + across] = cell
            left += cell.columns
    holes = [(top + 1, left + 1) for top, row in enumerate(found) for left, cell in enumerate(row) if cell is None]
    assert not holes, f"没有格子的位置：{holes}"
    return found


def bare_amounts(blocks: Iterable[Block], quoted: Iterable[str] = ()) -> list[str]:
    """Plain words that hold digits of an amount (law 15). `quoted` are words of the facts, taken as they stand."""
    found = []
    for run in _plain(blocks):
        rest = run
        for each in quoted:
            rest = rest.replace(each, "")
        if re.search(r"\d", _HARMLESS.sub("", rest)):
            found.append(run)
    return found


def _plain(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (run for run in block.runs if isinstance(run, str))
        elif isinstance(block, Grid):
            yield from (line for line in (block.title, block.unit_line, block.note) if line)
            yield from (run for row in block.rows for cell in row for run in cell.runs if isinstance(run, str))


def unlike(blocks: Iterable[Block]) -> list[str]:
    """Figures whose printed text is not what they come to in that unit."""
    found = []
    for block in blocks:
        runs = block.runs if isinstance(block, Paragraph) else ()
        if isinstance(block, Grid):
            runs = tuple(run for row in block.rows for cell in row for run in cell.runs)
        for run in runs:
            if isinstance(run, Printed) and not _fits(run):
                found.append(f"{run.figure.id}: {run.text} / {run.figure.printed(run.unit)}")
    return found


def _fits(run: Printed) -> bool:
    forms = (
        run.figure.printed(run.unit, bare=bare, grouped=grouped) for bare in (True, False) for grouped in (True, False)
    )
    return run.text in forms


def sound(module: ModuleType, book: Book) -> tuple[Block, ...]:
    """What holds for every annex and county: no cell overlaps or lacks, every number a figure printed as it is, and
    nobody's words but the facts' own stand beside them."""
    blocks: tuple[Block, ...] = module.blocks(book)
    for grid in grids(blocks):
        area(grid)
        assert sum(grid.widths) > 0
        assert grid.heads < len(grid.rows)
    assert bare_amounts(blocks, quoted(book)) == []
    assert unlike(blocks) == []
    return blocks


def quoted(book: Book) -> list[str]:
    """Words of the facts that may name a number: titles of goals and documents, names of communities; longest first."""
    names = {row["title"] for table in ("goals", "evidence", "institutions") for row in book.rows(table)}
    names |= {row["name"] for row in book.rows("communities")}
    return sorted((name for name in names if name), key=len, reverse=True)


def row_of(grid: Grid, begins: str) -> list[str]:
    """The texts of the first row that has a cell beginning so."""
    found = next(row for row in grid.rows if any(words(cell.runs).startswith(begins) for cell in row))
    return [words(cell.runs) for cell in found]
