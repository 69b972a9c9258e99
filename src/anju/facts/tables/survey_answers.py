"""问卷答案：一份问卷的总体评价，不含任何个人信息。"""

from __future__ import annotations

from anju.facts._column import code, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "问卷答案",
    grain="一份问卷一行",
    producer="问卷答案",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "问卷号", "sheet number, not a person").must(),
        code("answer", "总体评价", "overall answer", "survey_answers").must(),
    ],
)
