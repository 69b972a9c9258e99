"""改造任务：一个小区在一个计划年度的改造，计划与实际并列，对应国家统计的年度计划和改造进展。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.renovations import TABLE

SHEET = Sheet(
    TABLE,
    order=20,
    about=(
        "一个小区一个计划年度一行。计划各栏按下达的年度计划填，实际各栏按完成情况填；不知道就空着，不要填 0。",
        "只有全县合计数的，“小区”填 *，并填“小区数”等四栏；分小区填报的，这四栏空着。",
    ),
    example={
        "community": "C1",
        "stage": "已验收",
        "from_library": "是",
        "area_package": "城北片区",
        "buildings_planned": "5",
        "households_planned": "186",
        "area_planned_dm2": "1.62",
        "buildings_actual": "5",
        "households_actual": "186",
        "area_actual_dm2": "1.62",
        "reused_dm2": "120",
        "listed_on": "2023年2月20日",
        "start_planned_on": "2023年4月",
        "finish_planned_on": "2023年10月",
        "started_on": "2023年4月12日",
        "finished_on": "2023年10月8日",
        "document": "年度改造计划",
    },
    groups=(
        Group(
            "全县合计（仅 * 行填）",
            ("communities", "communities_started", "communities_finished", "communities_accepted"),
        ),
        Group("计划", ("buildings_planned", "households_planned", "area_planned_dm2")),
        Group("实际", ("buildings_actual", "households_actual", "area_actual_dm2")),
        Group("进度", ("listed_on", "start_planned_on", "finish_planned_on", "started_on", "finished_on")),
    ),
    help={
        "communities": "只在“小区”填 * 的行填写。",
        "area_package": "与相邻小区成片改造的，填片区名称。",
        "reused_dm2": "利用存量房屋、场地补建设施的面积。",
    },
)
