"""制度与机制：领导小组、责任清单、财务制度、专账等，有没有、何时、哪份文件。"""

from __future__ import annotations

from anju.facts._column import code, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "制度机制",
    grain="一份文件或一项机制一行",
    producer="制度机制",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    community=None,
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "类别", "kind of institution", "institution_kinds").must(),
        flag("present", "已建立", "exists; 否 is a recorded absence"),
        text("title", "文件名称", "title of the document"),
        text("number", "文号", "number of the document"),
        text("issuer", "制定单位", "issuer"),
        day("issued_on", "印发日期", "date issued"),
    ],
)
