"""名单与个数不符：列出的名称不是所说的个数，或同一名称列了两次。

Names parted by 、 in front of the count (…等7个小区) or behind it (7个小区：…). Behind 等 or 包括 fewer names than the
count are no fault, more are. A 和 or 及 in the last name may part two names or belong to one: either reading will do.
Wrong when a name itself holds a 、, or when what is listed is not what is counted: write the count next to its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation, Result
from anju.checker.rules._name_lists import Names, ahead, behind, hidden, listed
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C02",)
WHY = "名单和个数并排写着，少一个名称或多数一个，一眼就被看出来，还会让人疑心后面的数是按哪一个算的。"
WRONG = "计划改造绿苑小区、绿洲小区、国税小区、华苑小区、电力花园、锦春园7个小区。"
RIGHT = "计划改造绿苑小区、绿洲小区、国税小区、华苑小区、电力花园、锦春园、国际丽城7个小区。"
MISTAKEN = "名称本身带顿号，或者列出的不是所数的东西（列的是做法，数的是户）。"
SETTLE = "名单不全的补上“等”字或补全名称；个数写错的改个数；列的不是一回事的，把个数写到它自己的名单旁边。"

_COUNTED = frozenset("个家条类处项所种座镇")
_LEVELS = "县|区|市|旗|镇|乡|街道|街|州|盟|师|团"
_COMPOUND = re.compile(
    rf"(?P<of>(?:(?:[一二三四五六七八九十两]|\d{{1,2}})(?:{_LEVELS})){{1,3}})\((?P<names>[^()。;:]{{2,300}})\)"
)
_PART = re.compile(r"([一二三四五六七八九十两]|\d{1,2})")
_DIGITS = {word: value for value, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def check(extract: Extract) -> Iterator[Relation]:
    for number, source in extract.sources.items():
        if "、" in source.masked.labels and "(" in source.masked.labels:
            yield from _compound(extract, number)
    texts: dict[int, str] = {}
    for claim in extract.claims:
        if claim.dimension is Dimension.COUNT and claim.mention.counted in _COUNTED and not claim.mention.ranged:
            labels = extract.sources[claim.paragraph].masked.labels
            if "、" not in labels:
                continue
            if claim.paragraph not in texts:
                texts[claim.paragraph] = hidden(labels)
            text = texts[claim.paragraph]
            found = ahead(text, claim.at) or behind(text, claim.mention.end)
            if found is not None:
                yield _relation(extract, claim, found)


def _compound(extract: Extract, number: int) -> Iterator[Relation]:
    """三县一区（青阳县、石台县、东至县及贵池区）."""
    text = extract.sources[number].folded.text
    for match in _COMPOUND.finditer(text):
        found = listed(text, *match.span("names"))
        if found is not None and found.nominal:
            yield _added_up(extract, number, match, found)


def _added_up(extract: Extract, number: int, match: re.Match[str], found: Names) -> Relation:
    wanted = sum(_DIGITS[each] if each in _DIGITS else int(each) for each in _PART.findall(match["of"]))
    count, held = found.nearest(wanted), _fits(found, wanted)
    message = (
        f"{extract.sources[number].paragraph.spot}“{match['of']}”合起来是{wanted}个，括号里列出名称的有{count}个，"
        f"不一致，请核。可能是漏列、多列，也可能个数写错；名单不全的，请在名单后写“等”。"
    )
    return Relation(
        Result.HELD if held else Result.FAILED,
        extract.where(number, *match.span("of")),
        (extract.where(number, found.start, found.end),),
        Computation(f"{wanted}个", f"{count}个名称", found.names),
        Severity.ERROR,
        "" if held else message,
        formula=f"{match['of']}：{found}，共{count}个",
    )


def _fits(found: Names, wanted: int) -> bool:
    """Whether the list may have so many names; behind 等 it may be longer than it is printed."""
    return wanted in found.counts or (found.some and wanted >= min(found.counts))


def _relation(extract: Extract, claim: Claim, found: Names) -> Relation:
    where = extract.where(claim.paragraph, found.start, found.end)
    doubled = sorted({name for name in found.names if found.names.count(name) > 1})
    wanted = int(claim.base)
    listed_names = found.nearest(wanted)
    if _fits(found, wanted) and not doubled:
        return _made(Result.HELD, claim, where, found)
    far = wanted > 2 * listed_names + 4 and not found.told
    if not found.nominal or far:
        return _made(Result.NOT_ASSESSABLE, claim, where, found)
    quote = quoted(extract, claim)
    if doubled:
        told = f"{quote}，名单里{'、'.join(doubled)}列了不止一次，请核。请删去重复的，并核对个数。"
        return _made(Result.FAILED, claim, where, found, told)
    told = (
        f"{quote}，列出名称的有{listed_names}个，与{claim.text}相差{abs(wanted - listed_names)}个，不一致，请核。"
        f"可能是漏列、多列，也可能个数写错；名单不全的，请在名单后写“等”。"
    )
    return _made(Result.FAILED, claim, where, found, told)


def _made(result: Result, claim: Claim, where: Where, found: Names, message: str = "") -> Relation:
    number = found.nearest(int(claim.base))
    computation = Computation(claim.text, f"{number}个名称", found.names)
    amounts, formula = (claim.mention.quantity,), f"{found}，列出{number}个名称，写明{claim.text}"
    return Relation(result, claim.where, (where,), computation, Severity.ERROR, message, amounts, formula=formula)
