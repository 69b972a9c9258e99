"""审计检查发现：查出的问题和整改；查了没有问题也记一行。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.audit_findings import TABLE

SHEET = Sheet(
    TABLE,
    order=190,
    about=("一项发现一行。查了没有发现问题的，也填一行，性质填“未发现问题”。",),
    example={
        "id": "A1",
        "body": "县级审计",
        "severity": "一般",
        "title": "一笔工程款支付滞后",
        "amount_fen": "12.5",
        "found_on": "2023年9月5日",
        "mended": "是",
        "mended_on": "2023年10月10日",
        "document": "某审报〔2023〕11号",
    },
    groups=(
        Group("问题", ("severity", "title", "amount_fen", "found_on")),
        Group("整改", ("mended", "mended_on")),
    ),
)
