"""问卷答案：一份问卷一行，只记总体评价，不含任何个人信息。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts.tables.survey_answers import TABLE

SHEET = Sheet(
    TABLE,
    order=150,
    about=("一份问卷一行。“问卷号”是问卷上印的流水号；不要填姓名、门牌、电话、身份证号。",),
    example={
        "community": "C1",
        "id": "0001",
        "answer": "满意",
        "document": "问卷原件",
    },
)
