"""正文与表不符：正文里写的数，和表里同一行、同一列的数对不上。

A number in prose against the cell of the row its clause names (湘西州开工率35.29%), and one with no row's name against
the total of the column that names its measure; 28.17亿元 is 281682.60万元 as finely as it is printed. Names and numbers
joined by 分别 go in turn. Any cell of the same measure that agrees settles it. An error where the row is named and
measure and head are the same words; against a total a warning, and only when one slip parts the two. Wrong when the
text speaks of another day or scope than the table: write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from anju.checker.extract import Extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.tables import Cell
from anju.checker.extract.topics import matter_of
from anju.checker.relation import Relation, Result
from anju.checker.rules._measures import same_measure, same_unit, same_words, years
from anju.checker.rules._named_rows import Rows, Told, told
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._slips import digits, slipped
from anju.checker.rules._tables import named
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension, half_up

AUDIT_POINTS = ("C01",)
WHY = "正文的数从表里来。正文改了表没改，或者表改了正文没改，读的人不知道该信哪一个。"
WRONG = """
城东街道开工率35.29%，城西街道开工率69.17%。
| 地区 | 计划数（个） | 开工数（个） | 开工率 |
| 城东街道 | 85 | 30 | 35.29% |
| 城西街道 | 71 | 44 | 61.97% |
| 城南街道 | 87 | 71 | 81.61% |
"""
RIGHT = """
城东街道开工率35.29%，城西街道开工率61.97%。
| 地区 | 计划数（个） | 开工数（个） | 开工率 |
| 城东街道 | 85 | 30 | 35.29% |
| 城西街道 | 71 | 44 | 61.97% |
| 城南街道 | 87 | 71 | 81.61% |
"""
MISTAKEN = "正文和表说的不是同一天、同一个口径，例如正文截至12月底，表截至11月底。"
SETTLE = "抄错的按表改正；口径不同的，在正文或表题写明截至哪一天、什么口径。"

_PLAIN = frozenset({Qualifier.NONE, Qualifier.ABOUT})
_TABLE = re.compile(r"\d|[和及与年度]|进度|明细|汇总|统计|一览|分布|名单|台账|单位|万元|元|个|户|附")
_NAMED = 4
"""So many characters, the words of any report aside, name a matter."""
_DAY = re.compile("月|日|季|半年")
"""A table may stand at another day than the text."""
_PROSE = 40
"""Characters of a cell that holds sentences."""
_TELLING = 3
"""So many telling digits make a number known again without the same words."""


def check(extract: Extract) -> Iterator[Relation]:
    rows = Rows(extract.grids)
    if not rows:
        return
    year = next((claim.year for claim in extract.claims if claim.bound is Bound.DOCUMENT), None)
    for sentence in extract.sentences:
        claims = [claim for claim in extract.of_sentence.get(sentence.number, ()) if _plain(extract, claim)]
        for each in told(extract, sentence, claims, rows) if claims else ():
            found = _judged(extract, each, rows, year)
            if found is not None:
                yield found


def _plain(extract: Extract, claim: Claim) -> bool:
    """Prose, be it in the cell of a workbook."""
    mention = claim.mention
    prose = not claim.in_table or len(extract.sources[claim.paragraph].paragraph.text) > _PROSE
    return prose and not (mention.per or mention.ranged or mention.qualifier not in _PLAIN)


def _judged(extract: Extract, each: Told, rows: Rows, year: int | None) -> Relation | None:
    claim = each.claim
    cells = [cell for cell in rows.of(each.name) if _comparable(claim, each, cell)]
    agreeing = [cell for cell in cells if not apart(claim.interval, cell.mention.interval)]
    sure = [cell for cell in agreeing if same_words(each.label, cell)] or agreeing
    if sure and (digits(claim.mention.quantity) >= _TELLING or same_words(each.label, sure[0])):
        return _made(extract, Result.HELD, claim, sure[0])
    if agreeing or claim.narrowed or claim.depth or not claim.base or _elsewhere(claim, rows):
        return None
    said = extract.sources[claim.paragraph].folded.text + claim.topic
    cells = [cell for cell in cells if _same_matter(said, rows.title(cell))]
    found = _odd(each, [cell for cell in cells if _same_time(claim, cell.head + rows.title(cell), year)])
    return None if found is None else _made(extract, Result.FAILED, claim, *found)


def _odd(each: Told, cells: Sequence[Cell]) -> tuple[Cell, Severity] | None:
    """The one cell that the number should be, and how sure that is."""
    exact = [cell for cell in cells if same_words(each.label, cell)]
    quantity = each.claim.mention.quantity
    if len(exact) == 1:
        slip = slipped(quantity, _rounded(each.claim, exact[0]))
        if each.name and each.alone and each.claim.mention.qualifier is Qualifier.NONE:
            dated = _DAY.search(each.claim.period) or "其中" in each.claim.own  # 其中: of another whole
            sure = Severity.ERROR if slip and not dated else Severity.WARNING
            return (exact[0], sure) if slip or not dated else None
        return (exact[0], Severity.WARNING) if slip else None
    scores = each.claim.dimension is Dimension.POINTS  # all of a like size: 34.25 is no slip of 94.25
    near = [cell for cell in cells if slipped(quantity, _rounded(each.claim, cell))] if not exact and not scores else []
    return (near[0], Severity.WARNING) if len(near) == 1 and digits(quantity) > _TELLING else None


def _same_matter(said: str, title: str) -> bool:
    """A table that names its matter (公办幼儿园学位进度表) is not held against a paragraph that names none of it."""
    pairs = _matter(title)
    return not pairs or any(pair in said for pair in pairs)


@lru_cache(maxsize=256)
def _matter(title: str) -> frozenset[str]:
    """The pairs of characters by which a title's matter is known again; none when it names none."""
    matter = _TABLE.sub("", matter_of(title))
    return frozenset(matter[index : index + 2] for index in range(len(matter) - 1) if len(matter) >= _NAMED)


