"""说法：报告里的一个数，说的是什么、哪一年、计划还是实际，是别的数的一部分还是总数。"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from anju.checker.extract.mention import Mention, Reach
from anju.checker.extract.words import narrowed
from anju.kernel.finding import Where
from anju.kernel.unit import Dimension


class Bound(StrEnum):
    """期间是从哪里知道的；越往后越不牢靠。"""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, eq=False)  # each claim is itself: none is compared field by field
class Claim:
    """A quantity in its place and meaning.

    `index` counts the claims of the document; `where` is its place in the original. `sentence` counts the sentences of
    the document, `at` is its place in the paragraph's plain text, `depth` the brackets around it. `label` is what
    stands before the number in its clause, `after` what follows; `thing` is what is counted or measured, `subject`
    what of the label nobody knows: whom it is about. `period` is the time as written, `bound` where it was found.
    `topic`: what the headings above it name, and the account it belongs to; `own`: the scopes of its own clause.
    `reach` and `dimension` are its mention's; `narrowed`: its own clause makes it a number of a part, of another time,
    or a difference (“其中”不算). They are kept because rules ask for them all the time.
    """

    index: int
    where: Where
    mention: Mention
    sentence: int
    at: int
    depth: int
    label: str
    after: str
    thing: str
    subject: str
    acts: frozenset[str]
    scopes: frozenset[str]
    sources: tuple[str, ...]
    period: str
    year: int | None
    bound: Bound
    in_table: bool = False
    topic: str = ""
    own: frozenset[str] = frozenset()
    reach: Reach = field(init=False, repr=False, compare=False)
    dimension: Dimension = field(init=False, repr=False, compare=False)
    narrowed: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reach", self.mention.reach)
        object.__setattr__(self, "dimension", self.mention.quantity.unit.dimension)
        object.__setattr__(self, "narrowed", bool(self.own) and narrowed(self.own - {"其中"}))

    @property
    def base(self) -> Fraction:
        """The value in base units."""
        return self.reach.base

    @property
    def interval(self) -> tuple[Fraction | None, Fraction | None]:
        """Closed interval, in base units, of what may have been meant; None: no end."""
        return self.reach.interval

    @property
    def family(self) -> tuple[Dimension, str]:
        """What may be added to it: counts only with the same word (套 and 户 are two things)."""
        return self.dimension, self.mention.counted

    @property
    def paragraph(self) -> int:
        return self.where.paragraph or 0

    @property
    def text(self) -> str:
        """As it stands, blanks and line feeds taken out."""
        return "".join((self.where.text or "").split())

    def __str__(self) -> str:
        return self.text
