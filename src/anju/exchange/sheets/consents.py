"""居民表决：一个小区对一个事项的表决结果，人数和面积分别计。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.consents import TABLE

SHEET = Sheet(
    TABLE,
    order=40,
    about=("一次表决一行，人数和专有部分面积都要填；同意的比例由系统按表决时的规定计算，不必自己算。",),
    example={
        "community": "C1",
        "id": "B1",
        "matter": "改造方案",
        "notice_on": "2022年12月1日",
        "decided_on": "2022年12月20日",
        "owners_total": "186",
        "owners_took_part": "160",
        "owners_agreed": "152",
        "area_total_dm2": "16200",
        "area_took_part_dm2": "14100",
        "area_agreed_dm2": "13300",
        "document": "表决统计表",
    },
    groups=(
        Group("人数", ("owners_total", "owners_took_part", "owners_agreed")),
        Group("面积", ("area_total_dm2", "area_took_part_dm2", "area_agreed_dm2")),
    ),
    help={
        "plan_hash": "表决所用方案文本的校验值，由系统生成；手工填报时空着。",
        "owners_total": "一户一人；一人有几套的只计一次。",
    },
)
