"""正文的对位：哪一句是哪一句，哪几句没有了，哪几句是新的。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anju.checker.against.align import Pairs, by_marks, exact, keys, likeness, runs, similar
from anju.checker.against.open_places import filled
from anju.checker.against.piece import Piece, together
from anju.checker.against.rejoin import absorbed, rejoined
from anju.kernel.finding import Where

_ALIKE, _ALIKE_IN_PLACE, _ALIKE_BY_MARK = 0.5, 0.3, 0.15
_LETTERS = 4  # a text with fewer says too little to be recognised elsewhere


@dataclass(frozen=True, eq=False)
class Run:
    """Neighbouring pieces that stand on one side only. `where` is their place in the document as read: for what is
    gone, the point behind what stood before it. `follows` is the issued piece they stand behind; `repeats`: every
    sentence of it was issued, once less."""

    pieces: tuple[Piece, ...]
    where: Where
    follows: Piece | None = None
    repeats: bool = False


@dataclass
class Aligned:
    """`same` says the same word for word, `changed` not; all as (issued, found)."""

    same: list[tuple[Piece, Piece]] = field(default_factory=list)
    changed: list[tuple[Piece, Piece]] = field(default_factory=list)
    gone: list[Run] = field(default_factory=list)
    added: list[Run] = field(default_factory=list)

    def __iadd__(self, other: Aligned) -> Aligned:
        self.same += other.same
        self.changed += other.changed
        self.gone += other.gone
        self.added += other.added
        return self


def align_pieces(issued: Sequence[Piece], found: Sequence[Piece]) -> Aligned:
    """Every piece of either side once."""
    marked = by_marks(issued, found)
    pairs = exact(*keys(issued, found, marked))
    groups = [([one], [other]) for one, other in pairs.items() if one not in marked]
    moved = rejoined(issued, found, pairs)
    known = {**pairs, **{one: many[0] for ones, many in moved for one in ones}}
    taken = set(pairs.values()) | {index for _, many in moved for index in many}
    close = {one: other for one, other in similar(issued, found, known, closeness).items() if other not in taken}
    changed = [*(([one], [other]) for one, other in marked.items()), *absorbed(issued, found, close, taken, set(known))]
    aligned = Aligned(
        [_joined(issued, found, group) for group in groups + moved],
        [_joined(issued, found, group) for group in changed],
    )
    everything = groups + moved + changed
    partner = {one: others[0] for ones, others in everything for one in ones}
    reverse = {other: ones[-1] for ones, others in everything for other in others}
    aligned.gone = list(_gone(issued, found, partner))
    aligned.added = list(_added(issued, found, reverse))
    return aligned


def closeness(issued: Piece, found: Piece, same_place: bool) -> float:
    """How much two pieces look like one that was edited; 0 when they are two."""
    if same_place and filled(issued, found):
        return 1.0
    alike = likeness(issued.shape, found.shape)
    shared = len(issued.names & found.names) / len(issued.names) if issued.names else 0.0
    enough = _ALIKE_BY_MARK if shared else _ALIKE_IN_PLACE if same_place else _ALIKE
    if alike < enough or (letters(issued.shape) < _LETTERS and not shared and not same_place):
        return 0.0
    return alike + shared / 2 + (0.2 if same_place else 0.0)


def _joined(issued: Sequence[Piece], found: Sequence[Piece], group: tuple[list[int], list[int]]) -> tuple[Piece, Piece]:
    return together([issued[index] for index in group[0]]), together([found[index] for index in group[1]])


def _gone(issued: Sequence[Piece], found: Sequence[Piece], partner: Pairs) -> Iterator[Run]:
    for run in runs(index for index in range(len(issued)) if index not in partner):
        before = partner.get(run[0] - 1)
        after = partner.get(run[-1] + 1)
        where = Where()
        if before is not None:
            end = found[before].where()
            where = Where(paragraph=end.paragraph, start=end.end, end=end.end, text="")
        elif after is not None:
            start = found[after].where()
            where = Where(paragraph=start.paragraph, start=start.start, end=start.start, text="")
        yield Run(tuple(issued[index] for index in run), where, issued[run[0] - 1] if run[0] else None)


def _added(issued: Sequence[Piece], found: Sequence[Piece], reverse: Pairs) -> Iterator[Run]:
    old = {each.key for each in issued if letters(each.shape) >= _LETTERS}
    for run in runs(index for index in range(len(found)) if index not in reverse):
        near = reverse.get(run[0] - 1, reverse.get(run[-1] + 1))
        yield Run(
            tuple(found[index] for index in run),
            found[run[0]].where(),
            None if near is None else issued[near],
            all(found[index].key in old for index in run),
        )


def letters(shape: str) -> int:
    """Characters that are words, not numbers or signs."""
    return sum(each.isalpha() for each in shape)
