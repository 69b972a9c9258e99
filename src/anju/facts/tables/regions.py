"""行政区划：这份数据属于哪个县。"""

from __future__ import annotations

from anju.facts._column import text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "行政区划",
    grain="一个县一行",
    producer="封面",
    nature=Nature.STATE,
    key=("region",),
    year=None,
    community=None,
    columns=[
        text("name", "县名称", "name of the county").must(),
        text("office", "填报单位", "reporting office"),
        text("contact", "联系科室", "office to ask about the workbook"),
    ],
)