def _same_time(claim: Claim, above: str, year: int | None) -> bool:
    """The year written beside the number is that of the table: the one its heads or title name, else the report's or,
    of a day after it, a later one."""
    told = years(above)
    if claim.bound is not Bound.SENTENCE or claim.year is None:
        return True
    if told:
        return claim.year in told
    return claim.year >= year if year is not None else _DAY.search(claim.period) is not None


def _comparable(claim: Claim, each: Told, cell: Cell) -> bool:
    assert cell.quantity is not None
    if not same_unit(claim, cell.quantity) or cell.per or cell.qualifier not in _PLAIN:
        return False
    named_years = years(cell.head)
    other_year = bool(named_years) and claim.year is not None and claim.year not in named_years
    return not (other_year and claim.bound is not Bound.NOWHERE) and same_measure(
        each.label, cell, named=bool(each.name)
    )


def _elsewhere(claim: Claim, rows: Rows) -> bool:
    """Whether some cell of whatever row says what the text says: then the text may speak of that."""
    return digits(claim.mention.quantity) >= _TELLING and rows.holds(claim.dimension, claim.base)


def _rounded(claim: Claim, cell: Cell) -> Fraction:
    """The cell as finely as the text is printed."""
    assert cell.quantity is not None
    quantity = claim.mention.quantity
    places = max(0, -int(quantity.value.as_tuple().exponent))
    step = Fraction(1, 10**places) * quantity.unit.factor
    steps = cell.quantity.base / step
    return half_up(steps.numerator, steps.denominator) * step


def _made(
    extract: Extract, result: Result, claim: Claim, cell: Cell, severity: Severity = Severity.WARNING
) -> Relation:
    assert cell.quantity is not None
    unit = claim.mention.quantity.unit
    computed = amount(_rounded(claim, cell), unit)
    sign = "≠" if result is Result.FAILED else "＝"
    message = (
        f"{quoted(extract, claim)}，{named(extract, cell)}，不一致，请核。"
        f"若说的不是同一天或同一个口径，请写明；否则请更正其中一处。"
        if result is Result.FAILED
        else ""
    )
    return Relation(
        result,
        claim.where,
        (cell.where,),
        Computation(claim.text, computed, (cell.said,)),
        severity,
        message,
        (claim.mention.quantity, cell.quantity),
        formula=f"正文{claim.text}{sign}表{cell.place.table}“{cell.stub[:16]}”行{cell.said}",
    )
