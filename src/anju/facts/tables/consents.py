"""居民表决：一个小区对一个事项的表决结果，面积和人数分别计。"""

from __future__ import annotations

from anju.facts._column import area, code, count, day, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "居民表决",
    grain="一次表决一行",
    producer="居民表决",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("matter", "表决事项", "matter voted on", "consent_matters").must(),
        text("plan_hash", "方案文本校验值", "hash of the plan text voted on"),
        day("notice_on", "公示日期", "date of the notice"),
        day("decided_on", "表决日期", "date of the result"),
        count("owners_total", "业主总人数", "owners", "人"),
        count("owners_took_part", "参与表决人数", "owners taking part", "人"),
        count("owners_agreed", "同意人数", "owners agreeing", "人"),
        area("area_total_dm2", "专有部分总面积", "exclusive area", "㎡"),
        area("area_took_part_dm2", "参与表决面积", "area taking part", "㎡"),
        area("area_agreed_dm2", "同意面积", "area agreeing", "㎡"),
    ],
)
