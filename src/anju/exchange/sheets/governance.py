"""长效管理：党组织、业委会（物管会）、物业、维修资金。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.governance import TABLE

SHEET = Sheet(
    TABLE,
    order=130,
    about=("一个小区一个计划年度一行，填“是”或“否”，不知道就空着。",),
    example={
        "community": "C1",
        "party_organisation": "是",
        "owners_committee": "是",
        "property_service": "是",
        "maintenance_fund": "否",
        "merged": "否",
        "document": "街道办事处台账",
    },
    groups=(
        Group("机制", ("party_organisation", "owners_committee", "property_service", "maintenance_fund")),
        Group("合并管理", ("merged", "merged_group")),
    ),
    help={
        "merged_group": "合并管理的几个小区填同一个名称。",
    },
)
