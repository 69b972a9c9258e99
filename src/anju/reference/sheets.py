"""工作簿：每张工作表填什么，有哪些列。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.exchange.catalogue import data_sheets
from anju.facts._column import Column, Kind
from anju.policy.loader import Policy
from anju.reference._markdown import document, section, table
from anju.reference.tables import KINDS

_TYPED = {Kind.MONEY: "金额", Kind.AREA: "面积", Kind.QUANTITY: "数量", Kind.SHARE: "比例或分值"}
"""What is stored as an integer, but typed with decimals."""


def page(policy: Policy) -> str:
    intro = (
        "空白工作簿用 `anju template` 生成。列的顺序可以动，可以加自己的列；单位写在列名里，改了会换算。"
        "可填的词见[词表](vocabularies.md)。"
    )
    heads = ("列", "必填", "填什么", "示例", "说明")
    sections = [
        section(sheet.name, *sheet.about, table(heads, (_column(policy, sheet, column) for column in sheet.shown)))
        for sheet in data_sheets()
    ]
    return document("工作簿", intro, *sections)


def _column(policy: Policy, sheet: Sheet, column: Column) -> tuple[str, ...]:
    kind = _TYPED.get(column.kind, KINDS[column.kind])
    words = policy.vocabularies[column.vocabulary].title if column.vocabulary else kind
    required = "是" if column.required else ""
    return (column.heading, required, words, sheet.example.get(column.name, ""), sheet.help.get(column.name, ""))
