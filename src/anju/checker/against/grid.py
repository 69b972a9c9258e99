"""表格的对位：哪个表是哪个表，哪列是哪列，哪行是哪行，然后一格对一格。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from anju.checker.against.align import Pairs, by_marks, exact, keys, similar
from anju.checker.against.piece import Piece, together
from anju.checker.against.prose import Aligned, Run, align_pieces
from anju.checker.against.table import Row, Table
from anju.kernel.finding import Where

_SERIAL = frozenset({"序号", "次序"})
_ENOUGH = 0.25
_TITLED = 0.05  # decides between tables of one form; a title itself may have moved
_LONG = 400  # a cell with more characters is aligned sentence by sentence


@dataclass(frozen=True, eq=False)
class Line:
    """A row or column of `table` that stands on one side only; `words` names it."""

    table: Table
    words: str
    pieces: tuple[Piece, ...]
    where: Where


@dataclass
class Grids:
    """What became of the tables; the cells that stand on both sides are in `cells`."""

    cells: Aligned = field(default_factory=Aligned)
    rows_gone: list[Line] = field(default_factory=list)
    rows_added: list[Line] = field(default_factory=list)
    columns_gone: list[Line] = field(default_factory=list)
    columns_added: list[Line] = field(default_factory=list)


def pair_tables(issued: Sequence[Table], found: Sequence[Table]) -> Pairs:
    """Which table is which, by what stands in them; the title and the order decide between equals."""
    old, new = [_texts(each) for each in issued], [_texts(each) for each in found]
    scored = []
    for one, texts in enumerate(old):
        for other, others in enumerate(new):
            common = sum((texts & others).values())
            share = 2 * common / max(1, sum(texts.values()) + sum(others.values()))
            if share >= _ENOUGH:
                titled = issued[one].title == found[other].title
                scored.append((-share - _TITLED * titled, abs(one - other), one, other))
    pairs: Pairs = {}
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _texts(table: Table) -> Counter[str]:
    """Cells with their digits made alike: a table whose figures all changed is still that table."""
    return Counter("".join(each.shape for each in cell) for row in table.rows for cell in row.cells.values() if cell)


def compare_tables(issued: Table, found: Table) -> Grids:
    """One table against itself as found."""
    columns = _columns(issued, found)
    grids = Grids()
    _lone_columns(issued, found, columns, grids)
    serial = frozenset(column for column, head in issued.heads.items() if head in _SERIAL)
    old = [_with(row, {column: column for column in columns}, serial) for row in issued.rows]
    new = [_with(row, {there: here for here, there in columns.items()}, serial) for row in found.rows]
    marked = by_marks(old, new)
    pairs = exact(*keys(old, new, marked))
    changed = {**similar(old, new, pairs, _closeness), **marked}
    for one, other in pairs.items():
        if one in marked:
            continue
        grids.cells.same += zip(old[one].pieces, new[other].pieces, strict=False)
    for one, other in changed.items():
        _cells(old[one], new[other], sorted(columns), grids)
    _lone_rows((issued, old), (found, new), {**pairs, **changed}, grids)
    return grids


def _columns(issued: Table, found: Table) -> dict[int, int]:
    """Which column is which. As many columns under the same heads are the same columns; otherwise equal heads, then
    what stands below them."""
    old, new = _column_texts(issued), _column_texts(found)
    heads = [_head(issued, each) for each in old], [_head(found, each) for each in new]
    if len(old) == len(new) and (heads[0] == heads[1] or sorted(heads[0]) != sorted(heads[1])):
        return dict(zip(old, new, strict=True))
    scored = []
    for one, texts in old.items():
        for other, others in new.items():
            titled = _head(issued, one) == _head(found, other) != ""
            common = sum((texts & others).values()) / max(1, sum(texts.values()))
            if titled or common >= 0.5:
                scored.append((-2 * titled - common, abs(one - other), one, other))
    columns: dict[int, int] = {}
    for _, _, one, other in sorted(scored):
        if one not in columns and other not in columns.values():
            columns[one] = other
    for one, texts in old.items():
        if texts.total() == 1 and one not in columns.values():
            columns.setdefault(one, one)  # a single cell is no column, whatever became of its row
    return columns


def _head(table: Table, column: int) -> str:
    return table.heads.get(column, "").replace(" ", "")


def _column_texts(table: Table) -> dict[int, Counter[str]]:
    texts: dict[int, Counter[str]] = {}
    for row in table.rows:
        for column, text in row.texts.items():
            texts.setdefault(column, Counter())[text] += 1
    return dict(sorted(texts.items()))


def _lone_columns(issued: Table, found: Table, columns: Mapping[int, int], grids: Grids) -> None:
    for column in _column_texts(issued):
        if column not in columns:
            pieces = tuple(each for row in issued.rows for each in row.cells.get(column, ()))
            near = next((each.where() for each in found.pieces), Where())
            point = Where(paragraph=near.paragraph, start=0, end=0, text="")
            grids.columns_gone.append(Line(issued, issued.heads.get(column) or f"第{column}列", pieces, point))
    for column in _column_texts(found):
        if column not in columns.values():
            pieces = tuple(each for row in found.rows for each in row.cells.get(column, ()))
            words = found.heads.get(column) or f"第{column}列"
            grids.columns_added.append(Line(issued, words, pieces, pieces[0].where()))


def _with(row: Row, columns: Mapping[int, int], serial: frozenset[int]) -> Row:
    """The row with only these columns, by their numbers as issued, and without the number it bears in its table:
    where a row is cut out the others are numbered anew."""
    cells = {columns[column]: cell for column, cell in row.cells.items() if column in columns}
    numbers = {column for column in serial if [each.shape for each in cells.get(column, ())] == ["#"]}
    return Row(row.number, {column: cell for column, cell in cells.items() if column not in numbers})


def _closeness(issued: Row, found: Row, same_place: bool) -> float:
    """Rows are one when a control, the label or half of the cells stayed."""
    old, new = issued.texts, found.texts
    equal = sum(text == new.get(column) for column, text in old.items()) / max(1, len(old), len(new))
    shared = len(issued.names & found.names) / len(issued.names) if issued.names else 0.0
    labelled = bool(issued.label) and issued.label == found.label
    alike = same_place and issued.shape == found.shape
    if not (shared >= 0.5 or labelled or equal >= 0.5 or alike):
        return 0.0
    return equal + shared + 0.5 * labelled + 0.2 * same_place


def _cells(issued: Row, found: Row, columns: Sequence[int], grids: Grids) -> None:
    near = Where()
    if "".join(issued.texts.values()) == "".join(found.texts.values()):
        columns = ()  # cells were merged or parted, and the row says what it said
    for column in columns:
        old, new = issued.cells.get(column, ()), found.cells.get(column, ())
        if new:
            near = new[0].where()
        if not old and not new:
            continue
        if not new:
            point = Where(paragraph=near.paragraph, start=near.end, end=near.end, text="")
            grids.cells.gone.append(Run(old, point))
        elif not old:
            grids.cells.added.append(Run(new, new[0].where()))
        elif max(sum(len(each.text) for each in cell) for cell in (old, new)) > _LONG:
            grids.cells += align_pieces(old, new)
        else:
            pair = together(old), together(new)
            (grids.cells.same if pair[0].key == pair[1].key else grids.cells.changed).append(pair)


def _lone_rows(issued: tuple[Table, list[Row]], found: tuple[Table, list[Row]], pairs: Pairs, grids: Grids) -> None:
    for index, row in enumerate(issued[1]):
        if index not in pairs and row.key:
            last = next((found[1][pairs[before]] for before in range(index - 1, -1, -1) if before in pairs), None)
            end = last.pieces[-1].where() if last and last.pieces else Where()
            where = Where(paragraph=end.paragraph, start=end.end, end=end.end, text="" if last else None)
            grids.rows_gone.append(Line(issued[0], _row_words(row), row.pieces, where))
    taken = set(pairs.values())
    for index, row in enumerate(found[1]):
        if index not in taken and row.key:
            grids.rows_added.append(Line(issued[0], _row_words(row), row.pieces, row.pieces[0].where()))


def _row_words(row: Row) -> str:
    return f"第{row.number}行" + (f"“{row.label[:30]}”" if row.label else "")
