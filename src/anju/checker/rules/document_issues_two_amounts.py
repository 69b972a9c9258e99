"""一份文件两个金额：同一个文号，前面说下达这么多，后面说的更多。

A document number with 下达, 安排 or 拨付 and one amount behind it, in two sentences. A later amount that is smaller may
be a part and is not asked about; one that is greater than what the document issued is. A warning at most. Wrong when
the first sentence named only a part of what the document issued: write the whole next to the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import two_numbers
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

WHY = "一份资金文件下达多少是定数。同一个文号前后写成两个金额，后面的还更多，对账时一查文件就清楚，不如自己先查。"
WRONG = """
41号文下达自治区资金5万元。
41号文下达山洪灾害防治设施维修养护资金6万元。
"""
RIGHT = """
41号文下达自治区资金6万元。
41号文下达山洪灾害防治设施维修养护资金6万元。
"""
MISTAKEN = "前面写的只是这份文件下达的其中一笔，后面写的是另一笔或全部，而文中没有说明。"
SETTLE = "翻出文件，写明共下达多少、其中各用于什么；写错的，按文件改正。"

_NUMBER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}[〔\[(【](?P<year>(?:19|20)\d\d)[〕\])】]第?)?(?P<number>\d{1,4})号(?:文件|文)?"
    r"(?:\(?《[^《》]{2,60}》\)?,?)?(?P<rest>[^,;:。、()]{0,24})$"
)
_BACK = 120
_ISSUES = re.compile("下达|安排|拨付|核定")
_WHOLE = re.compile("共|合计|总|累计|另|追加|其中")


def check(extract: Extract) -> Iterator[Relation]:
    first: dict[tuple[str, str], Claim] = {}
    for claim in extract.claims:
        number = _issued_by(extract, claim)
        if number is not None:
            before = first.setdefault(number, claim)
            if before.sentence != claim.sentence:
                yield _relation(extract, before, claim)


def _issued_by(extract: Extract, claim: Claim) -> tuple[str, str] | None:
    """The document whose amount it is: the number, then an act, then the amount, without a comma between."""
    if claim.dimension is not Dimension.MONEY or claim.in_table or claim.mention.per:
        return None
    text = extract.sources[claim.paragraph].folded.text[max(0, claim.at - _BACK) : claim.at]
    found = _NUMBER.search(text)
    if found is None or not _ISSUES.search(found["rest"]) or _WHOLE.search(found["rest"]):
        return None
    return found["year"] or "", found["number"]


def _relation(extract: Extract, before: Claim, after: Claim) -> Relation:
    gap = amount(abs(after.base - before.base), after.mention.quantity.unit)
    result, message = Result.HELD, ""
    if two_numbers(before, after):
        result = Result.FAILED if after.base > before.base else Result.NOT_ASSESSABLE
    if result is Result.FAILED:
        message = (
            f"{quoted(extract, before)}，{quoted(extract, after)}，是同一份文件，后面的多{gap}，不一致，请核。"
            f"如果前面只是其中一笔，请写明这份文件共下达多少；否则请按文件改正写错的一处。"
        )
    return Relation(
        result,
        after.where,
        (before.where,),
        Computation(after.text, before.text, (before.text, after.text)),
        Severity.WARNING,
        message,
        (before.mention.quantity, after.mention.quantity),
        formula=f"同一份文件：{before.text}，{after.text}",
    )
