"""设施移交：应移交给专营单位等的设施和移交情况。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.handovers import TABLE

SHEET = Sheet(
    TABLE,
    order=120,
    about=("应当移交的每项设施一行，没有移交的也要列出，“已移交”填“否”。",),
    example={
        "community": "C1",
        "id": "T1",
        "asset": "水",
        "receiver": "供水公司",
        "handed": "是",
        "handed_on": "2023年11月20日",
        "act": "移交协议第3号",
        "document": "移交协议",
    },
    groups=(Group("移交", ("receiver", "handed", "handed_on", "act")),),
)
