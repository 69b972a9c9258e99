"""工作簿：每张工作表填什么，有哪些列。"""

from __future__ import annotations

from anju.exchange.catalogue import data_sheets
from anju.policy.loader import Policy
from anju.reference._markdown import document, section, table


def page(_: Policy) -> str:
    intro = "空白工作簿用 `anju template` 生成。列的顺序可以动，可以加自己的列；单位写在列名里，改了会换算。"
    sections = []
    for sheet in data_sheets():
        rows = [(column.heading, "是" if column.required else "", column.en) for column in sheet.shown]
        sections.append(section(sheet.name, *sheet.about, table(("列", "必填", "含义"), rows)))
    return document("工作簿", intro, *sections)
