"""检查：质量安全检查和巡查。"""

from __future__ import annotations

from anju.facts._column import code, count, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "质量安全检查",
    grain="一次检查一行",
    producer="质量安全检查",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "检查类别", "kind of inspection", "inspection_kinds"),
        day("inspected_on", "检查日期", "date"),
        text("inspector", "检查单位", "inspecting office"),
        count("defects", "发现问题数", "defects found", "个"),
        count("mended", "已整改数", "defects mended", "个"),
        flag("upheld", "查实事故或投诉", "an accident or complaint was upheld"),
    ],
)
