"""比率超过百分之百：支付率、合格率、满意度、覆盖率、占比这样的数，不会大于100%，报告也没有说明。

Rates that are a part of a whole, and shares behind 占. Rates of completion may be above 100%, since more may be done
than planned. Silent when the paragraph speaks of more money or more work. A warning. Wrong when the base is a plan:
say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.relation import Relation, Result
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Told, containing
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("V05",)
WHY = "部分不会比全体多。支付率、合格率超过百分之百，不是分母用错了，就是数写错了，评分也会跟着错。"
WRONG = "截至2023年12月底，已支付项目资金，资金支付率102.59%。"
RIGHT = "截至2023年12月底，已支付项目资金，资金支付率98.59%。"
MISTAKEN = "分母是年初预算，年中追加了资金；或者比的是计划而不是全体。"
SETTLE = "写明分母是什么；有追加、超额的写明原因；算错的重新算。"

_WHOLE, _FAR = 10_000, 300
_BOUNDED = re.compile(
    r"(?:支付率|合格率|满意度|满意率|覆盖率|普及率|达标率|优良率|优秀率|入住率|出租率|回收率|有效率|知晓率|参与率|使用率|准确率"
    r"|公开率|销号率|整改率|办结率|及时率|支出率|回复率|通过率|好评率|分配率|保障率|监管率)(?:平均|均|为|是|达到?|高达|约|:)*$"
)
_SHARE = re.compile(r"占(?:比|到|了)?[^,;:。]{0,16}?(?:的|比重|比例|比)?(?:为|达到?|是|约|:)*$")
_PLAN = re.compile("任务|计划|目标|预算|指标|应|合同|年初|上年|去年|同期|规划|需求|设计")
_EXPLAINED = re.compile("超额|超过|超出|超支|追加|调增|增加|结转|上年|垫付|含|因|由于|上级另|新增|调整|提前|扣除")


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "率", "占", "满意度"):
        for each in told:
            if (
                rate(each.claim)
                and each.claim.mention.quantity.unit.symbol != "倍"
                and not each.claim.mention.ranged
                and _bounded(extract, each)
            ):
                yield from _judged(extract, each)


def _bounded(extract: Extract, each: Told) -> bool:
    found = _SHARE.search(each.lead)
    if found is not None:
        before = extract.sources[each.claim.paragraph].folded.text[max(0, each.claim.at - 40) : each.claim.at]
        return _PLAN.search(before) is None
    return _BOUNDED.search(each.lead) is not None


def _judged(extract: Extract, each: Told) -> Iterator[Relation]:
    claim = each.claim
    quantity = claim.mention.quantity
    text = extract.sources[claim.paragraph].folded.text[max(0, claim.at - _FAR) : claim.at + _FAR]
    if claim.base <= _WHOLE or _EXPLAINED.search(text):
        return
    message = (
        f"{quoted(extract, claim)}，这样的比率不会超过100%，请核。"
        f"若分母是计划或年初预算、另有追加，请写明；否则请更正。"
    )
    computation = Computation(claim.text, "不超过100%", (claim.text,))
    formula = f"{claim}＞100%"
    yield Relation(Result.FAILED, claim.where, (), computation, Severity.WARNING, message, (quantity,), formula=formula)
