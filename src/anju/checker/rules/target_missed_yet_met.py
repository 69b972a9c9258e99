"""没有达到目标却说达到：目标值和实际值写在一起，实际没有达到，却写着无偏离、全部达标、完成目标、得满分。

Target and actual value of one kind, one after the other in a sentence, and the verdict behind them, in it or in the
next. The value must miss the target however both were rounded. A warning. Wrong when a margin is allowed: cite it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.mention import Qualifier
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, containing, ends, valued
from anju.checker.rules._shown import quoted

AUDIT_POINTS = ("P06",)
WHY = "目标没有达到却写“无偏离”，自评结论就不成立，复核时要扣分，还要说明原因。"
WRONG = "居民满意度目标值不低于95%，实际完成值90.2%，绩效目标无偏离。"
RIGHT = "居民满意度目标值不低于90%，实际完成值90.2%，绩效目标无偏离。"
MISTAKEN = "评分办法允许一定的偏差，或者目标后来经批准调整过。"
SETTLE = "未达到的写明偏差和原因；目标调整过的，写明调整后的目标和批准文件。"

# 完成目标任务的67.9% is no target
_TARGET = re.compile(r"(?:目标值?|指标值|计划值|年度指标|任务值?|要求)(?:[^,;。\d]{0,7}[^,;。\d的])?$")
_ACTUAL = re.compile(r"(?:实际|完成值?|达到|达|完成了)[^,;。\d]{0,8}$")
_MET = re.compile(
    "无偏离|没有偏离|未偏离|不存在偏离|全部达标|均达标|已达标|(?:达到|完成|实现)了?(?:年度|预期|绩效|既定|全部|各项|设定的?)*(?:目标|任务)(?![的数量书])"
    "|目标(?:已|均|全部)*(?:完成|实现|达成)|超额完成|得满分"
)
_NOT = re.compile("未|没有?|不(?!存在)|尚|基本|部分|力争|确保|努力|将")
_REACH = 60
"""Characters behind the value in which the verdict stands."""


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "目标", "指标", "计划值", "任务", "要求"):
        for place in range(1, len(told)):
            yield from _judged(extract, told, place)


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    target, actual = told[place - 1], told[place]
    one, other = target.claim, actual.claim
    alike = one.family == other.family and one.sentence == other.sentence and one.depth == other.depth
    units = one.mention.quantity.unit.dimension is other.mention.quantity.unit.dimension
    if not alike or not units or not valued(other) or one.mention.ranged or one.mention.per:
        return
    if not _TARGET.search(target.lead) or not _ACTUAL.search(actual.lead):
        return
    most = one.mention.qualifier is Qualifier.AT_MOST
    low, high = ends(one)
    missed = ends(other)[0] > high if most else ends(other)[1] < low
    sign = "≤" if most else "≥"
    equation = Equation(other, (one,), one.text, f"{other}{sign}{one.mention.quantity}")
    if not missed:
        yield equation.held(bound=True)
        return
    text = extract.sources[other.paragraph].folded.text[other.mention.end : other.mention.end + _REACH]
    met = _MET.search(text)
    if met is not None and not _NOT.search(text[max(0, met.start() - 6) : met.start()]):
        message = (
            f"{quoted(extract, one)}，{quoted(extract, other)}，没有达到，后面却写“{met[0]}”，不一致，请核。"
            f"若允许偏差或目标已经调整，请写明依据；否则请更正结论或其中一处。"
        )
        yield equation.failed(message)
