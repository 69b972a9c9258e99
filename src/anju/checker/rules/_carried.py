"""规则共用：结余的上下两头。上年结转来的加当年的收入，减当年的支出；支出写在前一句的，认前一句的。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from anju.checker.extract import Extract
from anju.checker.rules._balances import SOURCE, Reading
from anju.checker.rules._neighbours import Told
from anju.kernel.finding import Severity

_INCOME = re.compile(
    r"(?:当年|本年度?|年度|全年)(?:财政)?(?:收入|到位|拨入|下达|安排|筹集)(?:资金|总额|合计)?(?:为|是|共|:)*$"
)
_SPENT = re.compile(r"(?:支出|支付|使用|执行)(?:资金|总额|合计)?(?:为|是|共|:)*$")


def carried(extract: Extract, left: Told, near: Sequence[Told]) -> tuple[Reading, Severity] | None:
    """上年结转C，当年收入I，当年支出U，年末结余."""
    if len(near) < 3 or not re.search("结余|结转", left.lead) or not _SPENT.search(near[-1].lead):
        return None
    before = [each for each in near if SOURCE.search(each.lead)]
    income = [each for each in near if _INCOME.search(each.lead)]
    text = extract.sources[left.claim.paragraph].folded.text
    if len(before) != 1 or len(income) != 1 or near.index(before[0]) > near.index(income[0]):
        return None
    said = text[income[0].claim.at : left.claim.at]
    if re.search("收回|上缴|调减|调整|退回|统筹|另", said):
        return None
    return Reading((before[0].claim, income[0].claim), (near[-1].claim,)), Severity.WARNING


def spent(told: Sequence[Told], place: int, near: Sequence[Told]) -> Told | None:
    """What the sentence before says was spent, with its 其中: 全年实际支出…，其中：…。年末结余…"""
    left = told[place]
    opens = told[place - 1].claim.sentence < left.claim.sentence if place else False
    if not opens or not re.search("结余|结转", left.lead):
        return None
    before = [each for each in near if each.claim.sentence == left.claim.sentence - 1 and not each.claim.depth]
    whole = [each for each in before if "其中" not in each.claim.scopes and each.claim.sources == left.claim.sources]
    return whole[0] if len(whole) == 1 and _SPENT.search(whole[0].lead) else None
