"""一句对一句：哪个数变了、没了、添了，哪些名称少了多了，单位改没改，此外的文字改没改。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from anju.checker.against.amount import amounts
from anju.checker.against.change import Change, Nature
from anju.checker.against.folded import key
from anju.checker.against.lists import text_changes
from anju.checker.against.numbers import Numbers
from anju.checker.against.open_places import filled
from anju.checker.against.piece import Piece
from anju.checker.against.tokens import Block, Token, blocks, tokens, where
from anju.reports.layout import StyleName

_NUMBERED = re.compile(r"^[(]?[一二三四五六七八九十0-9]{1,3}[).、]")
_UNIT_WORD = re.compile(r"(?:万亿|亿|[百千]?万)?(?:元|㎡|m[2²]|平方米|公顷|亩|公里|户|栋|幢)")


def changes(issued: Piece, found: Piece) -> list[Change]:
    """What is not as issued, one change each; nothing where only blanks, punctuation or spelling differ."""
    if issued.spot.heading and _unnumbered(issued) == _unnumbered(found):
        return []
    if filled(issued, found):
        return list(_filling(issued, found))
    left, right = tokens(issued), tokens(found)
    changed = blocks(left, right, issued.shape == found.shape)
    made: list[Change] = []
    told: tuple[set[int], set[int]] = (set(), set())
    for change, ones, others in text_changes((issued, left), (found, right), changed):
        made += [change] if change else []
        told[0].update(ones)
        told[1].update(others)
    made += Numbers((issued, left), (found, right), changed, told).changes()
    if not made:
        made += _units((issued, left), (found, right))
    if not made and _reworded(left, right, changed, told):
        made.append(Change(Nature.WORDS, issued.text.strip(), found.text.strip(), found.where(), issued.spot))
    return made


def _unnumbered(heading: Piece) -> str:
    """What a heading says: where a chapter was put in, those behind it are numbered anew."""
    return key(_NUMBERED.sub("", heading.fold))


def _filling(issued: Piece, found: Piece) -> Iterator[Change]:
    """Number, signer and day of a document belong into its open places; an amount told in a table does not."""
    typed = [each for each in amounts(found.fold) if not each.ordinal]
    if issued.spot.cell and typed:
        place = where(found, typed[0].start, typed[-1].end)
        yield Change(Nature.FILLED, None, place.text, place, issued.spot)


def _units(issued_text: tuple[Piece, Sequence[Token]], found_text: tuple[Piece, Sequence[Token]]) -> list[Change]:
    """A unit that stands by itself, as in 单位：万元 or at the head of a column. In running text it is only looked
    for where as many units stand as before: there a word may hold one by chance."""
    (issued, left), (found, right) = issued_text, found_text
    old, new = _unit_words(left), _unit_words(right)
    by_itself = issued.spot.cell or issued.spot.style == StyleName.UNIT_LINE
    if old == new or not old or not (by_itself or len(old) == len(new)):
        return []
    less, more = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if not less:
        return []
    stated, computed = "、".join(less.elements()), "、".join(more.elements()) or None
    return [Change(Nature.UNIT, stated, computed, found.where(), issued.spot)]


def _unit_words(every: Sequence[Token]) -> list[str]:
    words = "".join("|" if each.amount else each.text for each in every)
    return _UNIT_WORD.findall(words)


def _reworded(
    left: Sequence[Token], right: Sequence[Token], changed: Sequence[Block], told: tuple[set[int], set[int]]
) -> bool:
    """Whether characters beside numbers and figures in words are not those issued."""
    return any(
        any(index not in told[0] and not left[index].amount for index in range(block.left, block.left_end))
        or any(index not in told[1] and not right[index].amount for index in range(block.right, block.right_end))
        for block in changed
    )
