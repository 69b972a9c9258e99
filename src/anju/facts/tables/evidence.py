"""佐证资料：哪份材料证明哪类事项，是什么等级。"""

from __future__ import annotations

from anju.facts._column import code, day, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "佐证资料",
    grain="一份材料一行",
    producer="佐证资料",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "材料类别", "what it proves", "evidence_kinds").must(),
        code("grade", "证据等级", "grade A-D", "evidence_grades").must(),
        text("title", "材料名称", "title"),
        text("number", "文号", "number"),
        day("dated_on", "形成日期", "date of the material"),
        text("sha256", "文件校验值", "SHA-256 of the file"),
    ],
)
