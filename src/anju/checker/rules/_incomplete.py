"""规则共用：列出的分项加不起来，是写错了还是没列全；有多大把握，说不准的不问。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from anju.checker.extract.claim import Claim
from anju.checker.rules._lists import Breakdown, Form
from anju.checker.rules._slips import sum_slipped
from anju.checker.rules._sums import mentions, summed
from anju.checker.rules._tiers import Tier, above, tier
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

_NEAR, _NEAR_SOURCES, _NEAR_LOOSE = Fraction(2, 100), Fraction(5, 100), Fraction(10, 100)
_RARE = {
    Form.ANNOUNCED: Fraction(1, 6),
    Form.NAMED: Fraction(1, 12),
    Form.LOOSE: Fraction(1, 25),
    Form.BARE: Fraction(1, 8),
}
"""How rarely chance may make one slip explain what is missing: the less a list is announced, the more rarely."""
_OF_LISTS = frozenset({"分别", "其中", "各", "均"})
_FAR = Fraction(110, 100)
_PLACE = re.compile(r"(?:小区|县|市|区|州|盟|旗|镇|乡|村|街道|社区|花园|批|年度?|片区|标段)[^\w]*$|第[一二三四五六]批")


def severity_of(found: Breakdown, total: Claim, parts: Sequence[Claim]) -> Severity | None:
    """How sure it is that the list was to make up the total; None when it may be incomplete or of something else."""
    if all(above(mentions(parts), whole.mention) for whole in found.totals):
        return _exceeded(found, total, parts)
    gap = abs(summed(parts) - total.base)
    loose = found.form >= Form.LOOSE
    told = not loose or not any(part.scopes - total.scopes - _OF_LISTS for part in parts)
    sourced = loose or all(part.sources for part in parts)
    if gap <= total.base * (_NEAR_SOURCES if sourced else _NEAR) and told:
        plain = tier(mentions(parts), total.mention) is Tier.PRINTED and found.form is Form.ANNOUNCED
        return Severity.ERROR if plain and len(parts) > 2 else Severity.WARNING
    slip = sum_slipped(total, parts, _RARE[found.form])
    small = not loose or gap <= total.base * _NEAR_LOOSE  # 卫生人员中，医师…，护士…: but two of them
    likely = found.complete or slip or (small and len(parts) > 2 and 2 * gap < min(part.base for part in parts))
    return Severity.WARNING if likely and told else None


def _exceeded(found: Breakdown, total: Claim, parts: Sequence[Claim]) -> Severity | None:
    """最高60万元，其中单缴40万元、双缴60万元: a part as large as the whole is no part."""
    if any(part.base == total.base for part in parts):
        return None
    if found.form >= Form.LOOSE:
        near = summed(parts) - total.base <= total.base * _NEAR_SOURCES
        return Severity.WARNING if found.complete or near or sum_slipped(total, parts) else None
    exclusive = total.dimension is not Dimension.COUNT or all(_PLACE.search(part.label) for part in parts)
    close = summed(parts) <= total.base * _FAR or found.form is Form.ANNOUNCED
    return Severity.ERROR if exclusive and close else Severity.WARNING


def close(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether what stands behind the semicolons as well makes up the total but for a slip."""
    gap = abs(summed(parts) - total.base)
    return len(parts) > 2 and gap <= total.base * _NEAR and sum_slipped(total, parts, _RARE[Form.NAMED])
