"""造价：估算、概算、预算、合同、送审、审定、决算各是多少，互不替代。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts.tables.costings import TABLE

SHEET = Sheet(
    TABLE,
    order=60,
    about=("一个小区一个阶段一行；文件没有说明是哪个阶段的，阶段填“未注明阶段”。只有全县合计的，“小区”填 *。",),
    example={
        "community": "C1",
        "stage": "预算",
        "amount_fen": "412.35",
        "determined_on": "2023年3月10日",
        "reviewer": "县财政投资评审中心",
        "document": "预算评审报告",
    },
)
