"""改动的说法里各处都用的话。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anju.checker.against.amount import amounts
from anju.checker.against.change import Change, Nature
from anju.checker.against.comparison import Comparison
from anju.checker.against.piece import Piece, Spot
from anju.kernel.finding import Severity, Where

MEND = "请在系统里改数据后重新生成，或恢复原文。"
MEND_TABLE = "表中的数应当出自系统里的数据：请先补报数据再重新生成，或删去添上的内容。"
"""Where something was added to a table."""
NAMELIST = "名单"
_LONGEST = 40
_LISTED = 6


@dataclass(frozen=True)
class Fault:
    """What one kind of change amounts to; `issued` and `found` stand in the finding's computation. `severity`
    replaces the module's where the degree matters."""

    message: str
    where: Where
    issued: str | None = None
    found: str | None = None
    operands: tuple[str, ...] = ()
    related: tuple[Where, ...] = ()
    severity: Severity | None = None


def of(comparison: Comparison, *natures: Nature) -> Iterator[Change]:
    """The changes of these natures."""
    return (each for each in comparison.changes if each.nature in natures)


def alike(changes: Iterable[Change]) -> Iterator[tuple[Change, tuple[Where, ...]]]:
    """The same figure or plain number changed alike in several places is one change: the first place, the others."""
    groups: dict[object, list[Change]] = {}
    for each in changes:
        same = (each.bound and each.bound.id, each.issued, each.found)
        groups.setdefault(same, []).append(each)
    for group in groups.values():
        yield group[0], tuple(each.where for each in group[1:])


def at(spot: Spot) -> str:
    """The place, to begin a sentence with."""
    return f"{spot.words}，" if spot.words else ""


def called(change: Change, otherwise: str = "") -> str:
    """The figure by its name; `otherwise` where it has none, or none is bound."""
    return f"“{change.bound.title}”" if change.bound and change.bound.title else otherwise


def several(related: tuple[Where, ...]) -> str:
    """How many other places changed alike."""
    return f"另有{len(related)}处同样改动。" if related else ""


def short(text: str | None) -> str:
    """A text cut to what fits a message."""
    words = " ".join((text or "").split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def listed(texts: Iterable[str]) -> str:
    """The first few of many, each once."""
    each = list(dict.fromkeys(texts))
    more = f"等{len(each)}项" if len(each) > _LISTED else ""
    return "、".join(each[:_LISTED]) + more


def numbers(pieces: Iterable[Piece]) -> list[str]:
    """The numbers in pieces of text, as they stand; what numbers things is none."""
    return [place.text or "" for place in _places(pieces)]


def whole(pieces: Iterable[Piece]) -> str:
    """What pieces say, one after the other."""
    return " ".join(piece.text.strip() for piece in pieces)


def first_number(pieces: Iterable[Piece]) -> Where:
    """Where the first of the numbers stands."""
    return next(iter(_places(pieces)), Where())


def _places(pieces: Iterable[Piece]) -> Iterator[Where]:
    for piece in pieces:
        for each in amounts(piece.fold):
            if not each.ordinal:
                yield piece.where(piece.origins[each.start], piece.origins[each.end - 1] + 1)
