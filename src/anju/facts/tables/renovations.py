"""改造任务：一个小区在一个计划年度的改造，计划与实际并列。"""

from __future__ import annotations

from anju.facts._column import area, code, count, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "改造任务",
    grain="小区×计划年度",
    producer="改造任务",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "community",
    ),
    columns=[
        count("communities", "小区数", "number of communities; only in the * row", "个"),
        count("communities_started", "已开工小区数", "started communities; only in the * row", "个"),
        count("communities_finished", "已完工小区数", "finished communities; only in the * row", "个"),
        count("communities_accepted", "已验收小区数", "accepted communities; only in the * row", "个"),
        code("stage", "当前阶段", "stage reached", "stages"),
        flag("from_library", "从储备库选取", "chosen from the reserve library"),
        text("area_package", "所属片区", "area package handled together"),
        count("buildings_planned", "计划楼栋数", "planned buildings", "栋"),
        count("households_planned", "计划户数", "planned households", "户"),
        area("area_planned_dm2", "计划建筑面积", "planned floor area", "万㎡"),
        count("buildings_actual", "实际楼栋数", "renovated buildings", "栋"),
        count("households_actual", "实际户数", "renovated households", "户"),
        area("area_actual_dm2", "实际建筑面积", "renovated floor area", "万㎡"),
        area("reused_dm2", "盘活存量用房面积", "idle premises put to use", "㎡"),
        day("listed_on", "列入计划日期", "date listed in the annual plan"),
        day("start_planned_on", "计划开工日期", "planned start"),
        day("finish_planned_on", "计划完工日期", "planned completion"),
        day("started_on", "开工日期", "start of works"),
        day("finished_on", "完工日期", "completion of works"),
    ],
)
