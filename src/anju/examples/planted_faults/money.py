"""钱：迟、多、少、闲，进错了门，结得太晚。"""

from __future__ import annotations

from typing import Any

from anju.examples.planted_faults._edit import DISAGREES, Planted, copy, days, drop, every, fault, first, times

FIRST: dict[str, Any] = {"community": "C1"}
WORKS: dict[str, Any] = {"kind": "施工"}
PAID: dict[str, Any] = {"kind": {"支付", "调整"}}
MOST_PAID: dict[str, Any] = {"kind": "支付", "source": {"自治区(省)", "市", "县", "专项债", "居民"}}
CLOSED: dict[str, Any] = {"stage": {"审定", "决算"}}
UNSETTLED: dict[str, Any] = {"settled_fen": None, "settled_on": None}

FAULTS: dict[str, Planted] = {
    "money.passed_on_late": fault(
        first("fund_moves", {"kind": "下达", "source": "中央"}, moved_on=days("received_on", 45))
    ),
    "money.single_channel": fault(
        every("fund_moves", source="中央"),
        also=(DISAGREES, "consistency.stated_parts_differ_from_total"),
    ),
    "money.two_central_funds": fault(
        first("fund_moves", {"kind": "拨付", "source": "市", **FIRST}, source="中央预算内")
    ),
    "money.forbidden_purpose": fault(first("fund_moves", {"kind": "支付"}, purpose="办公经费")),
    "money.payee_differs_from_contract": fault(
        first("fund_moves", {"kind": "支付", **FIRST}, payee="别处的建筑公司", payee_code=None)
    ),
    "money.same_name_claimed_twice": fault(
        first("communities", FIRST, name="清河大院", street="城关街道第1社区", address="清河县人民路8号")
    ),
    "money.claimed_in_two_years": fault(copy("renovations", FIRST, year=2022)),
    "money.settled_above_contract": fault(
        first("contracts", WORKS, settled_fen=times("settled_fen", 3, 2)), also=("money.contractor_unpaid",)
    ),
    # A settled contract that serves the whole county would stand for every community.
    "money.settlement_overdue": fault(
        every("costings", CLOSED | FIRST, amount_fen=None),
        every("contracts", {"community": {"C1", None}}, **UNSETTLED),
        also=(DISAGREES,),
    ),
    "money.contractor_unpaid": fault(
        drop("fund_moves", {"kind": "支付", "source": {"自治区(省)", "市"}, "community": "C2"}),
        first("contracts", {"community": "C2"}, paid_fen=times("paid_fen", 7, 10)),
        also=(DISAGREES,),
    ),
    "money.costing_grew_without_approval": fault(
        drop("approvals", FIRST | {"kind": "工程变更批准"}),
        first("costings", FIRST | {"stage": "决算"}, amount_fen=times("amount_fen", 3, 2)),
    ),
    "execution_rate_low": fault(drop("fund_moves", MOST_PAID), also=(DISAGREES, "progress.finished_but_unpaid")),
    "no_payment_recorded": fault(drop("fund_moves", PAID)),
    "money_exceeds_investment": fault(every("costings", {"stage": "决算"}, amount_fen=times("amount_fen", 1, 2))),
    "outflow_exceeds_inflow": fault(
        first("fund_moves", {"kind": "到位", "source": "县"}, amount_fen=times("amount_fen", 1, 2)), also=(DISAGREES,)
    ),
    "paid_beyond_progress": fault(first("contracts", WORKS, certified_fen=times("certified_fen", 1, 2), **UNSETTLED)),
    # Money of the plan year before, never paid out.
    "idle_money": fault(drop("fund_moves", {"year": 2022, "kind": "支付", "source": "中央", "community": "B1"})),
}
