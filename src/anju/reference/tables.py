"""事实表：每张表的粒度、主键和各列。"""

from __future__ import annotations

from anju.facts._column import Column, Kind, PersonalData
from anju.facts._table import Nature, Table
from anju.facts.store import TABLES
from anju.policy.loader import Policy
from anju.reference._markdown import document, section, table

KINDS = {
    Kind.TEXT: "文字",
    Kind.CODE: "词表",
    Kind.COUNT: "整数",
    Kind.YEAR: "年份",
    Kind.MONEY: "整数（分）",
    Kind.AREA: "整数（dm²）",
    Kind.QUANTITY: "整数（千分之一）",
    Kind.SHARE: "整数（万分之一）",
    Kind.DATE: "日期",
    Kind.FLAG: "是否",
}
_NATURES = {Nature.EVENT: "事件：只增不改，更正是新的一行", Nature.STATE: "状态：以快照当时为准"}
_PERSONAL = {PersonalData.NONE: "", PersonalData.OFFICIAL: "职务姓名", PersonalData.PRIVATE: "个人信息"}


def page(_: Policy) -> str:
    intro = "各部分之间唯一的约定。每列只声明一次，存储格式、工作簿的列和本页都由它来。空着就是未填报，从不当作 0。"
    return document("事实表", intro, *(_table(each) for each in TABLES.values()))


def _table(each: Table) -> str:
    key = "、".join(each.by_name[name].zh for name in each.key)
    facts = f"粒度：{each.grain}。主键：{key}。{_NATURES[each.nature]}。产生于：{each.producer}。"
    heads = ("列", "中文名", "存成", "填报单位", "必填", "英文含义", "词表", "个人信息")
    return section(f"{each.title}（`{each.name}`）", facts, table(heads, (_column(c) for c in each.columns)))


def _column(each: Column) -> tuple[str, ...]:
    words = f"`{each.vocabulary}`" if each.vocabulary else ""
    required = "是" if each.required else ""
    kind, personal = KINDS[each.kind], _PERSONAL[each.personal]
    return (f"`{each.name}`", each.zh, kind, each.shown, required, each.en, words, personal)
