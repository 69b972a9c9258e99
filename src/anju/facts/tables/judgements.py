"""评议：不能算、只能判的评分点，由署名的人判。"""

from __future__ import annotations

from anju.facts._column import PersonalData, day, share, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "评议",
    grain="一个评分点一行",
    producer="评议",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "item",
    ),
    community=None,
    columns=[
        text("item", "评分点", "scheme item and part").must(),
        share("share", "得分比例", "share of the points given"),
        text("reason", "理由", "reason"),
        text("by", "评议人", "who judged", PersonalData.OFFICIAL),
        day("judged_on", "评议日期", "date"),
    ],
)
