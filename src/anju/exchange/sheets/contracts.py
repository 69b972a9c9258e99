"""合同：招标、签订、变更、计量、支付与结算。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.contracts import TABLE

SHEET = Sheet(
    TABLE,
    order=80,
    about=("一份合同一行。计量、支付填到截至日期的累计数；“批准变更金额”减少的填负数。",),
    example={
        "community": "C1",
        "id": "H1",
        "kind": "施工",
        "title": "某某小区改造施工合同",
        "supplier": "某某建设有限公司",
        "bid_method": "公开招标",
        "bid_on": "2023年2月25日",
        "signed_on": "2023年3月28日",
        "amount_fen": "398.6",
        "change_fen": "5.2",
        "certified_fen": "403.8",
        "certified_on": "2023年10月15日",
        "paid_fen": "320",
        "settled_fen": "401.7",
        "settled_on": "2023年12月5日",
        "document": "合同文本",
    },
    groups=(
        Group("承包单位", ("supplier", "supplier_code")),
        Group("采购与签订", ("bid_method", "bid_on", "signed_on")),
        Group("计量支付", ("certified_fen", "certified_on", "paid_fen")),
        Group("结算", ("settled_fen", "settled_on")),
    ),
    help={
        "supplier_code": "18 位，系统核对校验码。",
        "certified_fen": "已经监理和建设单位确认的工程量对应的金额，累计。",
    },
)
