"""进度：日子对不上，报了开工完工而拿不出凭据，目标没有完成。"""

from __future__ import annotations

from datetime import date
from typing import Any

from anju.examples.planted_faults._edit import DISAGREES, Planted, copy, days, drop, every, fault, first

FIRST: dict[str, Any] = {"community": "C1"}
CLOSED: dict[str, Any] = {"stage": {"送审", "审定", "决算"}}
BEGUN: dict[str, Any] = {"kind": {"施工许可证", "开工令", "施工中照片", "隐蔽工程记录"}}
PERMITTED: dict[str, Any] = {"kind": {"施工许可", "开工令"}, "community": "C1"}
LATE_SPENDING: dict[str, Any] = {"kind": "支付", "source": {"自治区(省)", "市", "县", "专项债", "居民"}}

FAULTS: dict[str, Planted] = {
    "progress.dates_out_of_order": fault(first("renovations", FIRST, finished_on=days("started_on", -9))),
    "progress.accepted_after_year_end": fault(
        first("acceptances", FIRST, accepted_on=date(2024, 1, 15)), also=("progress.dates_out_of_order",)
    ),
    "progress.later_than_planned": fault(
        first("renovations", FIRST, finish_planned_on=days("finish_planned_on", -150))
    ),
    "progress.finished_without_acceptance": fault(drop("acceptances", FIRST)),
    "progress.finished_but_unpaid": fault(drop("fund_moves", LATE_SPENDING), also=(DISAGREES, "execution_rate_low")),
    "progress.finished_but_unsettled": fault(
        every("costings", CLOSED, amount_fen=None),
        every("contracts", settled_fen=None, settled_on=None),
        also=(DISAGREES, "money.settlement_overdue"),
    ),
    "progress.started_without_proof": fault(
        drop("evidence", BEGUN),
        drop("approvals", PERMITTED),
        drop("fund_moves", {"kind": {"支付", "调整"}}),
        also=("eligibility.approvals_missing", "no_payment_recorded"),
    ),
    "progress.target_not_reached": fault(first("goals", {"title": "改造小区数"}, actual_milli=11_000)),
    "progress.no_deviation_claimed": fault(
        first("goals", {"title": "改造小区数"}, actual_milli=11_000),
        copy("statements", id="SF23-90", subject="偏离情况", value=None, unit=None, words="无偏离绩效目标"),
        also=("progress.target_not_reached",),
    ),
}
