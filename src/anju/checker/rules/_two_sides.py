"""规则共用：部门决算的收支两边。收入总计＝本年收入合计＋年初结转和结余，支出总计＝本年支出合计＋年末结转和结余。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract.claim import Claim
from anju.checker.rules._neighbours import Told

_PARTS = (
    (
        re.compile("收入总计|收[、,]?支(?:出)?总计"),
        re.compile("本年收入合计"),
        re.compile("(?:年初|上年)结转(?:和|及|与)?结余"),
    ),
    (
        re.compile("支出总计|收[、,]?支(?:出)?总计"),
        re.compile("本年支出合计"),
        re.compile("年末结转(?:和|及|与)?结余|结转下年"),
    ),
)
OTHER = re.compile("结余分配|非财政拨款结余|事业基金|动用|弥补")
"""What else may stand on a side."""
_YEARS = re.compile("上年度?(?!结转)|去年|20[0-4]\\d年(?:相比|比)|增|减|降")


def sides(told: Sequence[Told]) -> Iterator[tuple[Claim, tuple[Claim, Claim]]]:
    """A total with the two that make it up, where each is named once in the report."""
    level = [each for each in told if not each.claim.depth and "其中" not in each.claim.scopes]
    for names in _PARTS:
        found = [_once(level, name) for name in names]
        if found[0] is not None and found[1] is not None and found[2] is not None:
            yield found[0], (found[1], found[2])


def _once(told: Sequence[Told], name: re.Pattern[str]) -> Claim | None:
    """None when it is named with two values."""
    pattern = re.compile(f"(?:{name.pattern})(?:各|均|数|为|是|:)*$")
    said = [each.claim for each in told if pattern.search(each.lead) and not _YEARS.search(each.lead[-20:])]
    return said[0] if len({claim.base for claim in said}) == 1 else None
