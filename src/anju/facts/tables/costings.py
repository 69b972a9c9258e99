"""造价：估算到决算各阶段的金额。"""

from __future__ import annotations

from anju.facts._column import code, day, money, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "造价",
    grain="小区×计划年度×阶段",
    producer="造价",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "community",
        "stage",
    ),
    columns=[
        code("stage", "造价阶段", "stage of costing", "costing_stages").must(),
        money("amount_fen", "金额", "amount"),
        day("determined_on", "确定日期", "date determined"),
        text("reviewer", "评审单位", "reviewing office or firm"),
    ],
)
