"""规则共用：一个比率前面的话。“占…的”是谁的几成，“支付率”“完成…的”是哪一件事的进度。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim

_LEAD = 28
"""Characters before a rate that say what it is of."""
_NAMED = re.compile(
    r"(?P<act>完成|开工|竣工|完工|建成|执行|支付|使用|支出|拨付|到位|发放|回收|收回|签约|入住|销号|整改|兑付|下达)(?:投资)?"
    r"(?:率|进度|比例|(?P<base>[\u4e00-\u9fff]{0,8})的)[^,;:。()]{0,6}$|(?P<progress>进度)[^,;:。()]{0,4}$"
)
_SHARE = re.compile(r"占(?:比|到|了)?(?P<whole>[^,;:。%]{0,20}?)(?:的|总数|总额|比重|比例|比)?(?:为|达|是|约|:)*$")
_RATE_OF = re.compile(r"(?P<act>[\u4e00-\u9fff]{2})(?:率|度)(?:为|达到?|是|约|:)*$")
_NO_ACTS = frozenset(
    {"增长", "下降", "速增", "提高", "年均", "平均", "中标", "化比", "准确", "利用", "知晓", "普及", "覆盖"}
)
_OPENING = re.compile(r"\s*(?P<whole>[^,;:。\d]{3,20})中,")
_USUAL = re.compile(
    r"资金|预算|投资|项目|工程|专项|总|年度|当年|全年|的|累计|补助|综合|整体|任务|\d|财政|其中|已|实际|目标|计划|年"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a rate: `act` whose rate it is (支付) and words for its `base` (完成年初预算的), or `whole`,
    what it is a share of; none of them for other rates. `special`: a word before the act that asks for a base of its
    own (可用资金支出率). `usual`: the act of any other rate (整改率, 合格率), which its number must name.
    """

    act: str
    whole: str | None
    base: str = ""
    special: str = ""
    usual: str = ""

    @property
    def named(self) -> bool:
        return bool(self.act)


def lead(extract: Extract, rate: Claim) -> Lead:
    text = extract.sources[rate.paragraph].folded.text[max(0, rate.at - _LEAD) : rate.at]
    shared, named = _SHARE.search(text), _NAMED.search(text)
    if shared is not None:
        opening = _OPENING.match(extract.plain(extract.sentences[rate.sentence]))
        return Lead("", re.sub(r"\([^()]*\)?", "", shared["whole"]) or (opening["whole"] if opening else ""))
    usual = _RATE_OF.search(text)
    if named is None and usual is not None and usual["act"] not in _NO_ACTS:
        return Lead("", None, usual=usual["act"])
    if named is not None:
        special = _USUAL.sub("", re.split("[,;:。()]", text[: named.start()])[-1])
        return Lead(named["act"] or "完成", None, named["base"] or "", special)
    return Lead("", None)
