"""长效管理：党组织、业委会（物管会）、物业、维修资金。"""

from __future__ import annotations

from anju.facts._column import flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "长效管理",
    grain="小区×计划年度",
    producer="长效管理",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "community",
    ),
    columns=[
        flag("party_organisation", "已建党组织", "party organisation set up"),
        flag("owners_committee", "已建业委会或物管会", "owners' or property-management committee"),
        flag("property_service", "有物业服务或自管", "property service or self-management"),
        flag("maintenance_fund", "已建维修资金归集制度", "maintenance-fund rule in force"),
        flag("merged", "与相邻小区合并管理", "managed together with neighbours"),
        text("merged_group", "合并管理组", "group managed together"),
    ],
)
