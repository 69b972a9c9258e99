"""年均、月均对不上：累计的数除以年数、月数，不等于写明的年均、月均。

The total right before it, over the years that the paragraph names (2020年至2022年, 三年来), or the months that its
words name (下半年); nothing when it names two spans. A warning. Wrong when the total is of another span of years:
write the span next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._neighbours import Equation, Told, behind, containing, cut_off, ends, valued
from anju.checker.rules._shown import quoted
from anju.checker.rules._tiers import apart
from anju.kernel.unit import decimal_text

WHY = "年均由累计和年数算出，起止年份写在前面，一除就知道；算错多半是年数数错了头尾。"
WRONG = "2020年至2022年市财政累计投入4.4亿元，年均2.2亿元。"
RIGHT = "2020年至2022年市财政累计投入4.4亿元，年均1.47亿元。"
MISTAKEN = "累计数的起止年份与前面写的不同，或者头尾不足一年。"
SETTLE = "写明累计是哪几年的，按年数重新除；起止两年都算在内。"

_YEARLY = re.compile(
    r"(?:年均|平均每年|每年平均|月均|平均每月|每月平均)(?:投入|安排|完成|支出|改造|拨付|下达|发放|落实)?(?:资金)?(?:约|近|超过|达到?|为|不低于)*$"
)
_TOTAL = re.compile("累计|总|共|合计")
_SPAN = re.compile(r"((?:19|20)\d\d)年?度?(?:至|到|[—–~-]{1,2})((?:19|20)\d\d)年")
_YEARS = re.compile(r"(?<![第\d])(?P<n>\d{1,2}|[两二三四五六七八九十])年(?:来|间|内|累计|共|期间|时间)")
_SPANS = (("上半年", 6), ("下半年", 6), ("全年", 12), ("一季度", 3), ("二季度", 3), ("三季度", 3), ("四季度", 3))
_WORDS = {word: value for value, word in enumerate("二三四五六七八九十", 2)} | {"两": 2}


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "年均", "每年", "月均", "每月"):
        for before, each in pairwise(told):
            if _YEARLY.search(each.lead) and before.claim.family == each.claim.family and valued(before.claim):
                yield from _judged(extract, before, each)


def _judged(extract: Extract, whole: Told, told: Told) -> Iterator[Relation]:
    mean, total = told.claim, whole.claim
    monthly = "月" in told.lead[-12:]
    years = _months(whole) if monthly else _years(extract, total)
    if years is None or "增长" in told.lead + behind(extract, mean, 4):
        return
    low, high = ends(total)
    unit = mean.mention.quantity.unit
    computed = decimal_text(total.base / years, unit.factor, 2) + unit.symbol
    equation = Equation(mean, (total,), computed, f"{total}÷{years}{'个月' if monthly else '年'}＝{computed}")
    if not apart((low / years, high / years), cut_off(mean)):
        yield equation.held()
    elif mean.sentence == total.sentence and (monthly or _TOTAL.search(whole.lead)):
        message = (
            f"{quoted(extract, mean)}，{total}按{years}{'个月' if monthly else '年'}平均是{computed}，不一致，请核。"
            f"若累计数的起止年份不同，请写明；否则请更正其中一处。"
        )
        yield equation.failed(message)


def _months(whole: Told) -> int | None:
    """How many months the words before the total name: 下半年需完成2.92亿元."""
    found = [months for word, months in _SPANS if word in whole.lead]
    return found[0] if len(found) == 1 else None


def _years(extract: Extract, total: Claim) -> int | None:
    """How many years the paragraph names before the total; None unless there is just one answer."""
    text = extract.sources[total.paragraph].folded.text[max(0, total.at - 200) : total.at]
    spans = {int(match[2]) - int(match[1]) + 1 for match in _SPAN.finditer(text)}
    spans |= {int(match["n"]) if match["n"].isdigit() else _WORDS[match["n"]] for match in _YEARS.finditer(text)}
    return next(iter(spans)) if len(spans) == 1 and min(spans) > 1 else None
