"""改造内容：做了哪些工程，计划、完成、验收各多少，改造前后各多少，对应国家统计的改造效果。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.work_items import TABLE

SHEET = Sheet(
    TABLE,
    order=50,
    about=(
        "一个小区一项内容一行。数量按该项内容的单位填（见“词语说明”），也可以连单位写，如“1200米”，系统会换算。",
        "改造前、改造后填同一指标在改造前后的存量，如停车位 20 → 55。",
    ),
    example={
        "community": "C1",
        "work": "排水管网改造",
        "planned_milli": "1.2",
        "done_milli": "1.25",
        "accepted_milli": "1.25",
        "before_milli": "0",
        "after_milli": "1.25",
        "document": "完成工程量清单",
    },
    groups=(
        Group("数量", ("planned_milli", "done_milli", "accepted_milli")),
        Group("存量", ("before_milli", "after_milli")),
    ),
    help={
        "planned_milli": "按“改造内容”那一项的单位填，单位见“词语说明”。",
    },
    unit_of="work",
)
