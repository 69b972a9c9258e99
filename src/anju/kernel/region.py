"""行政区划代码：六位数字（GB/T 2260），前两位省、中两位市、末两位县。"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """行政层级，由高到低。"""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"

    @property
    def label(self) -> str:
        """The Chinese word for the level."""
        return _LABELS[self.value]


_LABELS = {"nation": "全国", "province": "省级", "city": "地级", "county": "县级"}
_CODE = re.compile(r"[0-9]{6}")
# GB/T 2260 province numbers; 99 is unused there and reserved here for invented counties.
_NUMBERS = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 99"
_PROVINCES = frozenset(_NUMBERS.split())


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """一个行政区；代码不合规则时报错，说明哪里不对。"""

    code: str

    def __post_init__(self) -> None:
        code = self.code
        if not _CODE.fullmatch(code):
            raise ValueError(f"区划代码“{code[:20]}”应为六位数字")
        if code != "000000" and code[:2] not in _PROVINCES:
            raise ValueError(f"区划代码“{code}”的前两位{code[:2]}不是任何省、自治区、直辖市的代码")
        if code[2:4] == "00" and code[4:] != "00":
            raise ValueError(f"区划代码“{code}”有县级段而没有地级段")

    @property
    def level(self) -> Level:
        """Which of the four levels the code stands for."""
        if self.code == "000000":
            return Level.NATION
        if self.code.endswith("0000"):
            return Level.PROVINCE
        return Level.CITY if self.code.endswith("00") else Level.COUNTY

    @property
    def parent(self) -> Region | None:
        """The region one level up by its code; None for the nation."""
        lineage = self.lineage()
        return lineage[1] if len(lineage) > 1 else None

    @property
    def province(self) -> Region | None:
        """The province, itself if it is one; None for the nation."""
        lineage = self.lineage()
        return lineage[-2] if len(lineage) > 1 else None

    def within(self, other: Region) -> bool:
        """Whether this region is the other one or lies below it."""
        return other in self.lineage()

    def lineage(self) -> tuple[Region, ...]:
        """This region, then all above it up to the nation."""
        codes = (self.code, self.code[:4] + "00", self.code[:2] + "0000", "000000")
        return tuple(Region(code) for code in dict.fromkeys(codes))

    def __str__(self) -> str:
        return self.code
