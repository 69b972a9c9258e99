"""改造内容：做了哪些事，计划、完成、验收各多少，改造前后各多少。"""

from __future__ import annotations

from anju.facts._column import code, quantity
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "改造内容",
    grain="小区×计划年度×内容",
    producer="改造内容",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "community",
        "work",
    ),
    columns=[
        code("work", "改造内容", "work item", "work_items").must(),
        quantity("planned_milli", "计划数量", "planned quantity, thousandths of the work's unit"),
        quantity("done_milli", "完成数量", "done quantity"),
        quantity("accepted_milli", "验收数量", "accepted quantity"),
        quantity("before_milli", "改造前", "state before the works"),
        quantity("after_milli", "改造后", "state after the works"),
    ],
)
