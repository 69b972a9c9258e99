"""埋下的毛病：在样样齐全的县里改一处，对应的核查应当查出来，别的错误不该多。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from anju.facts.store import TABLES

Tables = Mapping[str, pa.Table]
Row = dict[str, Any]
Change = Callable[[Row], Row]


def planted(tables: Tables, code: str) -> dict[str, pa.Table]:
    """The tables with the fault that the check `code` looks for. KeyError for a check nothing is planted for."""
    name, chosen, change = FAULTS[code]
    rows: list[Row] = tables[name].to_pylist()
    place = next(n for n, row in enumerate(rows) if row.get("year") in (None, 2023) and chosen(row))
    rows[place] = rows[place] | change(rows[place])
    return {**tables, name: pa.Table.from_pylist(rows, schema=TABLES[name].arrow)}


def _any(_: Row) -> bool:
    return True


def _of(**values: Any) -> Callable[[Row], bool]:
    return lambda row: all(row[name] == value for name, value in values.items())


def _later(column: str, days: int) -> Change:
    return lambda row: {column: row[column] + timedelta(days=days)}


def _times(column: str, numerator: int, denominator: int = 1) -> Change:
    return lambda row: {column: row[column] * numerator // denominator}


def _set(**values: Any) -> Change:
    return lambda _: values


def _halved(row: Row) -> Row:
    """Half of the area neither comes nor agrees."""
    return {name: row[name] // 2 for name in ("area_took_part_dm2", "area_agreed_dm2")}


FAULTS: dict[str, tuple[str, Callable[[Row], bool], Change]] = {
    # What is said: the report's figure goes astray.
    "consistency.documents_disagree": ("statements", _of(subject="小区数"), _set(value="11")),
    # Money: too late, too much, to the wrong purse.
    "money.passed_on_late": ("fund_moves", _of(kind="下达", source="中央"), _later("moved_on", 45)),
    "money.settled_above_contract": ("contracts", _of(kind="施工"), _times("settled_fen", 3, 2)),
    "money.forbidden_purpose": ("fund_moves", _of(kind="支付"), _set(purpose="办公经费")),
    "money.payee_differs_from_contract": (
        "fund_moves",
        lambda row: row["kind"] == "支付" and row["contract"] is not None,
        _set(payee="别处的建筑公司", payee_code=None),
    ),
    "money.same_name_claimed_twice": (
        "communities",
        _of(community="C1"),
        _set(name="清河大院", street="城关街道第1社区", address="清河县人民路8号"),
    ),
    # Progress: dates that cannot be, and claims without proof.
    "progress.dates_out_of_order": ("renovations", _any, lambda row: {"finished_on": row["started_on"] - timedelta(9)}),
    "progress.accepted_after_year_end": ("acceptances", _any, _set(accepted_on=date(2024, 1, 15))),
    "progress.later_than_planned": ("renovations", _any, _later("finish_planned_on", -150)),
    # Who may be renovated, and who agreed.
    "eligibility.built_after_cutoff": ("communities", _of(community="C1"), _set(built_year=2012)),
    "eligibility.not_state_land": ("communities", _of(community="C1"), _set(land="集体")),
    "eligibility.consent_insufficient": ("consents", _of(matter="改造方案"), _halved),
    "eligibility.notice_too_short": (
        "consents",
        _of(matter="改造方案"),
        lambda row: {"notice_on": row["decided_on"] - timedelta(1)},
    ),
    "eligibility.not_tendered": (
        "contracts",
        lambda row: row["kind"] == "施工" and row["amount_fen"] >= 400 * 1_000_000,
        _set(bid_method="直接发包"),
    ),
    "eligibility.dossier_incomplete": ("communities", _of(community="C1"), _set(dossier_pictures=False)),
    "eligibility.joint_plan_after_start": (
        "approvals",
        _of(kind="统筹施工方案批准"),
        _set(approved_on=date(2023, 11, 1)),
    ),
    # After the works.
    "quality.joint_acceptance_incomplete": ("acceptances", _any, _set(parties=3)),
    "quality.no_lasting_management": ("governance", _any, _set(property_service=False)),
    "quality.assets_not_handed_over": ("handovers", _any, _set(handed=False, handed_on=None)),
    # Goals and marks.
    "performance.rate_above_full": ("goals", _of(title="一次验收合格率"), _set(relation="≥")),
    "performance.weights_unlike_total": ("goals", _any, _times("weight", 2)),
    "performance.goal_not_measurable": ("goals", _any, _set(target_milli=None)),
    "performance.sample_too_small": ("survey_frames", _any, _set(valid=3, satisfied=3)),
    "performance.full_marks_without_reason": ("judgements", _any, _set(share=10_000, reason=None)),
}
"""Check code → table, which of its rows of 2023 is changed (the first), and how."""
