"""词表：说明一个数是计划还是实际、累计还是当年、哪一级的词；封闭的，不认识的修饰语就不拿来比。"""

from __future__ import annotations

import re
from functools import lru_cache

ACTS = (
    "改造|整治|开工|完工|竣工|完成|验收|建成|下达|到位|拨付|支付|支出|使用|执行|安排|筹集|筹措|落实|结转|结余|申请|申报|发放|移交"
    "|新建|增设|加装|维修|拆除|更换|铺设|整修|调查|发出|发放|收回|回收|享受|分配|批复|审定|缺口|追加|调减|收入|占"
)
"""What was done: two numbers with different acts are two facts."""
PLANNED = "计划|规划|目标|任务|拟|预计|预期|应|年初预算|预算"
ACTUAL = "实际|已经|已|全部"
NARROWING = (
    "其中|剩余|其余|短收|增收|减收|超收|超支|净增|节约|压减|核减|另外?|每|平均|人均|户均|分别|各(?!级)|新增|增加(?!值)|减少|增长|下降|提高|降低|超出|超过|超额|差额|多出|相差|尚未|尚|未|上年|去年|往年|历年"
    "|以前年度|同比|环比|不含|不包括|含|批次|标段|首批"
)
"""What makes a number one of a part, of another time, or a difference."""
LEVELS = "累计|至此|以来|当年|本年度?|均|全国|全省|全市|全区|全州|全盟|全自治区|市本级|本级"
"""What bounds a number to a time or a level: two numbers are compared only within the same."""
SOURCES = (
    r"(?:中央|上级|省级?|自治区|市级|市(?=财政|级|本级|配套)|区级|县级|盟市|地方|社会|居民|住户|业主|自筹|专营单位|管线单位|债券|银行贷款|企业|(?:本县|县里|县财政|市里)?配套)"
    r"(?:和(?:省|自治区)级?)?(?:财政)?(?:补助|奖补|专项|配套|预算|自筹|筹集|出资)*(?:资金|拨款|投入|出资)?"
)
GENERIC = (
    r"户数|栋数|个数|纳入|列入|涉及|惠及|受益|覆盖|实施|根据|按照|对|将|各级|我[县市区省盟旗州]|全[县旗]|本[县市区]|我局|本项目|该项目|项目(?![支收资])|工程|老旧小区|城镇|保障性安居工程|改造|年度|共计|合计|总计|总共|一共"
    r"|共有|共|总|为|约|是|达到?|包含|有|的|了|等|即|计|包括|资金|专项|住宅楼|住户|住宅|居民|建筑面积|面积|楼|任务|情况|范围|上述|以上|这|该|数|量|个|现|目前|到年底|年底|年内|通过|工作|工程|任务"
)
"""Words that narrow nothing down in a report on such a project."""

DECLARING = re.compile(
    "不一致|不相符|不符(?!合)|不相等|对不上|不吻合|有出入|有差异|存在差异|矛盾|说法不一|前后不一|以何为准|何者为准|无法确定|不能确定"
    "|未说明|未作说明|没有说明|尚未说明|未载明|未注明|没有写明|未写明|未列明|未明确|没有交代|未交代|未作处置|尚未处置"
    "|待核|待查|待说明|待核实|待核对|待确认|待补充|有待|尚待|请核|去向不明|原因不明|处置不明|用途不明"
)
"""A sentence that admits a difference, or that nobody has said what became of it."""

_ACT = re.compile(ACTS)
_PLAN, _DONE, _SCOPE = re.compile(PLANNED), re.compile(ACTUAL), re.compile(f"{NARROWING}|{LEVELS}")
_NARROW = re.compile(NARROWING)
_NAMES = re.compile(r"[^,;:()]*、[^,;:()]*|分别|依次")
_NOUNS = re.compile("小区|住宅楼|楼房|住户|居民|群众|人口|其中")
_OF_LEVEL = re.compile("(?:省|市|县|区|国家)级(?=计划|年度计划)")
_HEADS = re.compile(
    r"^\s*(?:[\u4e00-\u9fff]{0,10}(?:效益|影响|目标|指标|情况|满意度|结果|方面|分析|概况|内容|完成)[、,]?)+:"
)
_LIST = re.compile(r"[^、,;:()]{2,30}(?:、[^、,;:()]{1,24})+$")
_SOURCE, _GENERIC = re.compile(SOURCES), re.compile(GENERIC)


_SIGN = re.compile(r"[^\w]")
_LABELS = 1 << 12
"""Labels whose words are kept: official prose says the same few hundred things over and over."""


@lru_cache(maxsize=_LABELS)
def acts(text: str) -> frozenset[str]:
    return frozenset(_ACT.findall(text))


@lru_cache(maxsize=_LABELS)
def scopes(text: str) -> frozenset[str]:
    """The bounding words, with planned and actual folded into one word each."""
    found = set(_SCOPE.findall(text))
    if _PLAN.search(text):
        found.add("计划")
    if _DONE.search(text):
        found.add("实际")
    return frozenset(found)


@lru_cache(maxsize=_LABELS)
def narrowed(words: frozenset[str]) -> bool:
    """Whether the scopes make it a number of a part, of another time, or a difference."""
    return any(_NARROW.fullmatch(word) for word in words)


def headless(text: str) -> str:
    """Without the heads that stand before a colon and narrow nothing down (社会效益、生态效益：)."""
    return _HEADS.sub("", text)


@lru_cache(maxsize=_LABELS)
def sources(text: str) -> tuple[str, ...]:
    return tuple(_SOURCE.findall(text))


@lru_cache(maxsize=_LABELS)
def unlisted(text: str) -> str:
    """The text without the names that it lists before the number (绿苑小区、绿洲小区等)."""
    found = _LIST.search(text)
    if found is None:
        return text
    first = found[0].split("、", 1)[0]
    last_act = max((match.end() for match in _ACT.finditer(first)), default=0)
    return text[: found.start() + last_act]


@lru_cache(maxsize=_LABELS)
def between(text: str) -> str:
    """What a clause without a number, or the words behind one, narrow down for the numbers that follow."""
    return rest(_NOUNS.sub("", _NAMES.sub("", text)))


@lru_cache(maxsize=_LABELS)
def rest(text: str) -> str:
    """What is left of a label when every known word is taken out: whoever and whatever it is about."""
    for pattern in (_OF_LEVEL, _ACT, _PLAN, _DONE, _SCOPE, _GENERIC):
        text = pattern.sub("", text)
    return _SIGN.sub("", text)
