"""资金流水：下达、到位、拨付、支付、结转、收回、调整，一行一笔，只增不改。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.fund_moves import TABLE

SHEET = Sheet(
    TABLE,
    order=70,
    about=(
        "一笔一行。下达是分配指标，到位是钱进本级国库或专户，拨付是财政拨给项目单位，支付是项目单位付给收款人，四件事分别填。",
        "填错了不改原行：另填一行“调整”，在“更正编号”里写被更正的编号，金额填差额，减少的填负数。",
        "中央、自治区（省）、市、县的资金分开填；文件没有分级次的，来源填“上级未细分”或“地方未细分”。",
    ),
    example={
        "community": "*",
        "id": "Z1",
        "kind": "下达",
        "source": "中央",
        "amount_fen": "1200",
        "received_on": "2023年4月3日",
        "moved_on": "2023年4月20日",
        "purpose": "小区内配套基础设施",
        "document": "某财建〔2023〕15号",
    },
    groups=(
        Group("日期", ("received_on", "moved_on")),
        Group("收款人", ("payee", "payee_code")),
        Group("凭据", ("contract", "voucher", "corrects")),
    ),
    help={
        "received_on": "收到上级文件的日期，用来核对是否在规定天数内分配下达。",
        "moved_on": "这件事本身办理的日期。",
        "payee_code": "18 位，系统核对校验码。",
        "corrects": "只在更正时填：被更正的那一笔的编号。",
    },
)
