"""规则共用：报告里的投资总额，和到位、拨付、支付的总额；分来源的、其中的都不算总额。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Qualifier
from anju.checker.extract.things import ARRANGED, IN_PLACE, PAID, PASSED_ON, investment
from anju.checker.extract.words import narrowed
from anju.checker.rules._neighbours import remembered
from anju.kernel.unit import Dimension

STEPS = (PAID, PASSED_ON, IN_PLACE, ARRANGED)
"""From the payee back to the giver."""
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,}(?:小区|街道|社区|镇|乡|村|片区|标段|花园|家园|苑)|第[一二三四五六]批")
_OTHER_ACCOUNT = re.compile(
    "一般公共预算|政府性基金|国有资本|社会保险|财政支出|财政收入|民生支出|固定资产|房地产|工业|产业|招商|预算支出|预算收入|执行中|转移支付"
    "|三公|运行经费|基本支出|工资|利税|产值|销售|贷款余额|债务"
)
"""What belongs to no project: the budget of a county, the investment of its whole economy."""
_OF_LISTED = re.compile("(?:[两二三四五六七八九十]|[0-9]{1,2})(?:个|处|条|座|所)[^,;:。]{0,8}(?:合计|共计|总计)")
_TOTALS = frozenset({Qualifier.NONE, Qualifier.ABOUT})


def investments(extract: Extract) -> list[Claim]:
    """What the project is to cost, wherever the report says so."""
    return [claim for claim in _whole(extract) if investment(claim.thing) and not _listed(extract, claim)]


def moved(extract: Extract, step: str) -> list[Claim]:
    """The totals of one step of the money."""
    found = [claim for claim in _whole(extract) if claim.thing == step and not claim.sources]
    return [claim for claim in found if not _sourced(extract, claim)]


def _sourced(extract: Extract, claim: Claim) -> bool:
    """县级应配套2212万元，到位1843万元: what one source was to give and gave is no total."""
    sentence = extract.sentences[claim.sentence]
    return re.search("应配套[^;。]*$", extract.plain(sentence)[: claim.at - sentence.start]) is not None


def _listed(extract: Extract, claim: Claim) -> bool:
    """三个小区合计面积7.19万平方米，投资1475万元: the sum of those listed before it, and not what the project costs."""
    start = extract.sentences[claim.sentence].start
    text = extract.sources[claim.paragraph].folded.text[max(start, claim.at - 40) : claim.at]
    return _OF_LISTED.search(text) is not None


def same_project(one: Claim, other: Claim) -> bool:
    """Nothing says that they speak of two years, two levels or two places."""
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    return _names(one) == _names(other) and _level(one) == _level(other) and _topics_agree(one, other)


def _topics_agree(one: Claim, other: Claim) -> bool:
    return not one.topic or not other.topic or one.topic == other.topic


@remembered
def _whole(extract: Extract) -> Iterator[Claim]:
    for claim in extract.claims:
        mention = claim.mention
        if (
            claim.dimension is Dimension.MONEY
            and not claim.in_table
            and not mention.per
            and not mention.ranged
            and mention.qualifier in _TOTALS
            and claim.depth == 0
            and not narrowed(claim.scopes)
            and not _OTHER_ACCOUNT.search(claim.label + claim.topic)
        ):
            yield claim


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(_NAMED.findall(claim.subject))


def _level(claim: Claim) -> frozenset[str]:
    return claim.scopes & {"全国", "全省", "全市", "全区", "全州", "全盟", "全自治区", "市本级", "本级"}
