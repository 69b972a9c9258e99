"""验收：联合验收的结果。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.acceptances import TABLE

SHEET = Sheet(
    TABLE,
    order=110,
    about=("一次验收一行；复验另填一行。",),
    example={
        "community": "C1",
        "id": "Y1",
        "accepted_on": "2023年10月26日",
        "passed": "是",
        "first_time": "是",
        "parties": "5",
        "resident_signed": "是",
        "filed_on": "2023年11月9日",
        "document": "竣工验收报告",
    },
    groups=(
        Group("结果", ("accepted_on", "passed", "first_time")),
        Group("手续", ("parties", "resident_signed", "filed_on")),
    ),
    help={
        "parties": "建设、勘察、设计、施工、监理五方中签字的方数。",
    },
)
