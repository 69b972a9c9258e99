"""规则共用：结余、剩余、未付、缺口。哪个数是余下的，是从哪一种总数里、减去哪一种已用的。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, behind, ends, valued
from anju.checker.rules._shown import amount
from anju.checker.rules._tiers import apart
from anju.kernel.unit import Dimension

_LEFT = re.compile(
    r"(?:(?<!上年)(?<!年初)(?<!往年)(?<!以前年度)(?<!历年)(?:结转结余|结余|结转)|剩余|剩下|其余|未支付?|未拨付?|未使用|未到位|未执行|未完成|未开工|未完工"
    r"|未竣工|未发放|未验收|未整改|尚未[\u4e00-\u9fff]{2,4}|尚有|尚余|尚欠|还有|还剩|还差|缺口|欠付|待支付|待拨付|余额|欠配套|欠拨付?)"
    r"(?:的|上级|中央|自治区|省级|市级|县级|补助|专项|资金|金额|款项|工程款|缺口|部分|小区|项目|任务|问题)*(?:共计|合计|共|约|为|是|有|达|:)*$"
)
_UNDONE = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:尚未|未|没有|还没有|待)[\u4e00-\u9fff]{2}")
_LEFT_WITHOUT = re.compile(r"(?:尚有|还有|有|其余|其他|另外?|另有)[\u4e00-\u9fff]{0,4}$")
_TO_PAY = "到位|可用|安排|下达|预算|筹集|筹措|收到|收入|应|合同|拨付|工程款|结算|审定|总额|共有|需"
_PAID = "追回|归还|支付|支出|使用|执行|拨付|兑付|发放|分配|已用|实支|付款|付"
_ACCOUNTS = (
    ("缺口|未到位|还差|尚缺|欠配套", "总投资|需|应|计划|预算|概算|目标", "到位|筹集|筹措|落实|争取|安排|下达|解决"),
    ("未支付?|待支付|欠付|尚欠|待付|未付", _TO_PAY, "支付|支出|拨付|兑付|付"),
    ("未拨|待拨|欠拨", _TO_PAY, "拨付|下拨"),
    ("开工", "计划|任务|目标|共|应|改造|实施|涉及|总", "开工"),
    ("整改|销号", "发现|排查|问题|反馈|共|总|查出|反映|受理|检查", "整改|销号|解决"),
)
"""For what is left: what it is left of, and what was done. The first that fits the words counts."""
_MONEY = ("", _TO_PAY, _PAID)
_THINGS = (
    "",
    "计划|任务|目标|共|应|改造|实施|涉及|总|规划|安排|下达|排查|发现|新建|发放|发出|查出|反映|抽查|检查|受理|收到",
    "完成|完工|竣工|开工|建成|整改|验收|收回|回收|发放|签约|入住|销号|分配|办结|解决|交付|实际|到账|启动|办理|清理|撤销|改造|追回|明确|已",
)
_OTHER = re.compile(
    "财政收入|财政支出|公共预算收入|固定资产|生产总值|税收|账户|银行|存款|贷款|债务|债券|基金|其中|历年|滚存|专户|累计结"
    "|财政存量|净"
)
SOURCE = re.compile("(?:上年|年初|往年|以前年度|历年)(?:结转|结余)")
_REST = re.compile(r"(?:其余|剩余|剩下|尚余|尚有|还有|还剩)[^,;:。\d]{0,6}$")
_CAME_OVER = re.compile("(?:上年|年初|期初|往年|以前年度|历年)[^,;:。]{0,8}(?:结转|结余)[^,;:。]{0,6}$")
_USED_PART = re.compile("其中(?=:?(?:已|实际|完成|完工))")
_MORE = re.compile("收回|上缴|调减|调增|核减|追加|利息|调整|退回|缴回|统筹|盘活|取消|结转|置换|扣除|新增|另")
"""Words for something else that came in or went out."""
_INVESTED = re.compile("完成(?:投资|产值|工程量|固定)")


def left_over(extract: Extract, each: Told) -> bool:
    """Whether it says what is left: by the words before it, or behind it (还有3个小区未完工)."""
    claim = each.claim
    if not valued(claim) or rate(claim) or _OTHER.search(each.lead[-16:]) or _CAME_OVER.search(each.lead):
        return False
    if _LEFT.search(each.lead):
        return True
    return bool(_LEFT_WITHOUT.search(each.lead) and _UNDONE.match(behind(extract, claim)))


def one_account(extract: Extract, left: Told, used: str, whole: str) -> bool:
    """Whether the words of all three are of one account: 未支付 is left of what was to be paid after what was paid."""
    words = left.lead[-12:] + behind(extract, left.claim, 8)
    usual = _MONEY if left.claim.dimension is Dimension.MONEY else _THINGS
    _, of, done = next((each for each in _ACCOUNTS if re.search(each[0], words)), usual)
    if "其中" in whole or _OTHER.search(whole) or used.count("其中") > len(_USED_PART.findall(used)):
        return False
    return re.search(of, whole) is not None and re.search(done, used) is not None and not _INVESTED.search(used)


def complement(left: Told) -> bool:
    """Whether the words say that it is all the rest: 其余, 剩余, 尚有…未."""
    return _REST.search(left.lead) is not None


def done(lead: str) -> bool:
    """Whether the words say that something was done, or is being done."""
    return re.search(f"{_THINGS[2]}|{_PAID}|在建|正在|占|用于|第", lead) is not None


def unsure(said: str) -> bool:
    """Whether the words from the whole to what is left tell of something else, that came in or went out."""
    said = _USED_PART.sub("", said)
    return bool(_MORE.search(said) or SOURCE.search(said) or _OTHER.search(said) or "分别" in said)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came in and what went out."""

    came: tuple[Claim, ...]
    went: tuple[Claim, ...]

    def gives(self, left: Claim) -> bool:
        if self._far(left):
            return False
        low = sum(ends(each)[0] for each in self.came) - sum(ends(each)[1] for each in self.went)
        high = sum(ends(each)[1] for each in self.came) - sum(ends(each)[0] for each in self.went)
        return not apart((Fraction(low), Fraction(high)), left.interval)

    def _far(self, left: Claim) -> bool:
        """Whether whole numbers alone show that something else is left, as of nearly all readings."""
        every = [each.reach for each in (left, *self.came, *self.went)]
        gap = (
            left.reach.floor - sum(each.reach.floor for each in self.came) + sum(each.reach.floor for each in self.went)
        )
        return min(each.room for each in every) >= 0 and abs(gap) > sum(each.room + 1 for each in every)

    def equation(self, left: Claim) -> Equation:
        base = sum((each.base for each in self.came), Fraction(0)) - sum((each.base for each in self.went), Fraction(0))
        computed = amount(base, left.mention.quantity.unit)
        came = "＋".join(each.text for each in self.came)
        return Equation(
            left, (*self.came, *self.went), computed, f"{'－'.join((came, *map(str, self.went)))}＝{computed}"
        )


def readings(near: Sequence[Claim]) -> Iterator[Reading]:
    """Whole and used, the nearest first; then two uses; then two that came in."""
    claims = list(reversed(near))
    for used, whole in permutations(claims, 2):
        yield Reading((whole,), (used,))
    for one, other, third in permutations(claims[:4], 3):
        if one.index < other.index:
            yield Reading((third,), (one, other))
            yield Reading((one, other), (third,))
