"""移交：应移交的专营设施和移交情况。"""

from __future__ import annotations

from anju.facts._column import code, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "设施移交",
    grain="一项设施一行",
    producer="设施移交",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("asset", "设施", "asset", "assets").must(),
        code("receiver", "接收单位", "receiver", "asset_receivers"),
        flag("handed", "已移交", "handed over"),
        day("handed_on", "移交日期", "date"),
        text("act", "移交协议文号", "number of the act of transfer"),
    ],
)
