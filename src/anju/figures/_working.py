"""算式里的数：把评分点的算式逐字拆开，哪些字是数、各是哪个数。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from anju.measures.catalogue import measure
from anju.policy.scheme import SCALE
from anju.scoring.evaluation import PartScore
from anju.scoring.printed import amount
from anju.scoring.scored import percent

# A number of the arithmetic: neither part of a word (OB1), a date (2023年) nor a document's number (〔2024〕2号).
_NUMBER = re.compile(r"(?<![A-Za-z0-9.〔-])(\d+(?:\.\d+)?)(万元|㎡|%|分(?!之)|元)?(?![0-9.]|[年月日号〕-])")
_STORED = {
    "万元": ("fen", 1_000_000),
    "元": ("fen", 100),
    "㎡": ("dm2", 100),
    "%": ("share", 100),
    "分": ("points", SCALE),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A number as a line of working has it: 10分, 79.01万元, 7. `id` names the figure it is, "" when it is one of its
    own; `value` counts in base units of `stored`."""

    text: str
    unit: str
    id: str
    value: Fraction
    stored: str


def pieces(subject: str, part: PartScore) -> Iterator[str | Told]:
    """The part's working, lines joined with ；, as words and numbers. `subject` is <ITEM>.<n>."""
    for number, line in enumerate(part.working):
        at = 0
        if number:
            yield "；"
        for match in _NUMBER.finditer(line):
            if line[at : match.start()]:
                yield line[at : match.start()]
            yield _told(subject, part, line, match)
            at = match.end()
        if line[at:]:
            yield line[at:]


def _told(subject: str, part: PartScore, line: str, match: re.Match[str]) -> Told:
    before, after = line[: match.start()], line[match.end() :]
    digits, unit = match[1], match[2] or ""
    stored, factor = _stored(digits, unit)
    value = Fraction(Decimal(digits)) * factor
    if unit == "分":
        id = _points(subject, part, value, before, after)
    elif unit == "%" and before.endswith("＝"):
        id = _ratio(part, match[0])
    else:
        id = _sum(part, match[0], before)
    return Told(match[0], unit, id, value, stored)


def _stored(digits: str, unit: str) -> tuple[str, int]:
    """As the unit's figures are stored, if such a figure prints with so many decimals; else in thousandths of it."""
    places = len(digits.partition(".")[2])
    if unit not in _STORED:
        return ("thousandth", 1000) if places else ("count", 1)
    fits = places == 2 if unit in ("万元", "元") else places <= 2 or unit == "分"
    return _STORED[unit] if fits else ("thousandth", 1000)


def _points(subject: str, part: PartScore, value: Fraction, before: str, after: str) -> str:
    """Only where the words beside it leave no doubt which of the three it is."""
    ends = (
        ("points", after.startswith("×"), part.part.points),
        ("confirmed", before.endswith("，得"), part.confirmed),
        ("at_most", before.endswith("最多"), part.at_most),
    )
    return next((f"score.{subject}.{end}" for end, said, points in ends if said and points == value), "")


def _ratio(part: PartScore, text: str) -> str:
    code = part.part.measure or ""
    pair = measure(code).ratio if code else None
    if not pair or not set(pair) <= set(part.sums):
        return ""
    above, below = (part.sums[name][1].exact for name in pair)
    return code if above is not None and below and percent(Fraction(above, below)) == text else ""


def _sum(part: PartScore, text: str, before: str) -> str:
    for name, (each, found) in part.sums.items():
        if before.endswith(each.title) and found.exact is not None and amount(found.exact, each.unit) == text:
            return f"{part.part.measure}.{name}"
    return ""
