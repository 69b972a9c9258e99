"""文件中的说法：某份文件某处写的某个数或某句话，原样记下。"""

from __future__ import annotations

from anju.facts._column import code, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "文件中的说法",
    grain="一处说法一行",
    producer="文件中的说法",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    community=None,
    columns=[
        text("id", "编号", "local id").must(),
        code("subject", "说的是什么", "subject", "statement_subjects").must(),
        text("value", "数值", "value as printed, exact decimal"),
        text("unit", "单位", "unit as printed"),
        text("scope", "口径", "scope: planned, actual, whole county …"),
        text("period", "时段", "period"),
        text("place", "位置", "place in the document"),
        text("words", "原文", "the words themselves"),
    ],
)
