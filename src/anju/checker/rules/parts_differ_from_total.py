"""分项与合计不符：分项相加，不等于写明的合计。

Parts behind 其中 and what is like it, in numbered paragraphs below, or in front of 共计. All readings of the list are
tried first (to its end, up to another account, one number an item, each total before it). An error when money or areas
add up to more than the total behind 其中, when names of places do, or when an announced list (其中：) of three or more
comes within two hundredths of it. A warning when it comes close otherwise, when one slip of the pen would make it hold,
when what is missing is smaller than any part, or when the text says that these are all. A list that falls short by more
is taken for incomplete and not assessed. Wrong when the parts are not of the total next to them.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence, Set

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.relation import Relation, Result
from anju.checker.rules._added import from_the_start, in_all, these
from anju.checker.rules._gathered import Gathered, detached, gathered, shared_of_another, shared_out
from anju.checker.rules._incomplete import close, severity_of
from anju.checker.rules._lists import Breakdown, Form, breakdowns
from anju.checker.rules._scored import scored, scored_one_by_one
from anju.checker.rules._slips import sum_slipped
from anju.checker.rules._spread import spread
from anju.checker.rules._sums import exactly, failed, made, makes_up, mentions, summed
from anju.checker.rules._tiers import Tier, above, tier
from anju.kernel.finding import Severity, Where

AUDIT_POINTS = ("C03",)
WHY = "分项加起来应当等于合计，这是审计拿到报告先算的一笔。差一点往往是抄错一位，差得多往往是漏了一项。"
WRONG = "2023年补助资金预算总额50988万元，其中中央资金28988万元，省级资金23000万元。"
RIGHT = "2023年补助资金预算总额50988万元，其中中央资金27988万元，省级资金23000万元。"
MISTAKEN = "分项有交叉（一户既算甲类又算乙类），或者列出的分项不属于旁边那个合计。"
SETTLE = (
    "写错的，按资金文件或台账改正；分项有交叉、只列了主要几项的，写明“有交叉”“主要包括”；属于别的合计的，写明是哪一个。"
)

_YIELD = re.compile("单位(?:面积|产量|能耗|成本)|平均|[户人栋亩均]均|单产")
"""A mean, which a part may exceed."""
_TOTAL = re.compile("共|总|合计|全年|全部|等(?:方式|渠道|途径|措施|办法)")


def check(extract: Extract) -> Iterator[Relation]:
    """Each sum once: a list in words first, what only its figures make one last."""
    seen: set[tuple[Hashable, ...]] = set()
    failed: set[Where] = set()
    for relation in (*_told(extract), *_found(extract)):
        places = (relation.where, *relation.related)
        if places not in seen and relation.where not in failed:
            seen.add(places)
            if relation.result is Result.FAILED:
                failed.add(relation.where)
            yield relation


def _told(extract: Extract) -> Iterator[Relation]:
    """A total that one list makes up is no longer asked of another."""
    lists = list(breakdowns(extract))
    held = [(found, list(_holding(found))) for found in lists]
    settled = {whole.index for _, relations in held for whole, _ in relations}
    for found, relations in held:
        for whole, parts in relations:
            yield made(Result.HELD, whole, parts)
        if relations and found.form is Form.ANNOUNCED:
            yield from _beyond(extract, found, {part.index for _, parts in relations for part in parts})
        if not relations and (found.form < Form.LOOSE or found.totals[0].index not in settled):
            relation = _judged(extract, found)
            if relation.result is not Result.NOT_ASSESSABLE or found.form < Form.LOOSE:
                yield relation


def _beyond(extract: Extract, found: Breakdown, used: Set[int]) -> Iterator[Relation]:
    """落实258万元，支出258万元。其中：中央284万元，已支出224万元…: what was spent adds up, and a part is too large."""
    for part in {part.index: part for reading in found.readings for part in reading}.values():
        too_large = all(above([part.mention], whole.mention) for whole in found.totals)
        if part.index not in used and part.sources and not part.acts and too_large:
            yield failed(extract, found.totals[-1], (part,), Severity.ERROR)
            return


def _holding(found: Breakdown) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each total that some reading of the list makes up."""
    for whole in found.totals:
        readings = (reading[:upto] for reading in found.readings for upto in range(len(reading), 1, -1))
        parts = next((each for each in readings if makes_up(each, whole)), None)
        if parts is not None:
            yield whole, parts


