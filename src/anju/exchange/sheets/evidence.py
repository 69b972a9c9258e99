"""佐证资料：哪份材料证明哪类事项，是什么等级。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts.tables.evidence import TABLE

SHEET = Sheet(
    TABLE,
    order=180,
    about=("一份材料一行。等级：A 盖章原件或有校验值的原始文件，B 签字的内部记录，C 照片或清单，D 只有本单位的说明。",),
    example={
        "id": "Q1",
        "kind": "支付凭证",
        "grade": "A",
        "title": "12月支付凭证汇编",
        "dated_on": "2023年12月31日",
        "document": "财政局档案",
    },
)
