"""差额对不上：结余、剩余、未支付、缺口，不等于前面两个数相减。

What is left against the whole and what was used, before it in its sentence or the one before; more uses and money
carried over from last year are tried too, and any numbers that give it will do. At odds only when whole, used and
left are of one account and stand one after the other, with nothing of the kind between them: an error in one
sentence. Wrong when something else was taken off, or came in, that is not written down: write it next to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation
from anju.checker.rules._changes import rate
from anju.checker.rules._neighbours import Equation, Told, behind, ends, paragraphs, valued
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._tiers import apart
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

WHY = "结余、未付和缺口是结转、收回、追责的依据。到位、支出、结余三个数并排写着，减出来对不上，必被问到。"
WRONG = "2023年到位资金59000万元，实际支出47317.66万元，结余资金11862.34万元。"
RIGHT = "2023年到位资金59000万元，实际支出47317.66万元，结余资金11682.34万元。"
MISTAKEN = "还有一笔没有写出来：上年结转进来的、收回或调减的、利息收入。"
SETTLE = "把每一笔来和去都写出来；写错的，按账面余额改正。"

_LEFT = re.compile(
    r"(?:(?<!上年)(?<!年初)(?<!往年)(?<!以前年度)(?<!历年)(?:结转结余|结余|结转)|剩余|剩下|其余|未支付?|未拨付?|未使用|未到位|未执行|未完成|未开工|未完工"
    r"|未竣工|未发放|未验收|未整改|尚未[\u4e00-\u9fff]{2,4}|尚有|尚余|尚欠|还有|还剩|还差|缺口|欠付|待支付|待拨付|余额)"
    r"(?:的|资金|金额|款项|工程款|缺口|部分|小区|项目|任务|问题)*(?:共计|合计|共|约|为|是|有|达|:)*$"
)
_UNDONE = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:尚未|未|没有|还没有|待)[\u4e00-\u9fff]{2}")
_LEFT_WITHOUT = re.compile(r"(?:尚有|还有|有|其余|其他|另外?|另有)[\u4e00-\u9fff]{0,4}$")
_TO_PAY = "到位|安排|下达|预算|筹集|筹措|收到|收入|应|合同|拨付|工程款|结算|审定|总额|共有|需"
_PAID = "支付|支出|使用|执行|拨付|兑付|发放|分配|已用|实支|付款|付"
_ACCOUNTS = (
    ("缺口|未到位|还差|尚缺", "总投资|需|应|计划|预算|概算|目标", "到位|筹集|筹措|落实|争取"),
    ("未支付?|待支付|欠付|尚欠|待付|未付", _TO_PAY, "支付|支出|拨付|兑付|付"),
    ("未拨|待拨", _TO_PAY, "拨付|下拨"),
    ("开工", "计划|任务|目标|共|应|改造|实施|涉及|总", "开工"),
    ("整改|销号", "发现|排查|问题|反馈|共|总", "整改|销号|解决"),
)
"""For what is left: what it is left of, and what was done. The first that fits the words counts."""
_MONEY = ("", _TO_PAY, _PAID)
_THINGS = (
    "",
    "计划|任务|目标|共|应|改造|实施|涉及|总|规划|安排|下达|排查|发现|新建|发放|发出",
    "完成|完工|竣工|开工|建成|整改|验收|收回|回收|发放|签约|入住|销号|分配|已",
)
_OTHER = re.compile("账户|银行|存款|贷款|债务|债券|基金|其中|历年|滚存|专户|累计结|财政存量|净")
_SOURCE = re.compile("(?:上年|年初|往年|以前年度|历年)(?:结转|结余)")
_MORE = re.compile("收回|上缴|调减|调增|核减|追加|利息|调整|退回|缴回|统筹|盘活|取消|结转|置换|扣除|新增|另")
"""Words for something else that came in or went out."""
_INVESTED = re.compile("完成(?:投资|产值|工程量|固定)")
_NEAR = 8


def check(extract: Extract) -> Iterator[Relation]:
    for told in paragraphs(extract):
        for place, each in enumerate(told):
            if _left(extract, each):
                yield from _judged(extract, told, place)


def _left(extract: Extract, each: Told) -> bool:
    """Whether it says what is left: by the words before it, or behind it (还有3个小区未完工)."""
    claim = each.claim
    if not valued(claim) or rate(claim) or _OTHER.search(each.lead[-16:]):
        return False
    if _LEFT.search(each.lead):
        return True
    return bool(_LEFT_WITHOUT.search(each.lead) and _UNDONE.match(behind(extract, claim)))


def _judged(extract: Extract, told: Sequence[Told], place: int) -> Iterator[Relation]:
    left = told[place].claim
    near = [each for each in told[max(0, place - _NEAR) : place] if each.claim.family == left.family]
    near = [each for each in near if valued(each.claim) and each.claim.sentence >= left.sentence - 3]
    held = next((each for each in _readings([each.claim for each in near]) if each.gives(left)), None)
    if held is not None:
        yield held.equation(left).held()
        return
    near = [each for each in near if each.claim.sentence >= left.sentence - 1]
    pair = _only_reading(extract, told, place, near)
    if pair is not None:
        yield _differs(extract, left, pair)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came in and what went out."""

    came: tuple[Claim, ...]
    went: tuple[Claim, ...]

    def gives(self, left: Claim) -> bool:
        low = sum(ends(each)[0] for each in self.came) - sum(ends(each)[1] for each in self.went)
        high = sum(ends(each)[1] for each in self.came) - sum(ends(each)[0] for each in self.went)
        return not apart((Fraction(low), Fraction(high)), left.interval)

    def equation(self, left: Claim) -> Equation:
        base = sum((each.base for each in self.came), Fraction(0)) - sum((each.base for each in self.went), Fraction(0))
        computed = amount(base, left.mention.quantity.unit)
        came = "＋".join(each.text for each in self.came)
        return Equation(
            left, (*self.came, *self.went), computed, f"{'－'.join((came, *map(str, self.went)))}＝{computed}"
        )


