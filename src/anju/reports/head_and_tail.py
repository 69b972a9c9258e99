"""版头、落款和版记（GB/T 9704-2012 第 7 章）：联合行文的机关、文号与签发人、署名、日期、抄送和印发。

What nobody supplied stands as an open place, 〔主送机关〕, which the officer sees and fills.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anju.kernel.period import chinese_date
from anju.reports.document import Annex, Document, Head
from anju.reports.layout import Line, Manner, Piece, Place, Slot, Special, StyleName, Table, ems

_WORD = "文件"
_MARK_SHARES = (77, 23)
_SIGNED, _BETWEEN = "签发人：", "　"
_GAP = 1
"""Characters between number and signers, at least."""
WIDE = 28
"""Characters a line of the body holds."""
_DATE_RIGHT = 4


def open_place(name: str) -> Special:
    """〔主送机关〕: something nobody supplied."""
    return Special(f"〔{name}〕", Manner.OPEN)


def issuers(head: Head) -> tuple[Piece, ...]:
    return head.issuers or (open_place("发文机关"),)


def mark(head: Head, table: int) -> Line | Table:
    """The red mark: one office before the word 文件, or several below each other with the word beside them."""
    offices = issuers(head)
    if len(offices) == 1:
        return Line(StyleName.MARK, (*offices, _WORD))
    rows = [[Slot(Line(StyleName.MARK, (office,)), Place(table, n, 1))] for n, office in enumerate(offices, 1)]
    word = Line(StyleName.MARK_WORD, (_WORD,))
    rows[0].append(Slot(word, Place(table, 1, 2, rows=len(offices))))
    return Table(table, _MARK_SHARES, tuple(map(tuple, rows)), ruled=False)


def number_lines(head: Head) -> Iterator[Line]:
    """Signers in the order of the offices, two a line where they fit beside the number, which stands on the last."""
    number: Piece = head.number or open_place("发文字号")
    signers: list[Piece] = [Special(name, Manner.SIGNER) for name in head.signers] or [open_place("签发人姓名")]
    longest = max(ems(_words(signer)) for signer in signers)
    room = WIDE - 2 - _GAP - ems(_words(number)) - ems(_SIGNED)
    many = 2 if 2 * longest + ems(_BETWEEN) <= room else 1
    lines = [signers[n : n + many] for n in range(0, len(signers), many)]
    for order, names in enumerate(lines):
        pieces: list[Piece] = [number, "\t"] if order == len(lines) - 1 else []
        pieces += [_SIGNED] if order == 0 else []
        yield Line(StyleName.NUMBER, (*pieces, *_parted(names, _BETWEEN)))


def opening(document: Document, table: int) -> Iterator[Line | Table]:
    """All above the first sentence."""
    head = document.head
    yield mark(head, table)
    yield from number_lines(head)
    yield Line(StyleName.TITLE, (document.title,))
    yield Line(StyleName.ADDRESSEE, (head.addressee or open_place("主送机关"), "："))


def closing(document: Document) -> Iterator[Line]:
    """The list of attachments, the offices that issue, and the day."""
    yield from attachments(document.annexes)
    yield from signature(document.head)


def attachments(annexes: Sequence[Annex]) -> Iterator[Line]:
    for order, annex in enumerate(annexes, 1):
        label = "附件：" if order == 1 else ""
        number = f"{order}." if len(annexes) > 1 else ""
        yield Line(StyleName.ATTACHMENTS, (f"{label}{number}{annex.title}",))


def signature(head: Head) -> Iterator[Line]:
    """Side by side when they fit above the day, each with room for its seal; else below each other."""
    offices = issuers(head)
    day: Piece = chinese_date(head.dated_on) if head.dated_on else open_place("成文日期")
    if side_by_side([_words(office) for office in offices], _words(day)):
        yield Line(StyleName.SIGNATURE, _parted(offices, "\t"))
    else:
        yield from (Line(StyleName.SIGNATURE, (office,)) for office in offices)
    yield Line(StyleName.DATE, (day,))


def centre(name: str, day: str) -> float:
    """Where the last office and the day are centred, in characters from the left: the day ends four characters before
    the right edge, unless the office is too long for that."""
    return min(WIDE - _DATE_RIGHT - ems(day) / 2, WIDE - ems(name) / 2)


def side_by_side(names: Sequence[str], day: str) -> bool:
    """Whether all offices stand in one row, at least two characters apart."""
    *others, last = names
    room = centre(last, day) - ems(last) / 2
    return bool(others) and sum(ems(name) + 2 for name in others) <= room


def annex_head(annex: Annex, order: int, many: bool) -> Iterator[Line]:
    yield Line(StyleName.ANNEX_LABEL, (f"附件{order}" if many else "附件",))
    yield Line(StyleName.ANNEX_TITLE, (annex.title,))


def imprint(head: Head) -> Iterator[Line]:
    """At the foot of the last page: who receives a copy, who printed it and when."""
    day: Piece = chinese_date(head.dated_on) if head.dated_on else open_place("印发日期")
    yield Line(StyleName.IMPRINT, ("抄送：", head.copied_to or open_place("抄送机关"), "。"))
    yield Line(StyleName.IMPRINT, (issuers(head)[0], "\t", day, "印发"))


def _parted(pieces: Sequence[Piece], between: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        found += [between, piece] if found else [piece]
    return tuple(found)


def _words(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text
