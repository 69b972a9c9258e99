"""规则共用：几项相加与合计，怎么说、怎么记。"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.mention import Mention
from anju.checker.relation import Relation, Result
from anju.checker.rules._exact import exact_sum
from anju.checker.rules._shown import amount, quoted
from anju.checker.rules._slips import telling
from anju.checker.rules._tiers import Tier, far, tier
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

_SO_MUCH = 100_000


def failed(extract: Extract, total: Claim, parts: Sequence[Claim], severity: Severity) -> Relation:
    unit, added = total.mention.quantity.unit, summed(parts)
    gap = amount(abs(added - total.base), unit)
    if len(parts) == 1:
        message = (
            f"{quoted(extract, total)}，其中却有{parts[0].text}，部分比总数多{gap}，不一致，请核。"
            f"请核对其中一项是不是属于这个总数，或按原始资料改正。"
        )
        return made(Result.FAILED, total, parts, severity, message)
    how = "多" if added > total.base else "少"
    listed = "＋".join(part.text for part in parts)
    message = (
        f"{quoted(extract, total)}，所列分项{listed}相加为{amount(added, unit)}，比合计{how}{gap}，不一致，请核。"
        f"可能是分项漏列或重复，也可能个别数写错；请补齐分项，或按原始资料改正。"
    )
    return made(Result.FAILED, total, parts, severity, message)


def made(
    result: Result, total: Claim, parts: Sequence[Claim], severity: Severity = Severity.WARNING, message: str = ""
) -> Relation:
    added = amount(summed(parts), total.mention.quantity.unit)
    formula = f"其中{parts[0].text}，总数{total.text}"
    if len(parts) > 1:
        told = "" if added == total.text else f"，写明{total.text}"
        formula = f"{'＋'.join(part.text for part in parts)}＝{added}{told}"
    return Relation(
        result,
        total.where,
        tuple(part.where for part in parts),
        Computation(total.text, added, tuple(part.text for part in parts)),
        severity,
        message,
        (total.mention.quantity, *(part.mention.quantity for part in parts)),
        formula=formula,
        bound=len(parts) == 1,
    )


def mentions(parts: Sequence[Claim]) -> list[Mention]:
    return [part.mention for part in parts]


def summed(parts: Sequence[Claim]) -> Fraction:
    return exact_sum(part.base for part in parts)


def rounded(parts: Sequence[Claim], total: Claim) -> bool:
    """99455.3＋693684＋721837 is 1514976 without its last place: so little of so much is rounded away."""
    quantity = total.mention.quantity
    step = Fraction(quantity.step) * quantity.unit.factor
    gap = abs(summed(parts) - total.base)
    return gap < step / 2 and gap * _SO_MUCH < total.base


def makes_up(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether the parts are the total, by what rounding leaves open."""
    return not far(parts, total) and (tier(mentions(parts), total.mention) is Tier.HELD or rounded(parts, total))


def exactly(parts: Sequence[Claim], total: Claim) -> bool:
    """Equal to the last digit, in amounts that show digits enough to be no coincidence."""
    quantities = [claim.mention.quantity for claim in (total, *parts)]
    return summed(parts) == total.base and total.dimension is not Dimension.SHARE and telling(quantities, total.base)
