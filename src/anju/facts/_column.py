"""一列：类型、单位、中英文含义、个人信息等级，只在这里说一次。"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pyarrow as pa


class Kind(StrEnum):
    """What a column holds, and so how it is stored, typed in a workbook and written into the content hash."""

    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    YEAR = "year"
    MONEY = "money"
    AREA = "area"
    QUANTITY = "quantity"
    SHARE = "share"
    DATE = "date"
    FLAG = "flag"

    @property
    def arrow(self) -> pa.DataType:
        if self in (Kind.TEXT, Kind.CODE):
            return pa.string()
        if self is Kind.DATE:
            return pa.date32()
        return pa.bool_() if self is Kind.FLAG else pa.int64()

    @property
    def ibis(self) -> str:
        if self in (Kind.TEXT, Kind.CODE):
            return "string"
        if self is Kind.DATE:
            return "date"
        return "boolean" if self is Kind.FLAG else "int64"

    @property
    def unit(self) -> str:
        """The unit of the stored integer, as JSON output names it; "" for what is not a number."""
        return {
            Kind.COUNT: "count",
            Kind.MONEY: "fen",
            Kind.AREA: "dm2",
            Kind.QUANTITY: "thousandth",
            Kind.SHARE: "ten_thousandth",
        }.get(self, "")


class PersonalData(StrEnum):
    """个人信息等级 (PIPL): none · a person's name or work post · what identifies a private person."""

    NONE = "none"
    OFFICIAL = "official"
    PRIVATE = "private"


@dataclass(frozen=True)
class Column:
    """One column. `shown` is the unit a workbook shows it in; `vocabulary` names the words it may hold."""

    name: str
    kind: Kind
    zh: str
    en: str
    shown: str = ""
    vocabulary: str = ""
    required: bool = False
    personal: PersonalData = PersonalData.NONE

    @property
    def heading(self) -> str:
        """As a workbook heads it: 金额（万元）."""
        return f"{self.zh}（{self.shown}）" if self.shown else self.zh

    def must(self) -> Column:
        """The same column, which no row may leave empty."""
        return replace(self, required=True)


def text(name: str, zh: str, en: str, personal: PersonalData = PersonalData.NONE) -> Column:
    return Column(name, Kind.TEXT, zh, en, personal=personal)


def code(name: str, zh: str, en: str, vocabulary: str) -> Column:
    return Column(name, Kind.CODE, zh, en, vocabulary=vocabulary)


def count(name: str, zh: str, en: str, shown: str) -> Column:
    return Column(name, Kind.COUNT, zh, en, shown=shown)


def money(name: str, zh: str, en: str) -> Column:
    """Stored as integer 分 (`…_fen`), shown in 万元."""
    return Column(name, Kind.MONEY, zh, en, shown="万元")


def area(name: str, zh: str, en: str, shown: str = "㎡") -> Column:
    """Stored as integer dm² (`…_dm2`), 0.01 ㎡."""
    return Column(name, Kind.AREA, zh, en, shown=shown)


def quantity(name: str, zh: str, en: str) -> Column:
    """Stored as integer thousandths (`…_milli`) of the unit that the row's work item or goal names."""
    return Column(name, Kind.QUANTITY, zh, en)


def share(name: str, zh: str, en: str, shown: str = "%") -> Column:
    """Stored as integer 1/10000."""
    return Column(name, Kind.SHARE, zh, en, shown=shown)


def day(name: str, zh: str, en: str) -> Column:
    return Column(name, Kind.DATE, zh, en)


def flag(name: str, zh: str, en: str) -> Column:
    """是 / 否; empty is unknown, never 否."""
    return Column(name, Kind.FLAG, zh, en)