def _found(extract: Extract) -> Iterator[Relation]:
    for found in gathered(extract):
        relation = _gathered(extract, found)
        if relation is not None:
            yield relation
    for total, parts in shared_out(extract):
        holds = tier(mentions(parts), total.mention) is not Tier.PRINTED
        yield made(Result.HELD, total, parts) if holds else failed(extract, total, parts, Severity.WARNING)
    for total, named in in_all(extract):
        if makes_up(named, total):
            yield made(Result.HELD, total, named)
    for total, added in (*from_the_start(extract), *these(extract)):
        holds = makes_up(added, total)
        yield made(Result.HELD, total, added) if holds else failed(extract, total, added, Severity.WARNING)
    for total, parts in spread(extract):
        holds = makes_up(parts, total)
        yield made(Result.HELD, total, parts) if holds else failed(extract, total, parts, Severity.WARNING)
    for total, parts in shared_of_another(extract):
        yield failed(extract, total, parts, Severity.WARNING)
    for total, scores in (*scored(extract), *scored_one_by_one(extract)):
        exact = summed(scores) == total.base
        yield made(Result.HELD, total, scores) if exact else failed(extract, total, scores, Severity.WARNING)
    for total, parts in detached(extract):
        yield made(Result.HELD, total, parts)


def _judged(extract: Extract, found: Breakdown) -> Relation:
    """By the reading that comes closest; a single part can only be too large."""
    total = found.totals[0]
    several = [reading for reading in found.readings if len(reading) > 1]
    if not several or len(found.readings[0]) == 1:
        parts = found.readings[0]
        beyond = next((each for each in several if close(total, each)), None)
        if beyond is not None and found.form is Form.NAMED:
            return failed(extract, total, beyond, Severity.WARNING)
        loose = found.form >= Form.LOOSE or len(parts) > 1
        return made(Result.NOT_ASSESSABLE, total, parts) if loose else _single(extract, found.totals, parts)
    parts = min(several, key=lambda reading: abs(summed(reading) - total.base))
    severity = severity_of(found, total, parts)
    if severity is None:
        return made(Result.NOT_ASSESSABLE, total, parts)
    return failed(extract, total, parts, severity)


def _single(extract: Extract, totals: Sequence[Claim], parts: Sequence[Claim]) -> Relation:
    """One part can only be too large."""
    last = extract.sources[parts[0].paragraph].masked.text.rfind(";", 0, parts[0].at)
    totals = [each for each in totals if each.paragraph != parts[0].paragraph or each.at > last] or totals
    whole = next((each for each in totals if not above(mentions(parts), each.mention)), None)
    if whole is None and _YIELD.search(totals[0].label):
        return made(Result.NOT_ASSESSABLE, totals[0], parts)
    if whole is None:
        return failed(extract, totals[0], parts, Severity.ERROR)
    return made(Result.HELD, whole, parts)


def _gathered(extract: Extract, found: Gathered) -> Relation | None:
    """A sum that holds is listed, whether the text calls it one or not; only one that it calls so can fail."""
    for parts in (each[first:] for each in found.readings for first in range(len(each) - 1)):
        if makes_up(parts, found.total) and (found.explicit or exactly(parts, found.total)):
            return made(Result.HELD, found.total, parts)
    parts = found.readings[0]
    slip = _TOTAL.search(found.total.label) and sum_slipped(found.total, parts)
    if not found.explicit and not slip:
        return None
    printed = found.explicit and tier(mentions(parts), found.total.mention) is Tier.PRINTED
    return failed(extract, found.total, parts, Severity.ERROR if printed else Severity.WARNING)
