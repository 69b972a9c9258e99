"""质量安全检查：监督抽查、监理巡视、材料抽检、居民监督等。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.inspections import TABLE

SHEET = Sheet(
    TABLE,
    order=100,
    about=("一次检查一行。没有发现问题的，“发现问题数”填 0；没有统计的空着。",),
    example={
        "community": "C1",
        "id": "J1",
        "kind": "质量监督抽查",
        "inspected_on": "2023年6月14日",
        "inspector": "县质监站",
        "defects": "3",
        "mended": "3",
        "upheld": "否",
        "document": "监督检查记录",
    },
    groups=(Group("结果", ("defects", "mended", "upheld")),),
    help={
        "upheld": "经查实的质量安全事故或居民投诉。",
    },
)
