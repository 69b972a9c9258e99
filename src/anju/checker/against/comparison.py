"""读到的文件与签发时的记录相比，得到的全部改动；说成什么话由 changes 里的文件管。"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from anju.checker.against.change import Change
from anju.checker.against.differ import changes
from anju.checker.against.grid import Grids, Line, compare_tables, pair_tables
from anju.checker.against.piece import Piece
from anju.checker.against.prose import Aligned, Run, align_pieces
from anju.checker.against.side import Side
from anju.checker.against.swap import Swap, swapped
from anju.checker.against.table import Row, Table
from anju.kernel.finding import Where
from anju.reports.layout import StyleName

_IMPRINT = frozenset({StyleName.IMPRINT})
_MOSTLY = 0.6
_HARDLY = 0.1
_SAME_DOCUMENT = 0.35
_MANY, _OTHERS = 10, 0.5
_WHOLE, _ALL_KNOWN = 0.5, 0.75


@dataclass
class Comparison:
    """`kept` and `known` are the shares of the issued text found, and of the text found that was issued, 0 to 1.

    `foreign`: it is not that document, and nothing else is said; with `other_figures` the words are the same.
    `excerpt`: it is part of it, and what is not there is not spoken of.
    """

    changes: list[Change] = field(default_factory=list)
    swaps: list[Swap] = field(default_factory=list)
    gone: list[Run] = field(default_factory=list)
    added: list[Run] = field(default_factory=list)
    tables_gone: list[Line] = field(default_factory=list)
    tables_added: list[Line] = field(default_factory=list)
    grids: Grids = field(default_factory=Grids)
    kept: float = 1.0
    known: float = 1.0
    excerpt: bool = False
    foreign: bool = False
    other_figures: bool = False
    places: dict[str, list[Where]] = field(default_factory=dict)


def compared(issued: Side, found: Side) -> Comparison:
    """What was changed since; nothing but that, where it is another document."""
    if _strange(issued, found):
        return Comparison(foreign=True, kept=0.0, known=0.0)
    made = Comparison()
    everything = _aligned(issued, found, made)
    _shares(issued, found, everything, made)
    every = [] if made.foreign else [change for pair in everything.changed for change in changes(*pair)]
    other_figures = _other_figures(everything, every)
    if made.foreign or other_figures:
        return Comparison(kept=made.kept, known=made.known, foreign=True, other_figures=other_figures)
    made.changes, made.swaps = swapped(every)
    made.gone, made.added = everything.gone, everything.added
    if found.plain:
        imprint = {each for each in issued.body if each.spot.style in _IMPRINT}
        made.gone = [rest for run in made.gone if (rest := _without(run, imprint))]
    _remember_places(everything, made)
    if made.excerpt:
        made.gone, made.tables_gone, made.grids.rows_gone, made.grids.columns_gone = [], [], [], []
    return made


def _aligned(issued: Side, found: Side, made: Comparison) -> Aligned:
    """Tables first, each with its own; what is left of them may have been dissolved into text."""
    pairs = pair_tables(issued.tables, found.tables)
    for one, other in pairs.items():
        _add(made.grids, compare_tables(issued.tables[one], found.tables[other]))
    left = [each for index, each in enumerate(issued.tables) if index not in pairs]
    right = [each for index, each in enumerate(found.tables) if index not in set(pairs.values())]
    body = align_pieces(_in_order(issued.body, left), _in_order(found.body, right))
    _whole_tables(body, left, right, made)
    made.grids.cells += body
    return made.grids.cells


def _strange(issued: Side, found: Side) -> bool:
    """Whether hardly a sentence is common, whatever its numbers: then there is nothing to align."""
    old, new = issued.shapes, found.shapes
    common = sum(len(shape) * times for shape, times in (old & new).items())
    least = min(sum(len(shape) * times for shape, times in each.items()) for each in (old, new))
    return common < _HARDLY * least or not least


def _add(grids: Grids, more: Grids) -> None:
    grids.cells += more.cells
    grids.rows_gone += more.rows_gone
    grids.rows_added += more.rows_added
    grids.columns_gone += more.columns_gone
    grids.columns_added += more.columns_added


def _in_order(body: Iterable[Piece], tables: Iterable[Table]) -> list[Piece]:
    return sorted([*body, *(piece for table in tables for piece in table.pieces)], key=lambda each: each.parts[0][1:])


def _whole_tables(body: Aligned, left: Sequence[Table], right: Sequence[Table], made: Comparison) -> None:
    """Tables and rows that stand on one side only are spoken of as such, not cell by cell."""
    for tables, lone, lines, rows in (
        (left, body.gone, made.tables_gone, made.grids.rows_gone),
        (right, body.added, made.tables_added, made.grids.rows_added),
    ):
        missing = {piece: run for run in lone for piece in run.pieces}
        told: set[Piece] = set()
        for table in tables:
            absent = [piece for piece in table.pieces if piece in missing]
            if absent and len(absent) >= _MOSTLY * len(table.pieces):
                lines.append(Line(table, table.title, tuple(absent), missing[absent[0]].where))
                told.update(absent)
                continue
            for row in table.rows:
                if row.pieces and all(piece in missing for piece in row.pieces):
                    rows.append(Line(table, _words(row), row.pieces, missing[row.pieces[0]].where))
                    told.update(row.pieces)
        lone[:] = [rest for run in lone if (rest := _without(run, told))]


def _words(row: Row) -> str:
    return f"第{row.number}行" + (f"“{row.label[:30]}”" if row.label else "")


def _without(run: Run, told: set[Piece]) -> Run | None:
    rest = tuple(piece for piece in run.pieces if piece not in told)
    return replace(run, pieces=rest) if rest else None


def _other_figures(everything: Aligned, every: Sequence[Change]) -> bool:
    """Whether hardly a figure is what it was: the same report of another county, year or day."""
    stand = sum(len(one.figures) for one, _ in (*everything.same, *everything.changed))
    changed = sum(each.bound is not None for each in every)
    return stand >= _MANY and changed > _OTHERS * stand


def _shares(issued: Side, found: Side, everything: Aligned, made: Comparison) -> None:
    kept = sum(len(one.key) for one, _ in everything.same) + sum(len(one.key) for one, _ in everything.changed) / 2
    known = sum(len(other.key) for _, other in (*everything.same, *everything.changed))
    made.kept = kept / max(1, _length(issued))
    made.known = known / max(1, _length(found))
    made.foreign = max(made.kept, made.known) < _SAME_DOCUMENT
    made.excerpt = not made.foreign and made.kept < _WHOLE and made.known >= _ALL_KNOWN


def _length(side: Side) -> int:
    return sum(len(each.key) for each in side.pieces)


def _remember_places(everything: Aligned, made: Comparison) -> None:
    """Where each figure stands unchanged, for those that changed elsewhere."""
    for one, other in everything.same:
        for bound in one.figures:
            made.places.setdefault(bound.id, []).append(other.where())
