"""审计与检查发现：查出的问题和整改；查了没有问题也记一行。"""

from __future__ import annotations

from anju.facts._column import code, day, flag, money, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "审计检查发现",
    grain="一项发现一行",
    producer="审计检查发现",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    community=None,
    columns=[
        text("id", "编号", "local id").must(),
        code("body", "审计检查单位", "auditing or inspecting body", "audit_bodies"),
        code("severity", "性质", "severity, or that nothing was found", "audit_finding_severities").must(),
        text("title", "问题", "what was found"),
        money("amount_fen", "涉及金额", "amount concerned"),
        day("found_on", "发现日期", "date"),
        flag("mended", "已整改", "mended"),
        day("mended_on", "整改日期", "date mended"),
    ],
)
