"""满意度调查：每个小区应调查多少户、发出收回多少、满意多少。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.survey_frames import TABLE

SHEET = Sheet(
    TABLE,
    order=140,
    about=("一个小区一个计划年度一行。满意份数包括“非常满意”“满意”“基本满意”；有原始问卷的，另填“问卷答案”。",),
    example={
        "community": "C1",
        "households": "186",
        "method": "入户问卷",
        "issued": "80",
        "returned": "76",
        "valid": "74",
        "satisfied": "70",
        "surveyed_on": "2023年12月10日",
        "surveyor": "某某社区居委会",
        "document": "问卷汇总表",
    },
    groups=(Group("问卷", ("issued", "returned", "valid", "satisfied")),),
)
