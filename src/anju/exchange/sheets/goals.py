"""绩效目标：年初定的指标和年末实际。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.goals import TABLE

SHEET = Sheet(
    TABLE,
    order=160,
    about=(
        "一项指标一行。指标性质选 ≥、=、≤ 的，填指标值和实际完成值；选“定性”的，不填指标值，填“定性完成情况”。",
        "各项分值按下达的绩效目标表填，合计不必自己算。",
    ),
    example={
        "id": "M1",
        "kind": "数量",
        "title": "改造小区个数",
        "relation": "≥",
        "target_milli": "7",
        "actual_milli": "7",
        "unit": "个",
        "weight": "10",
        "document": "绩效目标表",
    },
    groups=(
        Group("目标", ("relation", "target_milli", "actual_milli", "unit", "weight")),
        Group("完成", ("measure", "attained", "reason")),
    ),
    help={
        "measure": "由系统自动取数的，填取数口径的代码；自己填实际值的空着。",
        "attained": "定性指标填完成档次。",
    },
    unit_of="unit",
)
