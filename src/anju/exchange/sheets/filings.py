"""报送：谁要求、何时到期、何时报出。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.filings import TABLE

SHEET = Sheet(
    TABLE,
    order=200,
    about=("一次报送一行。",),
    example={
        "id": "R1",
        "kind": "绩效自评报告",
        "ordered_by": "某财办〔2023〕40号",
        "due_on": "2024年1月31日",
        "sent_on": "2024年1月30日",
        "received_on": "2024年1月30日",
        "serial": "某住建联发〔2024〕2号",
        "signers": "张某、李某",
        "addressee": "某市住房和城乡建设局、某市财政局",
        "copied_to": "县审计局",
        "document": "报告正文",
    },
    groups=(
        Group("时间", ("due_on", "sent_on", "received_on")),
        Group("发文", ("serial", "signers", "addressee", "copied_to")),
    ),
)
