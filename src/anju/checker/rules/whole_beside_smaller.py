"""“全部”与数不符：写着全部、全额、足额，旁边的数却比应有的少。

A number that is said to be all, full or enough (足额拨付66.86万元, 完工25个，已全部完工), less than the plan, budget or
task right before it in its sentence. Numbers of one source or one batch are no whole. Left to other rules: a rate that
follows, and what was paid against what came in. A warning. Wrong when the rest was cancelled: say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, containing, valued
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import apart
from anju.kernel.unit import Dimension

WHY = "“全部完成”“足额拨付”是结论。旁边两个数却差着一截，结论和数总有一个不对，核查组先看这一句。"
WRONG = "年初预算安排200万元，已足额拨付资金66.86万元，用于支付工程尾款。"
RIGHT = "年初预算安排200万元，已拨付资金66.86万元，用于支付工程尾款。"
MISTAKEN = "“全部”说的是其中一批、一个来源，或者其余的已经取消、调减。"
SETTLE = "没有全部完成的，去掉“全部”“足额”，写明还差多少；说的是其中一部分的，写明是哪一部分。"

_DONE = (
    "办结|解决|销号|退回|追回|清退|缴回|安装|签约|入住|拨付到位|支付完毕|拨付|支付|下达"
    "|发放|兑付|完成|完工|竣工|开工|建成|到位|整改|验收"
)
_ALL = re.compile(rf"(?:全部|全额|足额|如数|均已|百分之百)(?:{_DONE})[^,;:。\d]{{0,8}}$")
_ALL_BEHIND = re.compile(
    rf"[\u4e00-\u9fff]{{0,6}}[,、](?:目前|现|已|均|现已|至此)*(?:全部|全面|如期全部)(?P<act>{_DONE})"
)
_ACT = re.compile("拨付|支付|支出|发放|兑付|完成|到位|使用")
_OF_IT = re.compile("[,、(](?:占|为)?(?:[^,;:。()\\d]{0,10}(?:率|比例|进度|的|额|资金|总数))?(?:为|达到?)?")
_IN_FULL = "[,、](?:项目|补助|该|各项)*(?:资金|款项|任务)?(?:现|目前)?(?:已|均|已经)*(?:全部|全额|足额)"
_HUNDRED = 10_000
_DUE = re.compile("受理|收到|查出|反映|排查|预算|计划|任务|目标|安排|下达|应|合同|共|总|批复|规划|改造|发现|反馈")
_PART = re.compile(
    "中央|省级|省财政|市级|县级|区级|自治区|自筹|配套|其中|首批|第[一二三四]批|上年|当年|本级|分别|其他|另|每"
)


def check(extract: Extract) -> Iterator[Relation]:
    for told in containing(extract, "全部", "全额", "足额", "如数", "均已", "百分之百", "全面"):
        for place in range(1, len(told)):
            yield from _judged(extract, told, place)
            yield from _yet_all(extract, told[place - 1], told[place])


def _yet_all(extract: Extract, done: Told, share: Told) -> Iterator[Relation]:
    """累计拨付3119.26万元，占90%，资金已全部拨付到位: a rate below a hundred, and behind it the same act, in full."""
    claim, end = share.claim, extract.sentences[share.claim.sentence].end
    act = _ACT.search(done.lead)
    whole = claim.base < _HUNDRED and claim.depth == 0 and claim.mention.quantity.unit.symbol == "%" and valued(claim)
    if act is None or not whole or done.claim.sentence != claim.sentence or not _OF_IT.fullmatch(share.lead):
        return
    text = extract.sources[claim.paragraph].folded.text[claim.mention.end : end]
    found = re.match(_IN_FULL + act[0], text)
    if found is not None:
        said = found[0].strip(",、")
        message = (
            f"{quoted(extract, done.claim)}，{quoted(extract, claim)}，后面却写“{said}”，不一致，请核。"
            f"若全部说的是其中一部分，请写明；否则请更正其中一处。"
        )
        yield Equation(claim, (done.claim,), "100%", f"{claim}＜100%").failed(message)


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    each = told[place]
    claim = each.claim
    if not valued(claim) or not _said(extract, told, place):
        return
    whole = _whole(extract, told, place)
    if whole is None or claim.depth != whole.claim.depth:
        return
    if not _DUE.search(whole.lead) or _PART.search(each.lead):
        return
    if claim.dimension is Dimension.MONEY and "到位" in whole.lead:
        return
    if whole.claim.base > claim.base and apart(whole.claim.interval, claim.interval):
        yield _differs(extract, whole.claim, claim)


def _whole(extract: Extract, told: Sequence[Told], place: int) -> Told | None:
    """The like number right before it in its sentence, or the one whose parts stand between (64件，其中…)."""
    claim = told[place].claim
    near = [each for each in told[max(0, place - 8) : place] if each.claim.sentence == claim.sentence]
    near = [each for each in near if each.claim.family == claim.family and valued(each.claim)]
    opened = next((at for at in range(len(near) - 1, 0, -1) if "其中" in near[at].lead), None)
    found = near[opened - 1] if opened is not None else (near[-1] if near else None)
    if found is None or (opened is None and found is not told[place - 1]):
        return None
    text = extract.sources[claim.paragraph].folded.text[found.claim.at : claim.at]
    return None if ";" in text else found


def _said(extract: Extract, told: Sequence[Told], place: int) -> bool:
    """Whether it is said to be all, and no rate follows that another rule will speak of."""
    claim = told[place].claim
    later = told[place + 1].claim if place + 1 < len(told) else None
    if later is not None and later.sentence == claim.sentence and rate(later):
        return False
    if _ALL.search(told[place].lead):
        return True
    source, end = extract.sources[claim.paragraph].folded.text, extract.sentences[claim.sentence].end
    found = _ALL_BEHIND.match(source[claim.mention.end : end][:24])
    return found is not None and found["act"][:2] in told[place].lead


def _differs(extract: Extract, whole: Claim, claim: Claim) -> Relation:
    gap = amount(whole.base - claim.base, claim.mention.quantity.unit)
    equation = Equation(claim, (whole,), whole.text, f"{claim}＜{whole}")
    message = (
        f"{quoted(extract, claim)}，前面的{quoted(extract, whole)}比它多{gap}，与“全部”“足额”的说法不一致，请核。"
        f"若说的是其中一部分或其余已经取消，请写明；否则请更正其中一处。"
    )
    return equation.failed(message)
