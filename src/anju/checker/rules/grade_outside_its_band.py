"""等次与得分不符：得分不在所评等次的分数段里；得分高的反而等次低，得分超过满分，也在内。

The bands that the report writes down, else those of its region, else what any region would call so: then only a score
far off. A score at the end of a band may be of either. Warnings. Wrong when the grade was lowered or raised for another
reason: say which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell
from anju.checker.relation import Relation, Result
from anju.checker.rules._bands import COMMON, GRADE, Band, outside, own, plain, regional
from anju.checker.rules._grade_apart import grade_apart
from anju.checker.rules._neighbours import Told, behind, paragraphs, valued
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension, decimal_text, unit

AUDIT_POINTS = ("V04",)
WHY = "等次是评价结论，和下年资金挂钩。得分写着、分数段写着，等次却对不上，结论就站不住。"
WRONG = """
综合得分86.45分，评价等级为“优”。
评价等级标准：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。
"""
RIGHT = """
综合得分86.45分，评价等级为“良”。
评价等级标准：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。
"""
MISTAKEN = "因为加分、扣分或一票否决调整了等次，而报告没有写明；或者用的是另一套分数段。"
SETTLE = "写明用哪一套分数段、有没有调整；写错的，改得分或改等次。"

_POINTS = 10_000
_GRADED = re.compile(
    rf"[,;、(]?(?:绩效|综合|总体|项目)*(?:评价|评定|考核|自评)?(?:结果|结论)?(?:等次|等级|级别|档次)?(?:为|是|评定为|被评为|评为|属于?|达到|确定为|定为)*"
    rf"[\"“‘]?(?P<grade>{GRADE})[\"”’]?(?:等次|等级|级|档)?(?=[^\u4e00-\u9fff]|$)"
)
_GRADE_FIRST = re.compile(
    rf"(?:等次|等级)(?:为|是|:)?[\"“‘]?(?P<grade>{GRADE})[\"”’]?[,(](?:综合|自评|评价|绩效)*(?:得分|评分)?(?:为|是|:)?$"
)
_ORDER = "优良中差"
_NO_SCORE = re.compile("满分|分值|目标|标准|扣|以上|以下|划|[至到—–~-]$")
_SCORE = re.compile("得分|总分|评分|分数|成绩")
_HEAD = re.compile("等次|等级|档次|评价结果|评定结果")
_FULL = re.compile(r"(?:满分|分值|总分)(?:为|是|:)?$")
_GOT = re.compile(r"(?:得分?|实得|自评得分|评价得分|得了)(?:为|是|:)?$")


@dataclass(frozen=True, slots=True)
class _Graded:
    """A score and the grade given to it; `said`: how the score is quoted."""

    where: Where
    quantity: Quantity
    text: str
    said: str
    grade: str

    @property
    def score(self) -> Fraction:
        return self.quantity.base / _POINTS


def check(extract: Extract) -> Iterator[Relation]:
    graded = list(_in_tables(extract))
    for told in paragraphs(extract):
        graded += (found for each in told if (found := _graded(extract, each)) is not None)
        yield from _above_full(extract, told)
    alone = grade_apart(extract) if not graded else None
    if alone is not None:
        claim, grade = alone
        graded.append(_Graded(claim.where, claim.mention.quantity, claim.text, quoted(extract, claim), grade))
    if graded:
        bands, known = _bands(extract)
        for one in graded:
            yield from _judged(one, bands, known)
        yield from _turned([one for one in graded if not _fails(one, bands)])


def _graded(extract: Extract, each: Told) -> _Graded | None:
    claim = each.claim
    if claim.dimension is not Dimension.POINTS or not valued(claim) or not 0 <= claim.base <= 100 * _POINTS:
        return None
    if _NO_SCORE.search(each.lead[-12:]):
        return None
    found = _GRADED.match(behind(extract, claim, 30)) or _GRADE_FIRST.search(each.lead)
    quote = quoted(extract, claim)
    return _Graded(claim.where, claim.mention.quantity, claim.text, quote, found["grade"]) if found else None


def _in_tables(extract: Extract) -> Iterator[_Graded]:
    """The last score of a row with the grade behind it."""
    for row in (row for grid in extract.grids for row in grid.body):
        score: Cell | None = None
        for cell in row:
            if cell.quantity is not None and _SCORE.search(cell.head) and not _NO_SCORE.search(cell.head):
                score = cell
            elif score is not None and _HEAD.search(cell.head) and re.fullmatch(GRADE, cell.text.strip()):
                yield from _of_row(score, cell)


def _of_row(score: Cell, grade: Cell) -> Iterator[_Graded]:
    found = score.quantity
    if found is not None and 0 <= found.value <= 100:
        quantity = Quantity(found.value, unit("分", Dimension.POINTS), found.step)
        text = score.text.strip().removesuffix("分") + "分"
        yield _Graded(score.where, quantity, text, f"表中{grade.stub or score.stub}{text}", grade.text.strip())


def _bands(extract: Extract) -> tuple[dict[str, Band], str]:
    """The bands to go by, and whose they are."""
    written = own(extract)
    if written:
        return written, "报告所列的"
    title = "".join(source.folded.text for source in list(extract.sources.values())[:2])
    return (regional(title), "本地区规定的") if regional(title) else (COMMON, "")


def _fails(one: _Graded, bands: dict[str, Band]) -> bool:
    band = bands.get(plain(one.grade))
    return band is not None and outside(one.score, band)


def _judged(one: _Graded, bands: dict[str, Band], known: str) -> Iterator[Relation]:
    band = bands.get(plain(one.grade))
    if band is None:
        return
    shown = f"{decimal_text(band[0], 1)}至{decimal_text(band[1], 1)}分"
    if not outside(one.score, band):
        if known:
            yield _relation(Result.HELD, one, f"{one.text}在“{one.grade}”的{shown}里")
        return
    said = f"{known}“{one.grade}”是{shown}" if known else f"通常评为“{one.grade}”的不是这个分数"
    message = (
        f"{one.said}，等次写的是“{one.grade}”，{said}，不一致，请核。"
        f"若等次另有调整或用的是别的分数段，请写明；否则请更正其中一处。"
    )
    yield _relation(Result.FAILED, one, f"“{one.grade}”：{shown}", message)


def _turned(graded: Sequence[_Graded]) -> Iterator[Relation]:
    """A higher score with a lower grade."""
    ranked = [one for one in graded if plain(one.grade) in _ORDER]
    worst: dict[str, _Graded] = {}
    for one in ranked:
        grade = plain(one.grade)
        worst[grade] = min(worst.get(grade, one), one, key=lambda each: each.score)
    for one in ranked:
        better = [worst[each] for each in _ORDER[: _ORDER.index(plain(one.grade))] if each in worst]
        better = [each for each in better if each.score < one.score]
        if better:
            other = min(better, key=lambda each: each.score)
            message = (
                f"{one.said}评为“{one.grade}”，{other.said}却评为“{other.grade}”，不一致，请核。"
                f"若用的不是同一套分数段，请写明；否则请更正其中一处。"
            )
            yield _relation(Result.FAILED, one, f"{other.text}“{other.grade}”", message)
            return


def _above_full(extract: Extract, told: Sequence[Told]) -> Iterator[Relation]:
    """满分10分，得12分; 得12分（满分10分）: what stands in brackets belongs to the score before it."""
    for before, each in pairwise(told):
        behind_it = each.claim.depth > before.claim.depth
        first, second = (each, before) if behind_it else (before, each)
        full, got = first.claim, second.claim
        points = full.dimension is got.dimension is Dimension.POINTS and full.sentence == got.sentence
        level = behind_it or full.depth == got.depth
        if points and level and valued(full) and valued(got) and _FULL.search(first.lead) and _GOT.search(second.lead):
            holds = got.base <= full.base
            message = (
                f"{quoted(extract, got)}，比满分{full}还高，不一致，请核。若另有加分，请写明；否则请更正其中一处。"
            )
            yield Relation(
                Result.HELD if holds else Result.FAILED,
                got.where,
                (full.where,),
                Computation(got.text, full.text, (full.text,)),
                Severity.WARNING,
                "" if holds else message,
                (got.mention.quantity, full.mention.quantity),
                formula=f"{got}≤{full}",
                bound=True,
            )


def _relation(result: Result, one: _Graded, formula: str, message: str = "") -> Relation:
    computation = Computation(one.text, formula, (one.text,))
    amounts = (one.quantity,)
    return Relation(result, one.where, (), computation, Severity.WARNING, message, amounts, formula=formula, bound=True)
