"""条数与所列不符：写着四项措施、三个方面，后面一是、二是、三是只有三条；或者①②③、（1）（2）（3）。

A count of measures, problems, kinds, right before the first of its items in the same paragraph, or a list of numbered
paragraphs right behind the paragraph that ends with the count and a colon. The items must be numbered without a gap.
A warning. Wrong when the count is of something inside of the items: write it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.source import Source
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C02",)
WHY = "说四项只列三项，不是漏了一项，就是改稿时忘了改数；审的人会去找那一项在哪里。"
WRONG = "主要采取了四项措施：一是健全工作机制；二是加强资金监管；三是强化质量验收。"
RIGHT = "主要采取了三项措施：一是健全工作机制；二是加强资金监管；三是强化质量验收。"
MISTAKEN = "个数说的是各条里面的东西（问题12个，一是资金方面5个）。"
SETTLE = "补上漏列的一条，或者改个数。"

_NOUN = re.compile(
    r"(?:主要|具体|突出|重点|工作|保障)?(?:措施|方面|问题|做法|原因|建议|特点|环节|步骤|阶段|类|机制|制度|任务|工程|行动|内容|经验|举措|要求"
    r"|情况|不足|困难|小区|项目|指标|事项|方式)[^,;:。()一①]{0,8}?(?:如下|包括|分别是|即|为|是)?[:,。](?!其中)"
)
_SMALL = frozenset("项个条类种点方")
_WORDS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_KINDS = (
    [f"{word}是" for word in _WORDS],
    list(_CIRCLED),
    [f"({number})" for number in range(1, 13)],
    [f"({word})" for word in _WORDS],
    [f"{number})" for number in range(1, 13)],
)
_OPENING = (
    re.compile(r"\s*\(?(\d{1,2})\)?[.、)．]?(?=[^\d.])"),
    re.compile(rf"\s*\(?([{_WORDS}])[、)]"),
    re.compile(rf"\s*([{_CIRCLED}])"),
)
_EACH = re.compile("[^,;:。()]{1,10},?(?:分别(?:为|是)|包括|即):")
_SHORT = 24
_MOST, _FARTHEST = 20, 3000


def check(extract: Extract) -> Iterator[Relation]:
    numbers = list(extract.sources)
    places = {number: place for place, number in enumerate(numbers)}
    for claim in extract.claims:
        small = claim.dimension is Dimension.COUNT and claim.mention.counted in _SMALL and 1 < claim.base <= _MOST
        if not small or claim.in_table or claim.mention.ranged or claim.mention.qualifier:
            continue
        source = extract.sources[claim.paragraph]
        text = source.folded.text
        parted = _parted(text, claim.mention.end)
        if parted > 1:
            yield _relation(extract, claim, parted, "用分号分开列了")
            continue
        noun = _NOUN.match(text, claim.mention.end)
        if noun is None:
            continue
        if noun.end() >= len(text.rstrip()) and text.rstrip().endswith((":", "如下。", "如下")):
            below = [extract.sources[each] for each in numbers[places[claim.paragraph] + 1 :][: _MOST + 1]]
            found = _below(below)
        else:
            found = _inline(text[noun.end() : noun.end() + _FARTHEST])
        if found > 1:
            yield _relation(extract, claim, found, "按序号列了")


def _inline(text: str) -> int:
    """How many items begin right here, numbered one after the other; 0 when none does or a number is missing."""
    for kind in _KINDS:
        if text.lstrip().startswith(kind[0]):
            found, at = 0, 0
            for mark in kind:
                place = text.find(mark, at)
                if place < 0:
                    break
                found, at = found + 1, place + len(mark)
            later = any(text.find(mark, at) >= 0 for mark in kind[found + 1 :])
            again = text.find(kind[0], len(kind[0]) + 1) >= 0
            return 0 if later or again else found
    return 0


def _below(sources: Sequence[Source]) -> int:
    """How many of the paragraphs below open with a number, one after the other."""
    for opening in _OPENING:
        count = 0
        for source in sources:
            found = opening.match(source.folded.text) if source.paragraph.place is None else None
            if found is None or _value(found[1]) != count + 1:
                break
            count += 1
        if count:
            return count
    return 0


def _value(mark: str) -> int:
    if mark.isdecimal() and mark not in _CIRCLED:
        return int(mark)
    return (_WORDS if mark in _WORDS else _CIRCLED).index(mark) + 1


def _parted(text: str, at: int) -> int:
    """4项实事，分别为：再就业培训；新增学位；广场建设: how many short items; 0 when it is no such list."""
    opened = _EACH.match(text, at)
    if opened is None:
        return 0
    end = text.find("。", opened.end())
    items = text[opened.end() : end if end > 0 else len(text)].rstrip(";").split(";")
    plain = all(0 < len(item) <= _SHORT and not re.search(r"\d|[一二三]是", item) for item in items)
    return len(items) if plain else 0


def _relation(extract: Extract, claim: Claim, found: int, listed: str) -> Relation:
    wanted = int(claim.base)
    computation = Computation(claim.text, f"{found}条", (claim.text,))
    formula = f"{claim.text}，列了{found}条"
    amounts = (claim.mention.quantity,)
    if found == wanted:
        return Relation(Result.HELD, claim.where, (), computation, amounts=amounts, formula=formula)
    message = (
        f"{quoted(extract, claim)}，后面{listed}{found}条，相差{abs(wanted - found)}条，不一致，请核。"
        f"若个数说的是别的，请写明；否则请补上漏列的或改个数。"
    )
    return Relation(Result.FAILED, claim.where, (), computation, Severity.WARNING, message, amounts, formula=formula)
