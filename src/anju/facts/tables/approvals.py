"""审批：各项手续办了没有，免办的写明。"""

from __future__ import annotations

from anju.facts._column import code, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "审批手续",
    grain="一项手续一行",
    producer="审批手续",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "手续", "kind of approval", "approval_kinds").must(),
        text("number", "批文号", "number of the approval"),
        flag("granted", "已办理", "granted"),
        flag("exempt", "免于办理", "exempt by a stated rule"),
        day("approved_on", "批准日期", "date granted"),
    ],
)
