"""一份报告写成什么：标题、段落、表格、图、附件；只是数据，写成哪种文件由 writers 管。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from anju.figures.figure import Figure
from anju.reports.picture import Picture


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as it stands at one place. `text` is what is printed; `unit` the unit it is counted in, which `text`
    ends with unless the column's head names it."""

    figure: Figure
    text: str
    unit: str = ""


Run = str | Printed
"""Plain words, or a figure. Digits of amounts stand in no plain words (law 15)."""
Runs = tuple[Run, ...]


class Style(StrEnum):
    """What a paragraph is; the writer knows how that looks, an office's own template may say otherwise."""

    BODY = "正文"
    LEVEL1 = "一级标题"
    LEVEL2 = "二级标题"
    LEVEL3 = "三级标题"
    TABLE_TITLE = "表题"
    UNIT_LINE = "单位行"
    NOTE = "注释"
    PICTURE_TITLE = "图题"
    ANNEX_LABEL = "附件标签"
    ANNEX_TITLE = "附件标题"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`origin` says what wrote it: the sentence files (`overview/plan`, joined with +), "narrative" for the officer's
    own words, "" for headings and the like."""

    runs: Runs
    style: Style = Style.BODY
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; it takes the place of those to its right and below that it spans, which are not listed."""

    runs: Runs = ()
    columns: int = 1
    rows: int = 1
    align: str = "center"
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the text width, one a column; the first `heads` rows repeat on every page.

    Each row lists the cells that begin in it, from left to right.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1
    title: str = ""
    unit_line: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with its title; the sentence below it for those who cannot see it.

    `table` holds the figures it was drawn from; the page shows it one click away, the printed document leaves it out.
    """

    picture: Picture
    title: str
    says: str
    table: Grid | None = None

    def shown(self) -> Iterator[Printed]:
        """The figures it was drawn from."""
        for run in _runs(self.table) if self.table else ():
            if isinstance(run, Printed):
                yield run


Block = Paragraph | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment on pages of its own: listed after the body as 附件：1.title."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The official head and tail (GB/T 9704-2012). What nobody supplied is None, and stands as an open place."""

    issuers: tuple[str, ...]
    number: str | None = None
    signers: tuple[str, ...] = ()
    addressee: str | None = None
    dated_on: date | None = None
    copied_to: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A report of kind `kind`. `sample`: it holds a made-up figure, so every page says 样张·演示数据."""

    id: str
    kind: str
    head: Head
    title: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()

    @property
    def sample(self) -> bool:
        return any(printed.figure.illustrative for printed in (*self.printed(), *self.drawn()))

    def printed(self) -> Iterator[Printed]:
        """Every figure at every place, in reading order, attachments last; those of pictures are none of them."""
        for block in self.every():
            yield from (run for run in _runs(block) if isinstance(run, Printed))

    def drawn(self) -> Iterator[Printed]:
        """The figures that the pictures show."""
        for block in self.every():
            if isinstance(block, Drawing):
                yield from block.shown()

    def every(self) -> Iterator[Block]:
        """All blocks, those of the attachments last."""
        yield from self.blocks
        for annex in self.annexes:
            yield from annex.blocks


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Paragraph):
        yield from block.runs
    elif isinstance(block, Grid):
        for row in block.rows:
            for cell in row:
                yield from cell.runs


def words(runs: Sequence[Run]) -> str:
    """The runs as plain text."""
    return "".join(run if isinstance(run, str) else run.text for run in runs)
