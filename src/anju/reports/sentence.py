"""一个句子：何时写、按哪种说法写、每一分句缺了数时怎么说。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.reports.guard import Condition
from anju.reports.template import Template

Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """What a sentence or clause is repeated for: `what` is finding, groups or rows; `words` say which.

    Of rows with `column` every different value counts once, and `.count` is how many rows have it.
    """

    what: str
    words: tuple[str, ...]
    column: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """`says` holds one or more ways to say it: the first with every slot known is taken.

    Else `instead`, if it is given and its own slots are known; else `missing`, a noun that joins the others of the
    sentence: 「楼栋数、户数未填报」; else nothing. Without `says` the noun is missing unless the figure `of` is known.
    """

    says: tuple[Template, ...]
    missing: str = ""
    of: str = ""
    instead: Template = ()
    when: Conditions = ()
    each: Each | None = None
    between: str = "、"
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    when: Conditions
    clauses: tuple[Clause, ...]
    between: str = "，"
    end: str = "。"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`name` is the file's path below chapters: `overview/plan`. The first variant that holds is said.

    `paragraph`: it begins a new one.
    """

    name: str
    title: str
    order: int
    paragraph: bool
    when: Conditions
    each: Each | None
    variants: tuple[Variant, ...]

    @property
    def chapter(self) -> str:
        return self.name.partition("/")[0]
