"""数前数后的限定词：约、近、超过、不少于、以上、余；几种写法，一个意思。"""

from __future__ import annotations

from anju.checker.extract.mention import Qualifier

BEFORE = (
    "大?约(?:为|有|合|计|达|占)?|大概|将?近(?![日期年几])|接近|超过了?|超出|超(?!额)|逾|突破|高于|大于(?:或?等于)?|多于|不[少低小]于|不得?[少低]于|至少"
    "|不得?超过|不得?高于|不多于|不大于|至多|最多|低于|不足|不到|少于|小于(?:或?等于)?|[≥≧>]=?|[≤≦<]=?"
)
AFTER = (
    r"余(?![款额下热数量力人])|多(?![层数个种项处方年家功能元重样])|左右|上下|以内|之内|不等|出头"
    r"|\(?含?\)?[及含]?以[上下](?:\(含\))?|\(不?含\)"
)
_KINDS = {
    **dict.fromkeys(("超过", "超过了", "超出", "超", "逾", "突破", "高于", "大于", "多于", ">"), Qualifier.OVER),
    **dict.fromkeys(("余", "多", "几", "出头"), Qualifier.OVER),
    **dict.fromkeys(("不少于", "不低于", "不小于", "不得少于", "不得低于", "至少", "≥", "≧", ">="), Qualifier.AT_LEAST),
    **dict.fromkeys(("大于等于", "大于或等于"), Qualifier.AT_LEAST),
    **dict.fromkeys(
        ("不超过", "不得超过", "不高于", "不得高于", "不多于", "不大于", "至多", "最多"), Qualifier.AT_MOST
    ),
    **dict.fromkeys(("低于", "不足", "不到", "少于", "小于", "小于等于", "小于或等于"), Qualifier.AT_MOST),
    **dict.fromkeys(("≤", "≦", "<=", "<", "以内", "之内"), Qualifier.AT_MOST),
    **dict.fromkeys(("近", "将近", "接近"), Qualifier.NEARLY),
    **dict.fromkeys(("左右", "上下", "不等", "大概"), Qualifier.ABOUT),
}
_OTHER = "节约 预约 签约 合约 履约 违约 公约 条约 制约 附近 最近 临近 靠近 邻近 高超"
_OTHER_WORDS = frozenset(_OTHER.split())
"""Words that end in what would be a qualifier: 节约3万元 saves so much, and not about so much."""


def qualifier(before: str | None, after: str | None, lead: str) -> Qualifier:
    """What the words before a number and behind it make of it; `lead` is the character before them."""
    if not before and not after:
        return Qualifier.NONE
    found = Qualifier.NONE
    if before and lead + before[:1] not in _OTHER_WORDS:
        found = _KINDS.get(before, Qualifier.ABOUT if "约" in before else Qualifier.NONE)
    if after and found in {Qualifier.NONE, Qualifier.ABOUT}:
        after = after.strip("()含及")
        if after.startswith("以上"):
            return Qualifier.AT_LEAST
        if after.startswith("以下"):
            return Qualifier.AT_MOST
        return _KINDS.get(after, found)
    return found
