"""满意度调查：每个小区发了多少、收了多少、满意多少。"""

from __future__ import annotations

from anju.facts._column import code, count, day, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "满意度调查",
    grain="小区×计划年度",
    producer="满意度调查",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "community",
    ),
    columns=[
        count("households", "应调查户数", "frame: households", "户"),
        code("method", "调查方式", "method", "survey_methods"),
        count("issued", "发放份数", "sheets issued", "份"),
        count("returned", "收回份数", "sheets returned", "份"),
        count("valid", "有效份数", "valid sheets", "份"),
        count("satisfied", "满意份数", "sheets counted as satisfied", "份"),
        day("surveyed_on", "调查日期", "date"),
        text("surveyor", "调查单位", "surveying office or firm"),
    ],
)
