"""报送：谁要求、何时到期、何时报出。"""

from __future__ import annotations

from anju.facts._column import PersonalData, code, day, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "报送",
    grain="一次报送一行",
    producer="报送",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    community=None,
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "报送类别", "kind of filing", "filing_kinds"),
        text("ordered_by", "要求报送的文件", "document that orders it"),
        day("due_on", "截止日期", "due date"),
        day("sent_on", "报出日期", "date sent"),
        day("received_on", "收到日期", "date received"),
        text("serial", "文号", "number of the report"),
        text("signers", "签发人", "signers", PersonalData.OFFICIAL),
        text("addressee", "主送机关", "office the report is addressed to"),
        text("copied_to", "抄送", "offices that get a copy"),
    ],
)
