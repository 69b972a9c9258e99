"""合同：招标、签订、变更、计量、支付与结算。"""

from __future__ import annotations

from anju.facts._column import code, day, money, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "合同",
    grain="一份合同一行",
    producer="合同",
    nature=Nature.STATE,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "合同编号", "local id").must(),
        code("kind", "合同类别", "kind of contract", "contract_kinds"),
        text("title", "合同名称", "title"),
        text("supplier", "承包单位", "contractor"),
        text("supplier_code", "承包单位统一社会信用代码", "unified social credit code of the contractor"),
        code("bid_method", "采购方式", "way of procurement", "bid_methods"),
        day("bid_on", "招标日期", "date of the call for bids"),
        day("signed_on", "签订日期", "date signed"),
        money("amount_fen", "合同价", "contract price"),
        money("change_fen", "批准变更金额", "approved changes, signed"),
        money("certified_fen", "累计计量金额", "certified value of work done"),
        day("certified_on", "最近计量日期", "date of the last certificate"),
        money("paid_fen", "累计支付金额", "paid so far"),
        money("settled_fen", "结算金额", "final settlement"),
        day("settled_on", "结算日期", "date of the settlement"),
    ],
)
