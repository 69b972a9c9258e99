"""规则共用：比较的说法。由……到……，比上年的……，与……相比，送审和审定；各是整段引导语的样子。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anju.checker.rules._changes import OF, WAY

_YEAR = r"(?:19|20)\d\d年度?"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四]季度"
_EARLIER = "(?:改造|试点|实施|建设|整治)前"
_THEN = (
    rf"(?:上年度?|去年|上一年度?|上月|上季度?|{_YEAR}(?:\d{{1,2}}月)?|年初|期初|{_MONTH}|{_EARLIER})(?:同期|[底末初])?"
)
_COUNTED = r"(?:[\u4e00-\u9fff]{0,6}(?=[,(、]))?"
"""What is counted stands behind the number before (3个小区，减少)."""
THEN = re.compile(_THEN)
ONLY_CHANGED = re.compile(
    rf"{_COUNTED}[,(、]?(?:(?:相比|比较),?[^,;:。\d]{{0,10}}|同比|环比|(?:比|较|与)[^,;:。\d]{{0,8}})?"
    rf"(?:各|分别|均|共|净|实际|亩均|户均|人均)*{WAY}{OF}"
)
COMPARED = re.compile(
    rf"同比|环比|(?:比|较|与|同)(?:上|去|前)一?(?:年|季|月|期)度?|(?:比|较|与|同)(?P<year>{_YEAR})"
    r"|(?:比|较|与)(?:同期|年初|期初)"
)
FILLING = re.compile(
    "送审|报审|申报|金额|概算|合同|年初|相比|同期|决算数?|预算数?|实际|共|总共|净|合计|各|均|分别|有所|又|略|数|其中"
    "|[,的()末底初]"
)
TIME = re.compile(r"\d年|今年|本年|当年")
FROM = re.compile(r"(?:由|从)[^,;:。由从]{0,14}$")
TO = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,4}},?)?(?:{WAY})(?:到|至|为)(?:了|约)?(?:{_YEAR}|今年|本年)?[底末初]?的?[\u4e00-\u9fff]{{0,3}}"
)
THAN = re.compile(rf"{_COUNTED}[,(]?(?:[\u4e00-\u9fff]{{0,4}})?(?:比|较|与|同)(?P<what>[^,;:。()]{{1,18}}?)(?:相比,?)?")
LAST_YEAR = re.compile(r"[,(、]?(?:上年度?|去年)(?:同期)?(?:[\u4e00-\u9fff]{0,6}?)(?:为|是)?")
SUBMITTED = re.compile(r"(?:送审|报审|申报|报送|应拨)[^,;:。\d]{0,6}$")
CHECKED = re.compile(r"[,、](?:审定|核定|审核确认|实拨)[^,;:。\d]{0,6}$")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words before an amount say: of what it is, since which `year`; `later`: up to a time named itself."""

    noun: str
    year: str
    later: bool
    at_once: bool

    def of(self, lead: str, adjacent: bool) -> bool:
        """Whether the number behind the lead is what it is of."""
        return (adjacent and self.noun == "") or (self.noun != "" and self.noun in lead)


def told_of(lead: str) -> Told | None:
    """None when nothing is compared."""
    found = COMPARED.search(lead)
    way = re.search(rf"{WAY}{OF}$", lead)
    if found is None or way is None:
        return None
    ahead = re.split("[,;:。(]", lead[: found.start()])[-1]
    later = TIME.search(ahead) is not None
    noun = FILLING.sub("", lead[found.end() : way.start()]) or ("" if later else FILLING.sub("", ahead))
    return Told(noun, found["year"] or "", later, found.start() <= 1)


def bare(lead: str) -> bool:
    """，增加: nothing but the way."""
    return re.fullmatch(rf"[,、]{WAY}{OF}", lead) is not None


def than_what(lead: str) -> str | None:
    """What 比… names besides a time (较2022年的追回金额): empty for a time alone, None when it compares nothing."""
    found = THAN.fullmatch(lead)
    return None if found is None else FILLING.sub("", THEN.sub("", found["what"]))


def only_compared(lead: str) -> bool:
    """与2022年改造的1012户相比，2023年增加374户: what stands before 相比 is what it grew from."""
    return re.match("[户个栋人]?相比,", lead) is not None
