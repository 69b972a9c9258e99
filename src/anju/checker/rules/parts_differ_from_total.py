"""分项与合计不符：分项相加，不等于写明的合计。

Parts behind 其中, or in front of 共计. An error when money or areas add up to more than the total, when names of places
do, or when an announced list (其中：) of three or more comes within two hundredths of it; a list that falls short by
more is taken for incomplete and not assessed, and so is one behind 包括, 分别为 or in a bracket unless it comes close.
A warning when only whole numbers taken as exact betray it (30万＋30万＋29.99万≠89.97万), or when counts overlap. Wrong
when the parts are not of the total next to them: say outright which total they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Mention
from anju.checker.relation import Relation, Result
from anju.checker.rules._lists import Breakdown, Gathered, breakdowns, gathered
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import Tier, above, tier
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

WHY = "分项加起来应当等于合计，这是审计拿到报告先算的一笔。差一点往往是抄错一位，差得多往往是漏了一项。"
WRONG = "2023年补助资金预算总额50988万元，其中中央资金28988万元，省级资金23000万元。"
RIGHT = "2023年补助资金预算总额50988万元，其中中央资金27988万元，省级资金23000万元。"
MISTAKEN = "分项有交叉（一户既算甲类又算乙类），或者列出的分项不属于旁边那个合计。"
SETTLE = (
    "写错的，按资金文件或台账改正；分项有交叉、只列了主要几项的，写明“有交叉”“主要包括”；属于别的合计的，写明是哪一个。"
)

_NEAR, _NEAR_SOURCES = Fraction(2, 100), Fraction(5, 100)
_PLACE = re.compile(r"(?:小区|县|市|区|州|盟|旗|镇|乡|村|街道|社区|花园|批|年度?|片区|标段)[^\w]*$|第[一二三四五六]批")


def check(extract: Extract) -> Iterator[Relation]:
    done: set[int] = set()
    for found in breakdowns(extract):
        relation = _broken_down(extract, found)
        if relation.result is not Result.NOT_ASSESSABLE or not found.loose:
            done.add(found.totals[0].index)
            yield relation
    for sum_ in gathered(extract):
        settled = _gathered(extract, sum_)
        if settled is not None and sum_.total.index not in done:
            done.add(sum_.total.index)
            yield settled


def _broken_down(extract: Extract, found: Breakdown) -> Relation:
    total, parts = found.totals[0], found.parts
    for whole in found.totals:
        for upto in (len(parts), *range(len(parts) - 1, 1, -1)):
            if tier(_mentions(parts[:upto]), whole.mention) is Tier.HELD and upto > 1:
                return _made(Result.HELD, whole, parts[:upto])
    if len(parts) == 1:
        return _single(extract, total, parts)
    over = all(above(_mentions(parts), whole.mention) for whole in found.totals)
    gap = abs(_sum(parts) - total.base)
    if over and not found.loose:
        exclusive = total.dimension is not Dimension.COUNT or all(_PLACE.search(part.label) for part in parts)
        return _failed(extract, total, parts, Severity.ERROR if exclusive else Severity.WARNING)
    sourced = found.loose or all(part.sources for part in parts)
    told = not found.loose or not any(part.scopes - total.scopes for part in parts)
    if gap > total.base * (_NEAR_SOURCES if sourced else _NEAR) or not told:
        return _made(Result.NOT_ASSESSABLE, total, parts)
    plain = tier(_mentions(parts), total.mention) is Tier.PRINTED and found.colon and len(parts) > 2
    return _failed(extract, total, parts, Severity.ERROR if plain else Severity.WARNING)


def _single(extract: Extract, total: Claim, parts: Sequence[Claim]) -> Relation:
    """One part can only be too large."""
    if above(_mentions(parts), total.mention):
        return _failed(extract, total, parts, Severity.ERROR)
    return _made(Result.HELD, total, parts)


def _gathered(extract: Extract, found: Gathered) -> Relation | None:
    """A sum that holds is listed, whether the text calls it one or not; only one that it calls so can fail."""
    for first in range(len(found.parts) - 1):
        parts = found.parts[first:]
        if tier(_mentions(parts), found.total.mention) is Tier.HELD and (found.explicit or _exact(parts, found.total)):
            return _made(Result.HELD, found.total, parts)
    if not found.explicit:
        return None
    printed = tier(_mentions(found.parts), found.total.mention) is Tier.PRINTED
    return _failed(extract, found.total, found.parts, Severity.ERROR if printed else Severity.WARNING)


def _exact(parts: Sequence[Claim], total: Claim) -> bool:
    """Equal to the last digit, in amounts that show digits enough to be no coincidence."""
    return _sum(parts) == total.base and total.base >= 1000 and total.dimension is not Dimension.SHARE


def _failed(extract: Extract, total: Claim, parts: Sequence[Claim], severity: Severity) -> Relation:
    unit = total.mention.quantity.unit
    summed = _sum(parts)
    gap = amount(abs(summed - total.base), unit)
    if len(parts) == 1:
        message = (
            f"{quoted(extract, total)}，其中却有{parts[0].text}，部分比总数多{gap}，不一致，请核。"
            f"请核对其中一项是不是属于这个总数，或按原始资料改正。"
        )
        return _made(Result.FAILED, total, parts, severity, message)
    how = "多" if summed > total.base else "少"
    listed = "＋".join(part.text for part in parts)
    message = (
        f"{quoted(extract, total)}，所列分项{listed}相加为{amount(summed, unit)}，比合计{how}{gap}，不一致，请核。"
        f"可能是分项漏列或重复，也可能个别数写错；请补齐分项，或按原始资料改正。"
    )
    return _made(Result.FAILED, total, parts, severity, message)


def _made(
    result: Result, total: Claim, parts: Sequence[Claim], severity: Severity = Severity.WARNING, message: str = ""
) -> Relation:
    unit = total.mention.quantity.unit
    summed = amount(_sum(parts), unit)
    if len(parts) == 1:
        operands: tuple[str, ...] = (f"其中{parts[0].text}", f"总数{total.text}")
    else:
        operands = (f"{'＋'.join(part.text for part in parts)}＝{summed}", f"合计写{total.text}")
    return Relation(
        result,
        total.where,
        tuple(part.where for part in parts),
        Computation(total.text, summed, operands),
        severity,
        message,
        (total.mention.quantity, *(part.mention.quantity for part in parts)),
    )


def _mentions(parts: Sequence[Claim]) -> list[Mention]:
    return [part.mention for part in parts]


def _sum(parts: Sequence[Claim]) -> Fraction:
    return sum((part.base for part in parts), Fraction(0))
