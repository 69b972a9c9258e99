"""资金流水：下达、到位、拨付、支付、结转、收回、调整，一行一笔，只增不改。"""

from __future__ import annotations

from anju.facts._column import code, day, money, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "资金流水",
    grain="一笔一行",
    producer="资金流水",
    nature=Nature.EVENT,
    key=(
        "region",
        "id",
    ),
    columns=[
        text("id", "编号", "local id").must(),
        code("kind", "事项", "kind of move", "fund_move_kinds").must(),
        code("source", "资金来源", "level or source of the money", "source_levels"),
        money("amount_fen", "金额", "amount"),
        day("received_on", "收到日期", "date the county received the upper level's document"),
        day("moved_on", "办理日期", "date of the move itself"),
        code("purpose", "用途", "purpose", "fund_purposes"),
        text("payee", "收款单位", "payee"),
        text("payee_code", "收款单位统一社会信用代码", "unified social credit code of the payee"),
        text("contract", "合同编号", "contract the payment answers"),
        text("voucher", "凭证号", "voucher number"),
        text("corrects", "更正编号", "id of the move this one corrects"),
    ],
)
