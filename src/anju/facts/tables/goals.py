"""绩效目标：年初定的指标和年末实际。"""

from __future__ import annotations

from anju.facts._column import code, quantity, share, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "绩效目标",
    grain="一项指标一行",
    producer="绩效目标",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    community=None,
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "指标类型", "kind of goal", "goal_kinds").must(),
        text("title", "指标名称", "title").must(),
        code("relation", "指标性质", "relation of actual to target", "goal_relations"),
        quantity("target_milli", "指标值", "target, thousandths of the unit"),
        quantity("actual_milli", "实际完成值", "actual, thousandths of the unit"),
        text("unit", "度量单位", "unit"),
        share("weight", "分值", "points as 1/10000", "分"),
        text("measure", "取数口径", "code of the measure that yields the actual"),
        text("attained", "定性完成情况", "qualitative attainment, a word of goals"),
        text("reason", "偏差原因", "reason of the deviation"),
    ],
)
