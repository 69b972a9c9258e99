"""名单与个数不符：列出的名称不是所说的个数，或同一名称列了两次。

Names parted by 、 in front of the count (…等7个小区) or behind it (7个小区：…). Behind 等 or 包括 fewer names than the
count are no fault, more are. A 和 or 及 in the last name may part two names or belong to one: either reading will do.
Wrong when a name itself holds a 、, or when what is listed is not what is counted: write the count next to its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.layers import FILL
from anju.checker.extract.words import ACTS
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import quoted
from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.unit import Dimension

WHY = "名单和个数并排写着，少一个名称或多数一个，一眼就被看出来，还会让人疑心后面的数是按哪一个算的。"
WRONG = "计划改造绿苑小区、绿洲小区、国税小区、华苑小区、电力花园、锦春园7个小区。"
RIGHT = "计划改造绿苑小区、绿洲小区、国税小区、华苑小区、电力花园、锦春园、国际丽城7个小区。"
MISTAKEN = "名称本身带顿号，或者列出的不是所数的东西（列的是做法，数的是户）。"
SETTLE = "名单不全的补上“等”字或补全名称；个数写错的改个数；列的不是一回事的，把个数写到它自己的名单旁边。"

_AHEAD = re.compile(r"[^,;:。()!?\n|\t]*、[^,;:。()!?\n|\t]*$")
_BEHIND = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,10}?)(?P<by>,?(?:分别|依次)(?:为|是|:)|,?(?:即|为|是)?:|,即|\(|,?(?P<some>包括|包含|如|有):?)"
    r"(?P<names>[^,;:。()!?\n|\t]*、[^,;:。()!?\n|\t]*)"
)
_ENDING = re.compile(r"(?P<some>等)?(?:共计|合计|共有|共)?$")
_AND = re.compile("以及|和|及|与|暨")
_COUNTED = frozenset("个家条类处项所种座镇")
_FARTHEST = 600
"""Characters that a list of names may have."""
_SHORT, _LONG = 1, 24
_LEAD = re.compile(rf"^.*(?:{ACTS}|包括|涉及|范围为|为|是|的|对|将|在|由)(?=[\u4e00-\u9fff]{{2,}})")


@dataclass(frozen=True, slots=True)
class _Names:
    """A list of names over [start, end) of the plain text; `some`: it need not be complete."""

    start: int
    end: int
    names: tuple[str, ...]
    some: bool

    @property
    def counts(self) -> set[int]:
        """How many names there may be: a 和 in the last parts two or belongs to one."""
        number, last = len(self.names), self.names[-1]
        parted = [match for match in _AND.finditer(last) if match.start() > 0 and match.end() < len(last)]
        return {number, number + 1} if parted else {number}


def check(extract: Extract) -> Iterator[Relation]:
    for claim in extract.claims:
        if claim.dimension is Dimension.COUNT and claim.mention.counted in _COUNTED and not claim.mention.ranged:
            found = _ahead(extract, claim) or _behind(extract, claim)
            if found is not None:
                yield _relation(extract, claim, found)


def _ahead(extract: Extract, claim: Claim) -> _Names | None:
    text = extract.sources[claim.paragraph].masked.labels
    ending = _ENDING.search(text, max(0, claim.at - 6), claim.at)
    upto = ending.start() if ending else claim.at
    found = _AHEAD.search(text, max(0, upto - _FARTHEST), upto)
    if found is None:
        return None
    return _names(text, found.start(), upto, bool(ending and ending["some"]))


def _behind(extract: Extract, claim: Claim) -> _Names | None:
    text = extract.sources[claim.paragraph].masked.labels
    found = _BEHIND.match(text, claim.mention.end, claim.mention.end + _FARTHEST)
    if found is None:
        return None
    return _names(text, *found.span("names"), bool(found["some"]) or found["names"].endswith("等"))


def _names(text: str, start: int, end: int, some: bool) -> _Names | None:
    """The names of a stretch, when they look like names: short, and without digits that count something."""
    names = text[start:end].removesuffix("等").split("、")
    names[0] = _LEAD.sub("", names[0].replace(FILL, "")) or names[0].replace(FILL, "")
    names = [name.strip() for name in names]
    if len(names) < 2 or not all(_SHORT < len(name) <= _LONG for name in names):
        return None
    if any(re.search(rf"\d|{FILL}", name) for name in names):
        return None
    return _Names(start, end, tuple(names), some)


def _relation(extract: Extract, claim: Claim, found: _Names) -> Relation:
    where = extract.where(claim.paragraph, found.start, found.end)
    doubled = sorted({name for name in found.names if found.names.count(name) > 1})
    listed = min(found.counts)
    wanted = int(claim.base)
    holds = wanted in found.counts or (found.some and wanted >= listed)
    if holds and not doubled:
        return _made(Result.HELD, claim, where, found)
    quote = quoted(extract, claim)
    if doubled:
        told = f"{quote}，名单里{'、'.join(doubled)}列了不止一次，请核。请删去重复的，并核对个数。"
        return _made(Result.FAILED, claim, where, found, told)
    told = (
        f"{quote}，列出名称的有{listed}个，与{claim.text}相差{abs(wanted - listed)}个，不一致，请核。"
        f"可能是漏列、多列，也可能个数写错；名单不全的，请在名单后写“等”。"
    )
    return _made(Result.FAILED, claim, where, found, told)


def _made(result: Result, claim: Claim, where: Where, found: _Names, message: str = "") -> Relation:
    listed = f"{min(found.counts) if int(claim.base) not in found.counts else int(claim.base)}个名称"
    names = "、".join(found.names)
    noun = "" if claim.thing.startswith(claim.mention.counted) else claim.thing
    computation = Computation(claim.text, listed, (f"{claim.text}{noun}", f"{names}（{listed}）"))
    return Relation(result, claim.where, (where,), computation, Severity.ERROR, message, (claim.mention.quantity,))
