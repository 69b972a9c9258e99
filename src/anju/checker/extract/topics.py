"""题目：一段话在哪个标题之下、说的是哪一本账；标题只是“基本情况”“绩效目标”之类的，不算题目。"""

from __future__ import annotations

import re

from anju.checker.extract.words import rest
from anju.checker.reading import Paragraph

_ACCOUNT = re.compile(
    '一般公共预算|政府性基金|国有资本经营|社会保险基金|社保基金|财政专户|政府债务|专项债券|三公["”]?经费|机关运行经费|政府采购'
)
_SECTION = re.compile(
    "绩效|概况|基本|情况|目标|指标|产出|效益|投入|过程|管理|使用|到位|落实|分析|评价|自评|结果|结论|完成|实施|组织|主要|做法|成效|存在"
    "|问题|原因|建议|下一步|打算|措施|背景|内容|依据|方法|经验|总体|进展|质量|时效|成本|经济|社会|生态|可持续|影响|满意度|服务|对象|综合"
    "|得分|部门|单位|收入|支出|收支|决算|预算|说明|执行|关于|其他|附件|附表|报告|表|立项|决策|来源|构成|推进|开展|督导|检查|整改|验收|监督"
    "|保障|运行|效果|业务|制度|财务|公开|应用|第|部分|一|二|三|四|五|六|七|八|九|十"
)
_RUN_IN = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])([^,;。:!?]{2,24})[。:]"
)
_DEPTH = 6


class Topics:
    """The headings above the paragraph that is being read, in reading order."""

    def __init__(self) -> None:
        self._heads: list[str] = []
        self._account = ""

    def of(self, paragraph: Paragraph, plain: str) -> str:
        """What the paragraph is about: the account, and what its headings name beyond the words of any report."""
        if paragraph.place is not None:
            return ""
        if paragraph.level is not None:
            level = min(paragraph.level, _DEPTH)
            self._heads[level - 1 :] = [*[""] * (level - 1 - len(self._heads)), matter_of(plain)]
            found = _ACCOUNT.search(plain)
            self._account = found[0] if found else ("" if level == 1 else self._account)
        run_in = _RUN_IN.match(plain)
        own = matter_of(run_in[1]) if run_in and paragraph.level is None else ""
        return "·".join(each for each in (self._account, *self._heads, own) if each)

    @staticmethod
    def account(plain: str, end: int) -> str:
        """The account last named in the paragraph before a number."""
        found = _ACCOUNT.findall(plain, max(0, end - 300), end)
        return found[-1] if found else ""


def matter_of(head: str) -> str:
    """What a heading names; nothing when it has only words that any report has."""
    found = rest(_SECTION.sub("", head))
    return found if len(found) > 1 else ""
