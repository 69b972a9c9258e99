"""审批手续：办了哪些手续，依规定免办的写明。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.approvals import TABLE

SHEET = Sheet(
    TABLE,
    order=90,
    about=("一项手续一行。“已办理”“免于办理”填“是”或“否”；免办的在“出处”写明依据。",),
    example={
        "community": "C1",
        "id": "S1",
        "kind": "施工许可",
        "number": "某建许〔2023〕21号",
        "granted": "是",
        "exempt": "否",
        "approved_on": "2023年4月6日",
        "document": "施工许可证",
    },
    groups=(Group("办理", ("granted", "exempt", "approved_on")),),
)
