"""评议：不能算、只能判的评分点，由署名的人判。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts.tables.judgements import TABLE

SHEET = Sheet(
    TABLE,
    order=220,
    about=("一个评分点一行。得分比例连百分号填，如 85%；理由和评议人都要写明。",),
    example={
        "item": "B1",
        "share": "85%",
        "reason": "制度齐全，抽查一处执行不到位",
        "by": "某某（评审组）",
        "judged_on": "2024年1月25日",
        "document": "评议记录",
    },
    help={
        "item": "照抄评分表里要评议的那个名称。",
    },
)
