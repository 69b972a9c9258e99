"""验收：联合验收的结果。"""

from __future__ import annotations

from anju.facts._column import count, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "验收",
    grain="一次验收一行",
    producer="验收",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        day("accepted_on", "验收日期", "date"),
        flag("passed", "验收合格", "passed"),
        flag("first_time", "一次验收合格", "passed at the first attempt"),
        count("parties", "参加验收方数", "parties that signed, of five", "方"),
        flag("resident_signed", "居民代表签字", "a residents' representative signed"),
        day("filed_on", "验收备案日期", "date of filing"),
    ],
)