def _readings(near: Sequence[Claim]) -> Iterator[_Reading]:
    """Whole and used, the nearest first; then two uses; then two that came in."""
    claims = list(reversed(near))
    for used, whole in permutations(claims, 2):
        yield _Reading((whole,), (used,))
    for one, other, third in permutations(claims[:5], 3):
        if one.index < other.index:
            yield _Reading((third,), (one, other))
            yield _Reading((one, other), (third,))


def _only_reading(
    extract: Extract, told: Sequence[Told], place: int, near: Sequence[Told]
) -> tuple[Claim, Claim] | None:
    """Whole, used, left, one after the other, when the words say so and nothing else came in or went out."""
    if len(near) != 2 or place < 2:
        return None
    whole, used = near
    left = told[place].claim
    between = told[place - 1].claim
    if used.claim is not between and not (rate(between) and told[place - 2].claim is used.claim):
        return None
    first = extract.sentences[whole.claim.sentence].start
    said = extract.sources[left.paragraph].folded.text[first : left.at]
    clear = used.claim.sentence == left.sentence and _one_account(extract, told[place], used.lead, whole.lead)
    level = whole.claim.depth == used.claim.depth == left.depth
    if not clear or not level or _unsure(said, told[place].lead):
        return None
    return whole.claim, used.claim


def _one_account(extract: Extract, left: Told, used: str, whole: str) -> bool:
    """Whether the words of all three are of one account: 未支付 is left of what was to be paid after what was paid."""
    words = left.lead[-12:] + behind(extract, left.claim, 8)
    usual = _MONEY if left.claim.dimension is Dimension.MONEY else _THINGS
    _, of, done = next((each for each in _ACCOUNTS if re.search(each[0], words)), usual)
    return re.search(of, whole) is not None and re.search(done, used) is not None and not _INVESTED.search(used)


def _unsure(said: str, lead: str) -> bool:
    before = said[: len(said) - len(lead)]
    return bool(_MORE.search(before) or _SOURCE.search(said) or _OTHER.search(said) or ";" in said or "分别" in said)


def _differs(extract: Extract, left: Claim, pair: tuple[Claim, Claim]) -> Relation:
    whole, used = pair
    equation = _Reading((whole,), (used,)).equation(left)
    told = f"{quoted(extract, left)}，按前面的数{equation.formula}"
    money = left.dimension is Dimension.MONEY
    other = "收回、调减或上年结转的" if money else "取消、新增或正在办理的"
    message = f"{told}，不一致，请核。若另有{other}，请写明；否则请更正其中一处。"
    sure = whole.sentence == left.sentence and whole.base > used.base
    return equation.failed(message, Severity.ERROR if sure else Severity.WARNING)
