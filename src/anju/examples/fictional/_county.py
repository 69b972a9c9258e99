"""虚构县的底子：小区有哪些、多大、日子怎么排；一切由序号推出，不用随机数。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from anju.kernel.credit_code import check_character

REGION = "990101"
REGION_NAME = "清河县（虚构）"
DOCUMENT = "虚构县演示台账"
REPORT = "清住建联发〔2024〕5号"
BUILDER = "清河县城镇老旧小区改造服务中心"
RATE = 250
"""Works contract price: 250 元/㎡, which is 250 分 for each dm²."""
NAMES = ("清河", "安和", "东风", "育才", "新华", "永宁", "建设", "和平", "红旗", "文昌", "向阳", "朝晖", "兴业", "康宁")
KINDS = ("小区", "花园", "新村", "家属院")
KINDS_BEFORE = ("大院", "里弄", "楼院")
"""No community of the earlier plan year bears a name that the plan year's own could bear."""
LONG = "（原县供销合作社联合社与第二机械修配厂职工住宅及沿街附属楼院）"

Row = dict[str, Any]
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Place:
    """One community: local id, number in its cohort, plan year, size; `price_fen` is its works contract."""

    local: str
    number: int
    year: int
    name: str

    @property
    def buildings(self) -> int:
        return 4 + self.number * 5 % 7

    @property
    def households(self) -> int:
        return self.buildings * (24 + self.number * 7 % 9)

    @property
    def renovated(self) -> int:
        """Households renovated in the end: now and then one more than planned."""
        return self.households + (self.number % 5 == 3)

    @property
    def area_dm2(self) -> int:
        return self.households * (7_850 + self.number * 137 % 900)

    @property
    def price_fen(self) -> int:
        return self.area_dm2 * RATE

    @property
    def change_fen(self) -> int:
        return self.price_fen * 12 // 1000

    @property
    def settled_fen(self) -> int:
        return (self.price_fen + self.change_fen) * 985 // 1000

    @property
    def started(self) -> date:
        return date(self.year, 4, 12) + timedelta(days=self.number % 5)

    @property
    def finished(self) -> date:
        return date(self.year, 9, 18) + timedelta(days=self.number % 8 * 2)

    @property
    def accepted(self) -> date:
        return self.finished + timedelta(days=9)

    @property
    def settled(self) -> date:
        return date(self.year, 12, 4) + timedelta(days=self.number % 12)

    @property
    def with_lifts(self) -> bool:
        return self.number % 4 == 1

    @property
    def group(self) -> str:
        return f"第{self.number // 2 + 1}片区"


@dataclass(frozen=True)
class Cohort:
    """The communities of one plan year. `retained`: 3 % of each settlement is still held back and carried over."""

    year: int
    places: tuple[Place, ...]
    retained: bool

    @property
    def mark(self) -> str:
        """Two digits that keep the ids of two plan years apart."""
        return f"{self.year % 100:02d}"

    def day(self, month: int, day: int, years: int = 0) -> date:
        return date(self.year + years, month, day)


def cohort(year: int, letter: str, count: int, long_names: bool, retained: bool) -> Cohort:
    kinds = KINDS if retained else KINDS_BEFORE
    names = [_name(number, kinds) + (LONG if long_names else "") for number in range(count)]
    return Cohort(year, tuple(Place(f"{letter}{n + 1}", n, year, name) for n, name in enumerate(names)), retained)


def _name(number: int, kinds: Sequence[str]) -> str:
    turn, word = divmod(number, len(NAMES))
    return NAMES[word] + (f"{turn + 1}区" if turn else "") + kinds[number % len(kinds)]


def split(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole units by weights, largest remainders first: the parts add up to the last unit."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_rest = sorted(range(len(weights)), key=lambda n: (-(total * weights[n] % whole), n))
    for n in by_rest[: total - sum(parts)]:
        parts[n] += 1
    return parts


def fingerprint(text: str) -> str:
    """A SHA-256 that stands for a file of this name; the invented county has no files."""
    return sha256(f"{REGION_NAME} {text}".encode()).hexdigest()


def firm_code(number: int) -> str:
    first = f"91{REGION}MA0QH{number:04d}"
    return first + check_character(first)


def credit_code_of_builder() -> str:
    first = f"12{REGION}MB0QH0001"
    return first + check_character(first)
