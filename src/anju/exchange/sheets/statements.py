"""文件中的说法：某份文件某处写的某个数或某句话，原样记下，用来前后核对。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.statements import TABLE

SHEET = Sheet(
    TABLE,
    order=210,
    about=("一处说法一行，数值照文件原样填，不换算、不改正；同一件事在两处说得不一样的，两处都填。",),
    example={
        "id": "F1",
        "subject": "小区数",
        "value": "7",
        "unit": "个",
        "scope": "计划",
        "period": "2023年",
        "place": "一（一）",
        "words": "计划改造7个小区",
        "document": "绩效评价报告",
    },
    groups=(
        Group("说法", ("value", "unit", "scope", "period")),
        Group("出在哪里", ("place", "words")),
    ),
    help={
        "value": "照原样填，如 8.44。",
        "scope": "如计划、实际、全县。",
    },
)
