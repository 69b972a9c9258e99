"""居民急难愁盼问题：查出的问题和解决情况，一行一个。"""

from __future__ import annotations

from anju.facts._column import code, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "问题清单",
    grain="一个问题一行",
    producer="问题清单",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "问题类别", "kind of problem", "problem_kinds").must(),
        text("description", "问题描述", "what was found"),
        text("found_by", "发现人", "who found it (office or resident group)"),
        day("found_on", "发现日期", "date found"),
        code("work", "对应改造内容", "work item that answers it", "work_items"),
        flag("solved", "已解决", "solved"),
        day("solved_on", "解决日期", "date solved"),
    ],
)
